// SMS queue — a text put where the gateway takes it from, in the transaction that it tells about.

import type { Phone } from '#resident/phone'
import type { OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { fitSms } from './sms-text.ts'

/** More would cost the office more than a visit costs the resident. */
export const smsPartsMax = 4

export const smsContexts = {
  recipient: 'sms_outbox/recipient',
  text: 'sms_outbox/text',
} as const

/** Puts a text into the queue; one that is too long is cut and ends in `more`. */
export async function queueSms(
  transaction: OfficeTransaction,
  { vault, clock }: Pick<OfficeWorld, 'vault' | 'clock'>,
  sms: { readonly to: Phone; readonly text: string; readonly more?: string },
): Promise<void> {
  const text = fitSms(sms.text, smsPartsMax, sms.more ?? '...')
  await transaction
    .insertInto('sms_outbox')
    .values({
      sealed_recipient: vault.sealText(sms.to, smsContexts.recipient),
      sealed_text: vault.sealText(text, smsContexts.text),
      queued_at: new Date(clock()),
    })
    .execute()
}
