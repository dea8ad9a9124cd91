// Receive — one message comes in: kept, understood, acted on and answered, all or nothing of it.

import { waitingAt } from '#enrollment/stage'
import { never } from '#kit/assert'
import type { Phone } from '#resident/phone'
import { findCase } from '../cases/case-file.ts'
import { parseTicket } from '../cases/ticket.ts'
import { type OfficeTransaction, readLog } from '../log/log.ts'
import { queueSms } from '../records/sms-queue.ts'
import type { OfficeWorld } from '../world.ts'
import { messageKeyOf } from './message-file.ts'
import { replies } from './replies.id.ts'
import { answerableSender, askedBy, smsTextMax } from './sms.ts'

/** What the register of complaints does for a message. */
export interface ComplaintDesk {
  file(
    transaction: OfficeTransaction,
    told: { readonly text: string; readonly sender: Phone },
  ): Promise<{ readonly number: string; readonly dueOn: string; readonly accessCode: string }>
  /** Undefined where there is no such complaint of this sender. */
  find(
    transaction: OfficeTransaction,
    asked: { readonly number: string; readonly sender: Phone },
  ): Promise<
    | { readonly number: string; readonly dueOn: string; readonly lastAnswer: string | undefined }
    | undefined
  >
}

export interface ReceivedMessage {
  /** The name that all its parts share. */
  readonly message: string
  readonly sender: string
  /** Undefined for data that is no text. */
  readonly text: string | undefined
}

export type ReceivedOutcome =
  | 'complaint'
  | 'status'
  | 'help'
  | 'no-reply-to'
  | 'too-many'
  | 'no-text'
  | 'repeated'

/** More answers within an hour would only feed a machine that answers them. */
export const repliesPerHourMax = 6
/** A person has no more to complain of in a day; what goes beyond is kept, but not numbered. */
export const complaintsPerDayMax = 5
const hourMs = 3_600_000

type Needs = Pick<OfficeWorld, 'db' | 'vault' | 'clock' | 'settings'>

/** Takes a message in; the same message again changes nothing. */
export async function receiveMessage(
  world: Needs,
  desk: ComplaintDesk,
  received: ReceivedMessage,
): Promise<ReceivedOutcome> {
  const { vault, clock, settings } = world
  const text = received.text?.slice(0, smsTextMax) ?? ''
  const key = messageKeyOf(received.message, text)
  const sender = answerableSender(received.sender, settings.smsNumber)
  const senderIndex = vault.blindIndex(`sms/sender/${sender ?? received.sender}`)
  return world.db.transaction().execute(async (transaction) => {
    const kept = await transaction
      .insertInto('sms_received')
      .values({
        message_key: key,
        sender_index: senderIndex,
        sealed_sender: vault.sealText(received.sender, `sms_received/${key}/sender`),
        sealed_text: vault.sealText(text, `sms_received/${key}/text`),
        received_at: new Date(clock()),
        outcome: 'taken',
        replied: false,
      })
      .onConflict((conflict) => conflict.column('message_key').doNothing())
      .returning('message_key')
      .executeTakeFirst()
    if (kept === undefined) return 'repeated'
    const { outcome, reply } = await understand(transaction, world, desk, {
      text: received.text,
      sender,
      senderIndex,
    })
    const mayReply =
      sender !== undefined &&
      reply !== undefined &&
      (await countSince(transaction, senderIndex, clock() - hourMs, 'replied')) < repliesPerHourMax
    if (mayReply) await queueSms(transaction, world, { to: sender, text: reply })
    await transaction
      .updateTable('sms_received')
      .set({ outcome, replied: mayReply })
      .where('message_key', '=', key)
      .execute()
    return outcome
  })
}

interface Understood {
  readonly outcome: ReceivedOutcome
  readonly reply?: string
}

async function understand(
  transaction: OfficeTransaction,
  { clock }: Needs,
  desk: ComplaintDesk,
  from: {
    readonly text: string | undefined
    readonly sender: Phone | undefined
    readonly senderIndex: Buffer
  },
): Promise<Understood> {
  const { text, sender, senderIndex } = from
  if (sender === undefined) return { outcome: 'no-reply-to' }
  if (text === undefined) return { outcome: 'no-text' }
  const asked = askedBy(text)
  switch (asked.kind) {
    case 'help':
      return { outcome: 'help', reply: replies.help }
    case 'status':
      return { outcome: 'status', reply: await statusOf(transaction, desk, asked.about, sender) }
    case 'complaint': {
      const dayAgo = clock() - 24 * hourMs
      const filedToday = await countSince(transaction, senderIndex, dayAgo, 'complaint')
      if (filedToday >= complaintsPerDayMax) return { outcome: 'too-many' }
      const filed = await desk.file(transaction, { text: asked.text, sender })
      return {
        outcome: 'complaint',
        reply: replies.filed(filed.number, filed.dueOn, filed.accessCode),
      }
    }
    default:
      return never(asked)
  }
}

async function statusOf(
  transaction: OfficeTransaction,
  desk: ComplaintDesk,
  about: string,
  sender: Phone,
): Promise<string> {
  const ticket = parseTicket(about)
  const file = ticket === undefined ? undefined : await findCase(transaction, ticket)
  if (file !== undefined) {
    return replies.caseStatus(file.ticket, waitingAt(await readLog(transaction, file.caseId)))
  }
  const complaint = await desk.find(transaction, { number: about, sender })
  if (complaint === undefined) return replies.unknown
  const { number, dueOn, lastAnswer } = complaint
  return lastAnswer === undefined
    ? replies.complaintOpen(number, dueOn)
    : replies.complaintAnswer(number, lastAnswer)
}

async function countSince(
  transaction: OfficeTransaction,
  senderIndex: Buffer,
  sinceMs: number,
  what: 'replied' | 'complaint',
): Promise<number> {
  const { count } = await transaction
    .selectFrom('sms_received')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('sender_index', '=', senderIndex)
    .where('received_at', '>', new Date(sinceMs))
    .where((eb) =>
      what === 'replied' ? eb('replied', '=', true) : eb('outcome', '=', 'complaint'),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
