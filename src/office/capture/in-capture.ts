// In capture — an act on a capture by the operator who takes it; by nobody else, and nowhere else.

import type { FastifyRequest } from 'fastify'
import type { CaseId } from '#enrollment/events'
import { refuse } from '#kit/node/http-refusal'
import type { Account } from '#staff/account'
import type { AuditSubject } from '#staff/audit'
import { accountOf } from '#staff/guard'
import { actAt } from '../cases/at-stage.ts'
import { type OfficeAct, recordAct } from '../log/act.ts'
import type { OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { type CaptureRow, findCapture } from './store.ts'

export type InCaptureIssue =
  | { readonly code: 'capture.not-started' }
  | { readonly code: 'capture.other-operator' }

type CaptureRequest = FastifyRequest<{ Params: { caseId: string } }>

/** Runs the act in one transaction and, if it is told what to call it, writes it into the audit. */
export async function actInCapture<Answer>(
  world: OfficeWorld,
  request: CaptureRequest,
  act: (transaction: OfficeTransaction, capture: CaptureRow) => Promise<Answer>,
  audit?: { readonly act: OfficeAct; readonly subject?: AuditSubject },
): Promise<Answer> {
  const account = accountOf(request)
  return actAt(world.db, request.params.caseId, ['capture'], async (transaction, caseId) => {
    const capture = await demandOwn(transaction, caseId, account)
    const answer = await act(transaction, capture)
    if (audit) {
      const subject = { caseId, ...audit.subject }
      await recordAct(transaction, {
        at: world.clock(),
        actor: account.accountId,
        act: audit.act,
        subject,
      })
    }
    return answer
  })
}

export async function demandOwn(
  transaction: OfficeTransaction,
  caseId: CaseId,
  { accountId }: Account,
): Promise<CaptureRow> {
  const capture = await findCapture(transaction, caseId)
  if (capture === undefined) return refuseFor({ code: 'capture.not-started' })
  return capture.operator === accountId ? capture : refuseFor({ code: 'capture.other-operator' })
}

function refuseFor(issue: InCaptureIssue): never {
  return refuse(409, issue)
}
