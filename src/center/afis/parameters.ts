// Parameters — how far each stage of the search goes; measured by `afis recall`, not assumed.
//
// What a stage keeps is a share of the visits in the gallery, and never fewer than a number: in a
// small gallery everybody who is alike at all reaches the full matcher.

export interface Keep {
  readonly share: number
  readonly min: number
}

interface Stages {
  /** Of each finger that the quick look takes it looks for so many minutiae, the best. */
  readonly quickRows: number
  /** After the quick look at everybody's sketches. */
  readonly quick: Keep
  /** After the close look at the sketches of who was kept; these are compared by the full matcher. */
  readonly close: Keep
}

export const cascade = {
  /** A newcomer of one finger, whose position nobody vouches for. */
  oneFinger: {
    quickRows: 22,
    quick: { share: 0.01, min: 2_000 },
    close: { share: 0.002, min: 500 },
  },
  severalFingers: {
    quickRows: 12,
    quick: { share: 0.004, min: 1_000 },
    close: { share: 0.0002, min: 150 },
  },
  /** How many of the newcomer's fingers the quick look takes. */
  quickFingers: 2,
} as const satisfies Readonly<Record<'oneFinger' | 'severalFingers', Stages>> & {
  readonly quickFingers: number
}
