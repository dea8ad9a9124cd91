// Gallery — everybody found unique, in memory, finger by finger: what a newcomer is searched in.
//
// A rebuildable image of the database: filled at the start, brought up to date before each search.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { FingerTemplate } from '#finger'

export type Fingers = ReadonlyMap<FingerPosition, FingerTemplate>

export interface Gallery {
  /** Adds a person: the entry of that number in the database's gallery. */
  put(seq: number, caseId: CaseId, fingers: Fingers): void
  people(): Iterable<readonly [CaseId, Fingers]>
  readonly peopleCount: number
  /** The number of the latest entry that is here; 0 while there is none. */
  readonly lastSeq: number
}

export function createGallery(): Gallery {
  const people = new Map<CaseId, Fingers>()
  let lastSeq = 0
  return {
    put(seq, caseId, fingers) {
      people.set(caseId, fingers)
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
