// Decide — what a search means for one case.
//
//     searched ──▶ decide ──▶ PRINT_READY_RECORD   nobody else has these fingers
//                        ├──▶ DUPLICATE_RECORD     somebody else certainly has
//                        └──▶ ADJUDICATE_RECORD    perhaps: a human expert looks, as also where there
//                                                  was no finger to compare

import type { CaseId } from '#enrollment/events'
import type { DecisionPolicy } from './policy.ts'

export interface Candidate {
  readonly caseId: CaseId
  /** Fused over the fingers of both people; the scale of `thresholds` in finger/. */
  readonly score: number
}

export interface SearchOutcome {
  /** Everybody else, best first. */
  readonly others: readonly Candidate[]
  /** The earlier record under the same NIK, compared one to one; absent where there is none. */
  readonly own: Candidate | undefined
  /** There was no finger to compare: the newcomer has none, or none that anybody else has too. */
  readonly comparedNothing: boolean
}

export type SearchDecision =
  | { readonly status: 'PRINT_READY_RECORD' }
  | { readonly status: 'DUPLICATE_RECORD'; readonly of: CaseId }
  | {
      readonly status: 'ADJUDICATE_RECORD'
      readonly reason: AdjudicationReason
      readonly candidates: readonly Candidate[]
    }

export type AdjudicationReason =
  | 'doubtful'
  | 'own-nik-differs'
  | 'several-matches'
  | 'nothing-to-compare'

export function decide(search: SearchOutcome, policy: DecisionPolicy): SearchDecision {
  // Who was compared with nobody was not found unique. Papers and photo remain, for a human to judge.
  if (search.comparedNothing) {
    return adjudicate('nothing-to-compare', search.own === undefined ? [] : [search.own])
  }

  const suspects = search.others
    .filter((it) => it.score >= policy.adjudicateScoreMin)
    .toSorted(byScoreThenId)

  // To be found again under one's own NIK is no offense. Fingers that differ from those the NIK was
  // recorded with are: somebody uses another's number, or two people were mixed up.
  if (search.own !== undefined && search.own.score < policy.duplicateScoreMin) {
    return adjudicate('own-nik-differs', [search.own, ...suspects])
  }

  const [strongest] = suspects
  if (strongest === undefined) return { status: 'PRINT_READY_RECORD' }

  // One certain match settles it. Two or more mean that the gallery itself holds a duplicate, and a
  // machine must not choose which of them this resident is.
  const certain = suspects.filter((it) => it.score >= policy.duplicateScoreMin)
  if (certain.length === 1) return { status: 'DUPLICATE_RECORD', of: strongest.caseId }
  return adjudicate(certain.length > 1 ? 'several-matches' : 'doubtful', suspects)
}

function adjudicate(reason: AdjudicationReason, candidates: readonly Candidate[]): SearchDecision {
  return { status: 'ADJUDICATE_RECORD', reason, candidates }
}

/** Ties are broken by id, so that the same search always yields the same decision. */
export function byScoreThenId(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.caseId < b.caseId ? -1 : 1)
}
