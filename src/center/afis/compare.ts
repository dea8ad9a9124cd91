// Compare — two people, finger by finger at the same positions, fused into one score.

import type { FingerPosition } from '#enrollment/fingers'
import { fuseFingers, matchProbes, type Probe, prepareProbe } from '#finger'
import type { Fingers, Found } from './gallery.ts'

/** Fingers made ready to be compared: once for each person, not once for each search. */
export type Probes = ReadonlyMap<FingerPosition, Probe>

export function prepareFingers(fingers: Fingers): Probes {
  return new Map([...fingers].map(([position, template]) => [position, prepareProbe(template)]))
}

/** One against one, for a record that must be this person's own. */
export function compare(
  newcomer: Fingers,
  { caseId, personId, fingers }: Pick<Found, 'caseId' | 'personId'> & { readonly fingers: Fingers },
): Found {
  return { caseId, personId, ...comparePrepared(prepareFingers(newcomer), prepareFingers(fingers)) }
}

export function comparePrepared(
  newcomer: Probes,
  recorded: Probes,
): Pick<Found, 'score' | 'fingers'> {
  const scores: { position: FingerPosition; score: number }[] = []
  for (const [position, probe] of newcomer) {
    const other = recorded.get(position)
    if (other !== undefined) scores.push({ position, score: matchProbes(probe, other) })
  }
  return { score: fuseFingers(scores.map((it) => it.score)), fingers: scores }
}
