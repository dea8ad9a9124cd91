// Act — what the office's people do, written into the record of acts; words for each stand in
// administration/messages.id.ts.

import { type Act, recordAct as record } from '#staff/audit'
import type { OfficeTransaction } from './log.ts'

export type OfficeAct =
  | 'approval.asked'
  | 'approval.granted'
  | 'approval.refused'
  | 'attestation.signed'
  | 'blangko.entered'
  | 'capture.completed'
  | 'capture.finger-excepted'
  | 'capture.fingers-forgotten'
  | 'capture.fingers-taken'
  | 'capture.photo-taken'
  | 'capture.quality-accepted'
  | 'capture.returned'
  | 'capture.signature-taken'
  | 'capture.started'
  | 'capture.taken-over'
  | 'card.handover-refused'
  | 'card.issued'
  | 'card.issued-without-finger'
  | 'card.print-failed'
  | 'card.printed'
  | 'card.printed-out-of-order'
  | 'card.sent-for-printing'
  | 'case.cleared'
  | 'case.opened'
  | 'complaint.answered'
  | 'complaint.filed'
  | 'complaint.read'
  | 'complaint.reclassified'
  | 'counter.completed'
  | 'counter.returned'
  | 'document.added'
  | 'document.shown'
  | 'form.endorsed'
  | 'form.returned'
  | 'form.saved'
  | 'form.wet-endorsement-checked'
  | 'operator.fingers-registered'
  | 'outbox.retried'
  | 'queue.absent'
  | 'queue.called'
  | 'queue.joined'
  | 'record.registered'
  | 'requirement.settled'

/** Writes it in the transaction of the act itself; call it last (see `recordAct` of staff). */
export async function recordAct(
  transaction: OfficeTransaction,
  done: Act<OfficeAct>,
): Promise<void> {
  await record(transaction, done)
}
