// Message file — names and bytes of the files by which gammu-smsd hands over SMS.
//
//   inbox/IN20261122_101500_00_+6281234567890_00.txt    date, time, order, sender, part
//   outbox/OUTA20261122_101500_00_+6281234567890_loket-7.txt   and the same name in sent/ or error/
//
// Of a long message each part is a file of its own. gammu-smsd(1), gammu-smsd-files(7).

import { createHash } from 'node:crypto'
import type { Phone } from '#resident/phone'

export interface InboxName {
  /** The same for all parts of one message. */
  readonly message: string
  readonly sender: string
  readonly part: number
  /** `bin` is data for a program, such as settings of an operator, and nothing to read. */
  readonly kind: 'txt' | 'bin'
}

export function parseInboxName(name: string): InboxName | undefined {
  const fields = /^(IN\d{8}_\d{6}_\d{2}_(.{0,40}))_(\d{2,3})\.(txt|bin)$/.exec(name)
  if (fields === null) return undefined
  const [, message = '', sender = '', part = '', kind] = fields
  return { message, sender, part: Number(part), kind: kind === 'bin' ? 'bin' : 'txt' }
}

/** UTF-16 as `InboxFormat = unicode` writes it, either way round, else UTF-8; ends at a zero. */
export function decodeMessage(bytes: Buffer): string {
  const [first, second] = bytes
  const isBig = first === 0xfe && second === 0xff
  const isLittle = first === 0xff && second === 0xfe
  const text = isBig || isLittle ? utf16Of(bytes.subarray(2), isBig) : bytes.toString('utf8')
  return (text.split('\0', 1)[0] ?? '').replace(/\p{Surrogate}|\uFFFD/gu, '')
}

function utf16Of(bytes: Buffer, isBig: boolean): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return (isBig ? even.swap16() : even).toString('utf16le')
}

/**
 * By what a message is known. The name alone is not enough: once its file was taken away, the daemon
 * gives the same name to another message of that sender and second.
 */
export function messageKeyOf(message: string, text: string): string {
  return createHash('sha256').update(`${message}\n${text}`, 'utf8').digest('hex')
}

/** The name holds the number of the row, so that one row is never two files. */
export function outboxNameOf(sms: {
  readonly smsId: number
  readonly to: Phone
  readonly queuedAtMs: number
}): string {
  const digits = new Date(sms.queuedAtMs).toISOString().replace(/\D/g, '')
  const order = String(sms.smsId % 100).padStart(2, '0')
  const when = `${digits.slice(0, 8)}_${digits.slice(8, 14)}`
  return `OUTA${when}_${order}_${sms.to}_loket-${sms.smsId}.txt`
}

export function parseOutboxName(name: string): number | undefined {
  const fields = /^OUT.*_loket-(\d{1,15})\.txt$/.exec(name)
  return fields === null ? undefined : Number(fields[1])
}
