// Answer — what the office says to a complaint: written down, told by SMS, and the class corrected.

import { refuse } from '#kit/node/http-refusal'
import { calendarDateAt } from '#resident/calendar-date'
import type { Account } from '#staff/account'
import type { ComplaintClassId, ComplaintSubjectId } from '#standard'
import { complaintsSeenBy } from '../cases/complaint-sight.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeTransaction } from '../log/log.ts'
import { queueSms } from '../records/sms-queue.ts'
import type { OfficeWorld } from '../world.ts'
import { dueOnOf, stateOf } from './complaint.ts'
import { complaintContexts } from './register.ts'
import { openContact, readAnswers } from './store.ts'
import type { AnswerRequest } from './wire.ts'

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock' | 'settings'>

/** Answers; the same request sent again changes nothing. */
export async function answerComplaint(
  world: Needs,
  complaintId: string,
  by: Account,
  answer: AnswerRequest,
): Promise<void> {
  await world.db.transaction().execute(async (transaction) => {
    const row = await holdOpen(transaction, world, complaintId, by, answer.requestId)
    if (row === 'answered-before') return
    const contact = openContact(world.vault, row)
    await transaction
      .insertInto('complaint_answers')
      .values({
        request_id: answer.requestId ?? null,
        complaint_id: complaintId,
        sealed_text: world.vault.sealText(answer.text, complaintContexts.answer(complaintId)),
        closes: answer.closes,
        by_sms: contact !== undefined,
        answered_by: by.accountId,
        answered_at: new Date(world.clock()),
      })
      .execute()
    if (contact !== undefined) {
      await queueSms(transaction, world, {
        to: contact,
        text: `Jawaban ${row.number}: ${answer.text}`,
        more: `... Selengkapnya: ${world.settings.publicUrl}/pengaduan`,
      })
    }
    await recordAct(transaction, {
      at: world.clock(),
      actor: by.accountId,
      act: 'complaint.answered',
      subject: { complaintId, closes: answer.closes },
    })
  })
}

/** Says what a complaint is about, once it was read; its day is counted anew from when it came. */
export async function reclassifyComplaint(
  world: Needs,
  complaintId: string,
  by: Account,
  next: { readonly subject: ComplaintSubjectId; readonly class: ComplaintClassId },
): Promise<void> {
  await world.db.transaction().execute(async (transaction) => {
    const row = await holdOpen(transaction, world, complaintId, by, undefined)
    if (row === 'answered-before') return
    const receivedOn = calendarDateAt(row.received_at.getTime())
    await transaction
      .updateTable('complaints')
      .set({
        subject: next.subject,
        class: next.class,
        due_on: dueOnOf(next.class, receivedOn),
      })
      .where('complaint_id', '=', complaintId)
      .execute()
    await recordAct(transaction, {
      at: world.clock(),
      actor: by.accountId,
      act: 'complaint.reclassified',
      subject: { complaintId, complaintSubject: next.subject, class: next.class },
    })
  })
}

/** Holds the row, so that of two answers at once the second one sees the first. */
async function holdOpen(
  transaction: OfficeTransaction,
  { vault }: Needs,
  complaintId: string,
  by: Account,
  requestId: string | undefined,
) {
  const row = await transaction
    .selectFrom('complaints')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .where(complaintsSeenBy(by))
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refuse(404, { code: 'complaint.unknown' })
  if (requestId !== undefined) {
    const before = await transaction
      .selectFrom('complaint_answers')
      .select('answer_id')
      .where('request_id', '=', requestId)
      .where('complaint_id', '=', complaintId)
      .executeTakeFirst()
    if (before !== undefined) return 'answered-before'
  }
  const answers = await readAnswers(transaction, vault, complaintId)
  if (stateOf(answers) === 'closed') return refuse(409, { code: 'complaint.closed' })
  return row
}
