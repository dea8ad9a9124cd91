// Public — what a resident may learn of a complaint, with its number and code or from its phone.

import { equalBytes } from '#kit/bytes'
import type { Phone } from '#resident/phone'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { opensWith } from './access-code.ts'
import { parseComplaintNumber, stateOf } from './complaint.ts'
import { contactIndexOf } from './register.ts'
import { readAnswers } from './store.ts'
import type { ComplaintStatusReply } from './wire.ts'

type Proof = { readonly code: string } | { readonly sender: Phone }

/** Its state and answers; undefined where number and proof do not belong together. */
export async function findOwnComplaint(
  db: OfficeDb | OfficeTransaction,
  { vault }: Pick<OfficeWorld, 'vault'>,
  typedNumber: string,
  proof: Proof,
): Promise<ComplaintStatusReply | undefined> {
  const number = parseComplaintNumber(typedNumber)
  if (number === undefined) return undefined
  const row = await db
    .selectFrom('complaints')
    .select(['complaint_id', 'number', 'received_at', 'due_on', 'contact_index'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const isOwn =
    'code' in proof
      ? opensWith(vault, row.complaint_id, proof.code)
      : row.contact_index !== null &&
        equalBytes(row.contact_index, contactIndexOf(vault, proof.sender))
  if (!isOwn) return undefined
  const answers = await readAnswers(db, vault, row.complaint_id)
  return {
    number: row.number,
    state: stateOf(answers),
    receivedAtMs: row.received_at.getTime(),
    dueOn: row.due_on,
    answers: answers.map(({ text, closes, atMs }) => ({ text, closes, atMs })),
  }
}
