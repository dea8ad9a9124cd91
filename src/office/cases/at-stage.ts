// At stage — an act on a case that must wait at just this stage; everywhere else it is refused.

import { type CaseEvent, type CaseId, parseCaseId } from '#enrollment/events'
import { type WaitingAt, waitingAt } from '#enrollment/stage'
import { refuse } from '#kit/node/http-refusal'
import { actOnCase, type OfficeDb, type OfficeTransaction } from '../log/log.ts'

export type CaseIssue =
  | { readonly code: 'case.unknown' }
  | { readonly code: 'case.not-here'; readonly waitingAt: WaitingAt }

/**
 * Runs an act in one transaction while nobody else acts on the case. A refusal thrown inside undoes
 * all of it: what is refused changes nothing.
 */
export async function actAt<Answer>(
  db: OfficeDb,
  caseIdText: string,
  stages: readonly WaitingAt[],
  act: (
    transaction: OfficeTransaction,
    caseId: CaseId,
    log: readonly CaseEvent[],
  ) => Promise<Answer>,
): Promise<Answer> {
  const caseId = parseCaseId(caseIdText) ?? refuseUnknown()
  const answer = await actOnCase(db, caseId, async (transaction, log) => {
    demandStage(log, stages)
    return { value: await act(transaction, caseId, log) }
  })
  return (answer ?? refuseUnknown()).value
}

export function demandStage(log: readonly CaseEvent[], stages: readonly WaitingAt[]): void {
  const at = waitingAt(log)
  const issue: CaseIssue = { code: 'case.not-here', waitingAt: at }
  if (!stages.includes(at)) refuse(409, issue)
}

export function refuseUnknown(): never {
  const issue: CaseIssue = { code: 'case.unknown' }
  return refuse(404, issue)
}
