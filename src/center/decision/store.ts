// Store — the evidence of each search, and the cases that wait for a human expert.

import type { CaseId } from '#enrollment/events'
import type { SearchTerms } from '../database/adjudication-tables.ts'
import type { CenterTransaction } from '../log/log.ts'
import type { AdjudicationReason, Candidate, SearchOutcome } from './decide.ts'

export interface Searched {
  readonly outcome: SearchOutcome & { readonly galleryPeople: number; readonly terms: SearchTerms }
  /** Who is like the newcomer on paper: evidence only, nothing is decided by it. */
  readonly alike: readonly object[]
}

export async function recordSearch(
  transaction: CenterTransaction,
  caseId: CaseId,
  { outcome, alike }: Searched,
  atMs: number,
): Promise<void> {
  await transaction
    .insertInto('searches')
    .values({
      case_id: caseId,
      searched_at: new Date(atMs),
      gallery_people: outcome.galleryPeople,
      candidates: JSON.stringify(outcome.others),
      own: JSON.stringify(outcome.own ?? null),
      demographics: JSON.stringify(alike),
      terms: JSON.stringify(outcome.terms),
    })
    .execute()
}

export async function openAdjudication(
  transaction: CenterTransaction,
  caseId: CaseId,
  about: { readonly reason: AdjudicationReason; readonly candidates: readonly Candidate[] },
  atMs: number,
): Promise<void> {
  await transaction
    .insertInto('adjudications')
    .values({
      case_id: caseId,
      reason: about.reason,
      candidates: JSON.stringify(about.candidates),
      opened_at: new Date(atMs),
    })
    .execute()
}
