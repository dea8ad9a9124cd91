// Dummy phone — in the demonstration a message can be put into it, as if a resident had sent it.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Phone } from '#resident/phone'
import { smsContexts } from '../records/sms-queue.ts'
import { smsPartsOf, smsTextOf } from '../records/sms-text.ts'
import type { OfficeWorld } from '../world.ts'

const sendMsMax = 10_000
const answersShown = 5
const answersLookedAt = 100

/** Lies unread in the phone until gammu-smsd reads it. */
export async function putIntoPhone(folder: string, from: Phone, text: string): Promise<void> {
  const plain = smsTextOf(text)
  const long = smsPartsOf(plain) > 1 ? ['-autolen', String(plain.length)] : []
  const phone = ['-c', join(folder, 'smsdrc'), 'savesms', 'TEXT', '-folder', '1', '-unread']
  await promisify(execFile)('gammu', [...phone, '-sender', from, ...long, '-text', plain], {
    timeout: sendMsMax,
  })
}

/** The newest answers that the daemon sent to a number; for the dummy phone only. */
export async function answersTo(
  { db, vault }: Pick<OfficeWorld, 'db' | 'vault'>,
  to: Phone,
): Promise<readonly { readonly smsId: number; readonly text: string }[]> {
  const rows = await db
    .selectFrom('sms_outbox')
    .select(['sms_id', 'sealed_recipient', 'sealed_text'])
    .where('ended', '=', 'sent')
    .orderBy('sms_id', 'desc')
    .limit(answersLookedAt)
    .execute()
  return rows
    .filter((row) => vault.openText(row.sealed_recipient, smsContexts.recipient) === to)
    .slice(0, answersShown)
    .map((row) => ({
      smsId: row.sms_id,
      text: vault.openText(row.sealed_text, smsContexts.text),
    }))
}
