// Search for — one case against everybody found unique, and against its own NIK's earlier record.
//
// A search of everybody may take a second, in which others must be able to decide. So it is made in
// two looks: the first at everybody, without a lock, remembers how far the gallery went; the last,
// under the lock of decisions, at whoever came since.

import type { CaseId } from '#enrollment/events'
import { compare } from './afis/compare.ts'
import { byScoreThenCase, type Found, type Gallery, type SearchAnswer } from './afis/gallery.ts'
import { catchUp } from './catch-up.ts'
import type { Candidate, SearchOutcome } from './decision/decide.ts'
import { decisionPolicy } from './decision/policy.ts'
import { candidatesMax } from './limits.ts'
import type { CenterTransaction } from './log/log.ts'
import { findRecorded, findVisits, readFingers } from './records/store.ts'

export interface Searched {
  readonly caseId: CaseId
  readonly nikIndex: Buffer
}

/** What the first look found, and the last entry of the gallery that it saw. */
export type FirstLook = Pick<SearchAnswer, 'found' | 'comparedPeople' | 'throughSeq'>

const nobodyYet: FirstLook = { found: [], comparedPeople: 0, throughSeq: 0 }

/** The first look; no lock is held. */
export async function searchEverybody(
  transaction: CenterTransaction,
  gallery: Gallery,
  caseId: CaseId,
): Promise<FirstLook> {
  await catchUp(transaction, gallery)
  const newcomer = await readFingers(transaction, caseId)
  const { found, comparedPeople, throughSeq } = await gallery.search(newcomer, askAfter(0))
  return { found, comparedPeople, throughSeq }
}

/**
 * The last look. The caller holds the lock of decisions, so that what is found is still so when it
 * decides.
 */
export async function searchTheRest(
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Searched,
  first: FirstLook,
): Promise<SearchOutcome & { readonly own: Found | undefined }> {
  await catchUp(transaction, gallery)
  const newcomer = await readFingers(transaction, about.caseId)
  const recorded = await findRecorded(transaction, about.nikIndex)
  const own = recorded && {
    ...recorded,
    fingers: await readFingers(transaction, recorded.caseId),
  }
  const since = await gallery.search(newcomer, askAfter(first.throughSeq))
  const found = bestOfEach([...(await stillSo(transaction, first)), ...since.found])
  const comparedPeople = first.comparedPeople + since.comparedPeople
  return {
    others: found.filter((candidate) => candidate.personId !== own?.personId),
    own: own && compare(newcomer, own),
    // The very first person meets an empty gallery: there is nobody to be taken for.
    comparedNothing: newcomer.size === 0 || (since.peopleCount > 0 && comparedPeople === 0),
  }
}

function askAfter(afterSeq: number) {
  return { scoreMin: decisionPolicy.adjudicateScoreMin, candidatesMax, afterSeq }
}

/** A visit that was replaced or removed since has a later number: the last look has it, or nobody. */
async function stillSo(
  transaction: CenterTransaction,
  { found, throughSeq }: FirstLook,
): Promise<readonly Found[]> {
  const visits = await findVisits(
    transaction,
    found.map((it) => it.caseId),
  )
  return found.flatMap((it) => {
    const visit = visits.get(it.caseId)
    return visit !== undefined && visit.seq <= throughSeq
      ? [{ ...it, personId: visit.personId }]
      : []
  })
}

/** Of each person the visit that is most alike; best first, as the gallery answers. */
function bestOfEach(found: readonly Found[]): readonly Found[] {
  const people = new Map<CaseId, Found>()
  for (const it of found.toSorted(byScoreThenCase)) {
    if (!people.has(it.personId)) people.set(it.personId, it)
  }
  return [...people.values()].slice(0, candidatesMax)
}

/** Who came into the gallery, or under the NIK, since an expert was shown the candidates. */
export async function findNewSuspects(
  transaction: CenterTransaction,
  gallery: Gallery,
  about: Searched,
  shown: readonly CaseId[],
): Promise<readonly Candidate[]> {
  const { others, own } = await searchTheRest(transaction, gallery, about, nobodyYet)
  const suspects = own === undefined ? others : [own, ...others]
  return suspects.filter(({ caseId }) => !shown.includes(caseId))
}
