// Gallery — everybody found unique, in memory, finger by finger: what a newcomer is searched in.
//
// A rebuildable image of the database: loaded once at the start, then told of each newcomer.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { FingerTemplate } from '#finger'

export type Fingers = ReadonlyMap<FingerPosition, FingerTemplate>

export interface Gallery {
  /** Adds a person, or replaces what is there under the same case. */
  put(caseId: CaseId, fingers: Fingers): void
  remove(caseId: CaseId): void
  find(caseId: CaseId): Fingers | undefined
  people(): Iterable<readonly [CaseId, Fingers]>
  readonly peopleCount: number
}

export function createGallery(): Gallery {
  const people = new Map<CaseId, Fingers>()
  return {
    put: (caseId, fingers) => void people.set(caseId, fingers),
    remove: (caseId) => void people.delete(caseId),
    find: (caseId) => people.get(caseId),
    people: () => people.entries(),
    get peopleCount() {
      return people.size
    },
  }
}
