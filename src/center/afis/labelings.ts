// Labelings — which recorded finger each of the newcomer's fingers may be.
//
// Positions are said by people, who mix them up: hands are swapped, or four fingers are laid down one
// place off. A search that trusted them would miss whoever was captured so, the first time or now.
//
//     as said · hands swapped · four fingers of one hand shifted by one, either way
//     and the two thumbs, which are taken by themselves, as said or swapped in each of these
//
// A single finger may be any of ten. What is not looked for: both hands shifted at once, and fingers
// mixed up within a hand in any other way.

import { type FingerPosition, fingerPositions } from '#enrollment/fingers'

/** Newcomer's position and recorded position of each finger that has one. */
export type Labeling = readonly (readonly [newcomer: FingerPosition, recorded: FingerPosition])[]

const thumbs: readonly FingerPosition[] = [1, 6]
const handOf = (it: FingerPosition) => (it <= 5 ? 'right' : 'left')
const isThumb = (it: FingerPosition) => thumbs.includes(it)

/** The same finger of the other hand. */
function swapped(it: FingerPosition): FingerPosition {
  return (it <= 5 ? it + 5 : it - 5) as FingerPosition
}

/** Its neighbor among the four; undefined beyond index and little finger. */
function shifted(it: FingerPosition, by: number): FingerPosition | undefined {
  const to = (it + by) as FingerPosition
  const isAmongFour = fingerPositions.includes(to) && handOf(to) === handOf(it) && !isThumb(to)
  return isAmongFour ? to : undefined
}

type Move = (it: FingerPosition) => FingerPosition | undefined

const asSaid: Move = (it) => it
const movesOfFours: readonly Move[] = [
  asSaid,
  swapped,
  ...(['right', 'left'] as const).flatMap((hand) =>
    [1, -1].map(
      (by): Move =>
        (it) =>
          handOf(it) === hand ? shifted(it, by) : it,
    ),
  ),
]
const movesOfThumbs: readonly Move[] = [asSaid, swapped]

/** All that is looked for, as said first; each once. */
export function labelingsOf(positions: readonly FingerPosition[]): readonly Labeling[] {
  const [only] = positions
  if (positions.length === 1 && only !== undefined) {
    const others = fingerPositions.filter((it) => it !== only)
    return [only, ...others].map((it) => [[only, it]])
  }
  const all = movesOfFours.flatMap((four) =>
    movesOfThumbs.map((thumb) =>
      positions.flatMap((it): Labeling => {
        const to = (isThumb(it) ? thumb : four)(it)
        return to === undefined ? [] : [[it, to]]
      }),
    ),
  )
  return distinct(all.filter((it) => it.length > 0))
}

/**
 * For a look at few fingers, one of each hand if there are: a hand that was shifted leaves the other
 * one where it was, so only swapped hands need a labeling of their own.
 */
export function quickLabelingsOf(chosen: readonly FingerPosition[]): readonly Labeling[] {
  const hands = new Set(chosen.map(handOf))
  if (chosen.length === 1 || hands.size === 1) return labelingsOf(chosen)
  return distinct(
    [asSaid, swapped].map((move) => chosen.map((it) => [it, move(it) ?? it] as const)),
  )
}

function distinct(all: readonly Labeling[]): readonly Labeling[] {
  return [...new Map(all.map((it) => [JSON.stringify(it), it])).values()]
}
