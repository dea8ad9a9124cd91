// Compared — which recorded finger each of the newcomer's stands against, as the search paired them.

import type { FingerPosition } from '#enrollment/fingers'
import type { AdjudicationReply } from './wire.ts'

type Fingers = readonly { readonly position: number }[]
type Compared = Pick<AdjudicationReply['candidates'][number], 'fingers'> & {
  readonly person: { readonly fingers: Fingers }
}

/** The newcomer's position and the recorded one; as both are labeled where no search says otherwise. */
export function comparedOf(
  newcomer: { readonly fingers: Fingers },
  { fingers, person }: Compared,
): ReadonlyMap<FingerPosition, FingerPosition> {
  const pairs =
    fingers.length > 0
      ? fingers
      : newcomer.fingers.map(({ position }) => ({ position, recordedPosition: position }))
  const has = (of: Fingers, position: number) => of.some((it) => it.position === position)
  return new Map(
    pairs
      .filter(
        (it) => has(newcomer.fingers, it.position) && has(person.fingers, it.recordedPosition),
      )
      .map((it) => [it.position as FingerPosition, it.recordedPosition as FingerPosition]),
  )
}

/** Hands swapped, or fingers shifted: then or now they were labeled wrongly. */
export function isMixedUp(fingers: Compared['fingers']): boolean {
  return fingers.some((it) => it.recordedPosition !== it.position)
}
