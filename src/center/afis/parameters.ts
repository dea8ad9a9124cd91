// Parameters — how far each stage of the search goes; measured by `afis recall`, not assumed.
//
// What a stage keeps is a share of the visits in the gallery, and never fewer than a number: in a
// small gallery everybody who is alike at all reaches the full matcher.

export interface Keep {
  readonly share: number
  readonly min: number
}

interface Stages {
  /** After the quick look at everybody's sketches. */
  readonly quick: Keep
  /** After the close look at the sketches of who was kept; these are compared by the full matcher. */
  readonly close: Keep
}

export const cascade = {
  /** A newcomer of one finger, whose position nobody vouches for. */
  oneFinger: { quick: { share: 0.02, min: 2_000 }, close: { share: 0.005, min: 500 } },
  severalFingers: { quick: { share: 0.01, min: 1_000 }, close: { share: 0.0002, min: 150 } },
  /** How many of the newcomer's fingers the quick look takes, and of each how many minutiae. */
  quickFingers: 2,
  quickRows: 16,
} as const satisfies Readonly<Record<'oneFinger' | 'severalFingers', Stages>> & {
  readonly quickFingers: number
  readonly quickRows: number
}
