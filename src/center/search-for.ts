// Search for — one case against everybody found unique, and against its own NIK's earlier record.

import type { CaseId } from '#enrollment/events'
import { compare } from './afis/compare.ts'
import type { Found, Gallery } from './afis/gallery.ts'
import { catchUp } from './catch-up.ts'
import type { Candidate, SearchOutcome } from './decision/decide.ts'
import { decisionPolicy } from './decision/policy.ts'
import { candidatesMax } from './limits.ts'
import type { CenterTransaction } from './log/log.ts'
import { findRecorded, readFingers } from './records/store.ts'

export interface Searched {
  readonly caseId: CaseId
  readonly nikIndex: Buffer
}

/** The caller holds the lock of decisions, so that what is found is still so when it decides. */
export async function searchFor(
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Searched,
): Promise<SearchOutcome & { readonly own: Found | undefined }> {
  await catchUp(transaction, gallery)
  const newcomer = await readFingers(transaction, about.caseId)
  const recorded = await findRecorded(transaction, about.nikIndex)
  const own = recorded && {
    ...recorded,
    fingers: await readFingers(transaction, recorded.caseId),
  }
  const { found, comparedPeople, peopleCount } = await gallery.search(newcomer, {
    scoreMin: decisionPolicy.adjudicateScoreMin,
    candidatesMax,
    afterSeq: 0,
  })
  return {
    others: found.filter((candidate) => candidate.personId !== own?.personId),
    own: own && compare(newcomer, own),
    // The very first person meets an empty gallery: there is nobody to be taken for.
    comparedNothing: newcomer.size === 0 || (peopleCount > 0 && comparedPeople === 0),
  }
}

/** Who came into the gallery, or under the NIK, since an expert was shown the candidates. */
export async function findNewSuspects(
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Searched,
  shown: readonly CaseId[],
): Promise<readonly Candidate[]> {
  const { others, own } = await searchFor(transaction, gallery, about)
  const suspects = own === undefined ? others : [own, ...others]
  return suspects.filter(({ caseId }) => !shown.includes(caseId))
}
