// Complete — the end of a capture: whole, looked at by the guards, and sent on only by leave.

import { parseCaseId } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { refuse, valueOrRefuse } from '#kit/node/http-refusal'
import type { Account } from '#staff/account'
import { findGranted } from '../approvals/approved.ts'
import type { ApprovalSubject } from '../approvals/subject.ts'
import { demandStage, refuseUnknown } from '../cases/at-stage.ts'
import { recordAct } from '../log/act.ts'
import { actOnCase, appendFact, type OfficeTransaction } from '../log/log.ts'
import { readCapturedFingers, takenFingersOf } from '../records/captured.ts'
import type { Gallery } from '../records/gallery.ts'
import type { OfficeWorld } from '../world.ts'
import { checkWhole } from './capture.ts'
import type { GuardFinding } from './guards.ts'
import { demandOwn } from './in-capture.ts'
import { lookForGuards } from './look.ts'
import { type CaptureRow, readImages, saveCompleted, saveGuards } from './store.ts'
import { guardViewsOf } from './view.ts'
import type { CaptureCompleted } from './wire.ts'

type Needs = OfficeWorld & { readonly gallery: Gallery }
type SendOn = Extract<ApprovalSubject, { kind: 'send-on' }>

/** Asked again after it was completed, it answers the same. */
export async function completeCapture(
  needs: Needs,
  caseIdText: string,
  by: { readonly account: Account; readonly approvalId: string | undefined },
): Promise<CaptureCompleted> {
  const caseId = parseCaseId(caseIdText) ?? refuseUnknown()
  const outcome = await actOnCase(needs.db, caseId, async (transaction, log) => {
    const done = log.findLast((event) => event.type === 'captured')
    if (done && waitingAt(log) !== 'capture') return { completed: done }
    demandStage(log, ['capture'])
    const capture = await demandOwn(transaction, caseId, by.account)
    return complete(needs, transaction, capture, by)
  })
  if (outcome === undefined) return refuseUnknown()
  // What the guards found is kept, so the refusal comes after the transaction.
  if ('found' in outcome) return refuseForGuards(needs, outcome.found)
  const { fingers, exceptions, sentOn } = outcome.completed
  return { fingers, exceptions, sentOn }
}

async function complete(
  needs: Needs,
  transaction: OfficeTransaction,
  { caseId, biodataConfirmedAtMs }: CaptureRow,
  { account, approvalId }: { readonly account: Account; readonly approvalId: string | undefined },
): Promise<{ completed: CaptureCompleted } | { found: readonly GuardFinding[] }> {
  const fingers = await readCapturedFingers(transaction, caseId)
  const images = new Set((await readImages(transaction, caseId)).keys())
  const biodataConfirmed = biodataConfirmedAtMs !== undefined
  valueOrRefuse(checkWhole({ biodataConfirmed, images, fingers }))

  const found = await lookForGuards(transaction, needs, caseId, fingers)
  await saveGuards(transaction, caseId, found)
  const sentOn = found.length > 0
  if (sentOn) {
    if (approvalId === undefined) return { found }
    const isForThese = sendsOn(found)
    valueOrRefuse(await findGranted(transaction, needs.vault, caseId, approvalId, isForThese), 409)
  }
  const taken = takenFingersOf(fingers).length
  const completed = { fingers: taken, exceptions: fingers.length - taken, sentOn }
  const atMs = needs.clock()
  await saveCompleted(transaction, caseId, atMs)
  await appendFact(transaction, caseId, { type: 'captured', ...completed }, atMs)
  const subject = { caseId, ...completed, ...(sentOn && approvalId ? { approvalId } : {}) }
  const actor = account.accountId
  await recordAct(transaction, { at: atMs, actor, act: 'capture.completed', subject })
  return { completed }
}

/** A leave counts for exactly what the guards found, neither more nor less. */
function sendsOn(found: readonly GuardFinding[]) {
  const needed = found.map(({ guard }) => guard).toSorted()
  return (subject: ApprovalSubject): subject is SendOn =>
    subject.kind === 'send-on' && subject.guards.toSorted().join() === needed.join()
}

/** Called by the first that was found; the others stand beside it. */
async function refuseForGuards({ db }: Needs, found: readonly GuardFinding[]): Promise<never> {
  const guards = await guardViewsOf(db, found)
  const { guard, positions, ticket } = guards[0] as (typeof guards)[number]
  return refuse(409, { code: `guard.${guard}`, positions, ticket, guards })
}
