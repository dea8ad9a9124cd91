// Adjudication — what an expert's verdict means for the case.
//
//   same person as another     DUPLICATE_RECORD of that case
//   same person as the own NIK PRINT_READY_RECORD: found again, no offense
//   different persons          PRINT_READY_RECORD, and searched against from now on;
//                              where the NIK is recorded with other fingers: ENROLL_FAILURE_AT_CENTRAL
//   cannot tell                ENROLL_FAILURE_AT_CENTRAL: to be captured again
//
// "The same person" takes two who found so independently (ADR 15); the other verdicts take one:
//
//     open ── different, cannot tell ──▶ settled
//       └── same person ──▶ second ── the same again ──▶ settled
//                              └── anything else ──▶ disputed ── the supervisor ──▶ settled
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
    | 'adjudication.own-opinion'
    | 'adjudication.disputed'
    | 'adjudication.not-disputed'
    | 'adjudication.needs-two'
    | 'adjudication.not-searched'
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

/** What one expert found; `sameAs` where the verdict is 'same-person', else null. */
export interface Opinion {
  readonly by: string
  readonly verdict: Verdict
  readonly sameAs: string | null
}

/** Who has spoken of a case; one row a person. */
export type Spoke = Pick<Opinion, 'by'>

export interface Speaker {
  readonly accountId: string
  readonly isSupervisor: boolean
}

/** `second`: one found the same person. `disputed`: two differed, the supervisor decides. */
export type Standing = 'open' | 'second' | 'disputed'

export type Step = 'settled' | 'proposed' | 'disputed'

/** Of a case that is not settled: which opinions lie behind it says where it stands. */
export function standingOf(opinions: readonly Spoke[]): Standing {
  if (opinions.length === 0) return 'open'
  return opinions.length === 1 ? 'second' : 'disputed'
}

/** Nobody speaks twice of one case, and a supervisor only where two experts differed. */
export function checkTurn(
  opinions: readonly Spoke[],
  who: Speaker,
): Result<undefined, AdjudicationIssue> {
  if (opinions.some((it) => it.by === who.accountId)) {
    return fail({ code: 'adjudication.own-opinion' })
  }
  const isDisputed = standingOf(opinions) === 'disputed'
  if (isDisputed && !who.isSupervisor) return fail({ code: 'adjudication.disputed' })
  if (!isDisputed && who.isSupervisor) return fail({ code: 'adjudication.not-disputed' })
  return ok(undefined)
}

/**
 * What somebody may know of the opinions given. Only 'the same person' asks for a second expert, so
 * who has yet to speak must not see that one was asked for; a supervisor runs the list, and weighs
 * two opinions that differ.
 */
export function sightOf(
  opinions: readonly Spoke[],
  who: Speaker,
): { readonly standing: Standing; readonly seesAll: boolean } {
  const standing = standingOf(opinions)
  const hasSpoken = opinions.some((it) => it.by === who.accountId)
  const isBlind = standing === 'second' && !hasSpoken
  return {
    standing: isBlind && !who.isSupervisor ? 'open' : standing,
    seesAll: hasSpoken || (who.isSupervisor && standing === 'disputed'),
  }
}

/**
 * One found the same person, and of the experts nobody is left to find so too: the case waits for an
 * account that is yet to be made.
 */
export function lacksExpert(opinions: readonly Spoke[], experts: readonly string[]): boolean {
  const others = experts.filter((it) => opinions.every(({ by }) => by !== it))
  return standingOf(opinions) === 'second' && others.length === 0
}

/** What a new opinion does to the case, beside those given before. */
export function stepOf(
  before: readonly Opinion[],
  { verdict, sameAs }: Pick<Opinion, 'verdict' | 'sameAs'>,
): Result<Step, AdjudicationIssue> {
  const standing = standingOf(before)
  if (verdict !== 'same-person') return ok(standing === 'second' ? 'disputed' : 'settled')
  if (before.some((it) => it.verdict === verdict && it.sameAs === sameAs)) return ok('settled')
  if (standing === 'open') return ok('proposed')
  if (standing === 'second') return ok('disputed')
  // Also a supervisor alone cannot find what no expert found.
  return fail({ code: 'adjudication.needs-two' })
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
