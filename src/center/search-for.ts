// Search for — one case against everybody found unique, and against its own NIK's earlier record.
//
// A search of everybody may take a second, in which others must be able to decide. So it is made in
// two looks: the first at everybody, without a lock, remembers how far the gallery went; the last,
// under the lock of decisions, at whoever came since.

import type { CaseId } from '#enrollment/events'
import { compare, comparePrepared, prepareFingers } from './afis/compare.ts'
import {
  byScoreThenCase,
  type Fingers,
  type Found,
  type Gallery,
  isSearchFailure,
  type SearchAnswer,
  type SearchFailure,
} from './afis/gallery.ts'
import { parametersSha256 } from './afis/snapshot.ts'
import { searchWithin } from './afis/within.ts'
import { catchUp, lacksTemplates } from './catch-up.ts'
import type { SearchTerms } from './database/adjudication-tables.ts'
import type { SearchOutcome } from './decision/decide.ts'
import { type DecisionPolicy, policyFor } from './decision/policy.ts'
import { recordSearch } from './decision/store.ts'
import { findAlike } from './demographics/store.ts'
import { candidatesMax } from './limits.ts'
import type { CenterTransaction } from './log/log.ts'
import { findRecorded, findVisits } from './records/store.ts'
import { findFingers } from './records/templates.ts'

export interface Searched {
  readonly caseId: CaseId
  readonly nikIndex: Buffer
}

/** What the first look found, and the last entry of the gallery that it saw. */
export type FirstLook = Pick<
  SearchAnswer,
  'found' | 'comparedPeople' | 'throughSeq' | 'searched'
> & {
  /** By which it was made. */
  readonly parametersSha256: string
}

export interface SearchParts {
  readonly gallery: Gallery
  /** Searches that may bring up a stranger: a share of all. */
  readonly rate: number
  /** What one search may take. */
  readonly withinMs: number
}

export interface SearchedOutcome extends SearchOutcome {
  readonly others: readonly Found[]
  readonly own: Found | undefined
  /** The scores that hold for a gallery of this size. */
  readonly policy: DecisionPolicy
  readonly galleryPeople: number
  readonly terms: SearchTerms
}

const nobodyYet: FirstLook = { found: [], comparedPeople: 0, throughSeq: 0, parametersSha256 }

/** The first look; no lock is held. */
export async function searchEverybody(
  transaction: CenterTransaction,
  { gallery, rate, withinMs }: SearchParts,
  caseId: CaseId,
): Promise<FirstLook | SearchFailure> {
  const behind = await catchUp(transaction, gallery)
  if (behind !== undefined) return behind
  const newcomer = await findFingers(transaction, caseId)
  if (newcomer === undefined) return lacksTemplates
  const policy = policyFor({ people: gallery.peopleCount, fingers: newcomer.size, rate })
  const answer = await searchWithin(withinMs, gallery, newcomer, askAfter(0, policy))
  if (isSearchFailure(answer)) return answer
  const { peopleCount: _, ...firstLook } = answer
  return { ...firstLook, parametersSha256 }
}

/**
 * The last look. The caller holds the lock of decisions, so that what is found is still so when it
 * decides.
 */
export async function searchTheRest(
  transaction: CenterTransaction,
  { gallery, rate, withinMs }: SearchParts,
  about: Searched,
  first: FirstLook,
): Promise<SearchedOutcome | SearchFailure> {
  const behind = await catchUp(transaction, gallery)
  if (behind !== undefined) return behind
  const newcomer = await findFingers(transaction, about.caseId)
  const recorded = await findRecorded(transaction, about.nikIndex)
  const fingers = recorded && (await findFingers(transaction, recorded.caseId))
  if (newcomer === undefined || (recorded && !fingers)) return lacksTemplates
  const own = recorded && fingers && { ...recorded, fingers }
  const policy = policyFor({ people: gallery.peopleCount, fingers: newcomer.size, rate })
  const since = await searchWithin(withinMs, gallery, newcomer, askAfter(first.throughSeq, policy))
  if (isSearchFailure(since)) return since
  const found = bestOfEach([...(await stillSo(transaction, first)), ...since.found])
  // The last look may count whom it did not need to look at again.
  const comparedRecords = Math.max(first.comparedPeople, since.comparedPeople)
  const { throughSeq } = since
  const scoreMax = scoreMaxOf(newcomer)
  // So little on the fingers that nobody could be found by them, be they here or not.
  const saysTooLittle = scoreMax < policy.adjudicateScoreMin
  return {
    others: found.filter((candidate) => candidate.personId !== own?.personId),
    own: own && compare(newcomer, own),
    policy,
    galleryPeople: since.peopleCount,
    terms: {
      ...{ throughSeq, comparedRecords, fingers: newcomer.size, rate },
      ...{ ...policy, scoreMax, parametersSha256 },
      ...searchedBy(first, since),
    },
    // The very first person meets an empty gallery: there is nobody to be taken for.
    comparedNothing: saysTooLittle || (since.peopleCount > 0 && comparedRecords === 0),
  }
}

/** What the very same fingers would score; 0 where there is none. */
function scoreMaxOf(newcomer: Fingers): number {
  const probes = prepareFingers(newcomer)
  return comparePrepared(probes, probes).score
}

/** Where several processes hold the gallery: who of them answered for which part, in either look. */
function searchedBy(first: FirstLook, { searched: since }: SearchAnswer) {
  if (since === undefined) return {}
  return { searched: { everybody: first.searched ?? [], since } }
}

function askAfter(afterSeq: number, { adjudicateScoreMin }: DecisionPolicy) {
  return { scoreMin: adjudicateScoreMin, candidatesMax, afterSeq }
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

/**
 * Who came into the gallery, or under the NIK, since an expert was shown the candidates; this search
 * is evidence as well. The caller holds the lock of decisions.
 */
export async function findNewSuspects(
  transaction: CenterTransaction,
  parts: SearchParts & { readonly atMs: number },
  about: Searched,
  shown: readonly CaseId[],
): Promise<readonly Found[] | SearchFailure> {
  const outcome = await searchTheRest(transaction, parts, about, nobodyYet)
  if (isSearchFailure(outcome)) return outcome
  const alike = await findAlike(transaction, about.caseId)
  await recordSearch(transaction, about.caseId, { outcome, alike }, parts.atMs)
  const { others, own } = outcome
  const suspects = own === undefined ? others : [own, ...others]
  return suspects.filter(({ caseId }) => !shown.includes(caseId))
}
