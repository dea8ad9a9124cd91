// Adjudication — what an expert's verdict means for the case.
//
//   same person as another     DUPLICATE_RECORD of that case
//   same person as the own NIK PRINT_READY_RECORD: found again, no offense
//   different persons          PRINT_READY_RECORD, and searched against from now on;
//                              where the NIK is recorded with other fingers: ENROLL_FAILURE_AT_CENTRAL
//   cannot tell                ENROLL_FAILURE_AT_CENTRAL: to be captured again
//
// Where there was no finger to compare, papers and photo are all there is: the newcomer is the person
// of the own NIK, or a different person from everybody on record.

import type { CaseId } from '#enrollment/events'
import type { AnswerFact } from '#enrollment/transfer'
import { never } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'

export const verdicts = ['same-person', 'different-persons', 'cannot-tell'] as const
export type Verdict = (typeof verdicts)[number]

export type AdjudicationIssue = {
  readonly code:
    | 'adjudication.unknown'
    | 'adjudication.claimed'
    | 'adjudication.not-claimed'
    | 'adjudication.decided'
    | 'adjudication.same-as'
    | 'adjudication.reason-missing'
}

export interface ShownCandidate {
  readonly caseId: CaseId
  /** Recorded under the very NIK of the newcomer. */
  readonly isOwnNik: boolean
}

export interface Spoken {
  readonly verdict: Verdict
  readonly sameAs: string | undefined
  readonly reason: string
}

export interface Outcome {
  readonly fact: AnswerFact
  /** Found unique: to be searched against from now on. */
  readonly isUnique: boolean
}

const printReady = { type: 'decided', decision: { status: 'PRINT_READY_RECORD' } } as const

export function outcomeOf(
  { verdict, sameAs, reason }: Spoken,
  candidates: readonly ShownCandidate[],
): Result<Outcome, AdjudicationIssue> {
  if (reason.trim() === '') return fail({ code: 'adjudication.reason-missing' })
  const own = candidates.find((it) => it.isOwnNik)
  switch (verdict) {
    case 'same-person': {
      const same = candidates.find((it) => it.caseId === sameAs)
      if (same === undefined) return fail({ code: 'adjudication.same-as' })
      if (same.isOwnNik) return ok({ fact: printReady, isUnique: false })
      const decision = { status: 'DUPLICATE_RECORD', of: same.caseId } as const
      return ok({ fact: { type: 'decided', decision }, isUnique: false })
    }
    case 'different-persons':
      return ok(
        own === undefined
          ? { fact: printReady, isUnique: true }
          : failing('adjudication.nik-of-another'),
      )
    case 'cannot-tell':
      return ok(failing('adjudication.recapture'))
    default:
      return never(verdict)
  }
}

function failing(code: string): Outcome {
  return { fact: { type: 'enroll-failed', code }, isUnique: false }
}
