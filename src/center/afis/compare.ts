// Compare — two people, finger by finger at the same positions, fused into one score.

import type { FingerPosition } from '#enrollment/fingers'
import { fuseFingers, matchProbes, type Probe, prepareProbe, readTemplate } from '#finger'
import { assert } from '#kit/assert'
import type { Fingers, Found, FoundFinger, StoredFingers } from './gallery.ts'

/** Fingers made ready to be compared: once for each person, not once for each search. */
export type Probes = ReadonlyMap<FingerPosition, Probe>

export function prepareFingers(fingers: Fingers): Probes {
  return new Map([...fingers].map(([position, template]) => [position, prepareProbe(template)]))
}

/** What is stored was written by this engine. */
export function readFingers(fingers: StoredFingers): Fingers {
  return new Map(
    [...fingers].map(([position, bytes]) => {
      const read = readTemplate(bytes)
      assert(read.ok, 'a template that was written here can be read here')
      return [position, read.value]
    }),
  )
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
  const scores: FoundFinger[] = []
  for (const [position, probe] of newcomer) {
    const other = recorded.get(position)
    if (other === undefined) continue
    scores.push({ position, recordedPosition: position, score: matchProbes(probe, other) })
  }
  return { score: fuseFingers(scores.map((it) => it.score)), fingers: scores }
}
