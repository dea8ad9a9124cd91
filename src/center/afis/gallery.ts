// Gallery — everybody found unique, in memory, finger by finger: what a newcomer is searched in.
//
// A rebuildable image of the database: filled at the start, brought up to date before each search.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, type Probe, prepareProbe } from '#finger'

export type Fingers = ReadonlyMap<FingerPosition, FingerTemplate>

/** Fingers made ready to be compared: once for each person, not once for each search. */
export type Probes = ReadonlyMap<FingerPosition, Probe>

export function prepareFingers(fingers: Fingers): Probes {
  return new Map([...fingers].map(([position, template]) => [position, prepareProbe(template)]))
}

export interface Gallery {
  /** Adds a person: the entry of that number in the database's gallery. */
  put(seq: number, caseId: CaseId, fingers: Fingers): void
  people(): Iterable<readonly [CaseId, Probes]>
  readonly peopleCount: number
  /** The number of the latest entry that is here; 0 while there is none. */
  readonly lastSeq: number
}

export function createGallery(): Gallery {
  const people = new Map<CaseId, Probes>()
  let lastSeq = 0
  return {
    put(seq, caseId, fingers) {
      people.set(caseId, prepareFingers(fingers))
      lastSeq = Math.max(lastSeq, seq)
    },
    people: () => people.entries(),
    get peopleCount() {
      return people.size
    },
    get lastSeq() {
      return lastSeq
    },
  }
}
