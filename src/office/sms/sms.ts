// SMS — what a message asks for, and whether its sender is one to answer.

import { type Phone, parsePhone } from '#resident/phone'

export type Asked =
  | { readonly kind: 'complaint'; readonly text: string }
  | { readonly kind: 'status'; readonly about: string }
  | { readonly kind: 'help' }

/** Ten parts of a long message. */
export const smsTextMax = 1_600
const complaintTextMin = 5
const aboutMax = 40

const complaintWords = /^\s*(?:aduan|adu|pengaduan|lapor|keluhan)\b[\s:.,#-]*/i
const statusWords = /^\s*(?:status|cek)\b[\s:.,#-]*/i

/** `ADUAN <text>` files a complaint, `STATUS <number>` asks for one; all else is told how to ask. */
export function askedBy(text: string): Asked {
  const whole = text.slice(0, smsTextMax)
  // ADU-2611-0003 alone is no complaint but the number of one.
  if (/^\s*ADU[\s-]?\d{4}/i.test(whole)) return { kind: 'status', about: aboutOf(whole) }
  if (complaintWords.test(whole)) {
    const told = whole.replace(complaintWords, '').trim()
    return told.length < complaintTextMin ? { kind: 'help' } : { kind: 'complaint', text: told }
  }
  if (statusWords.test(whole)) {
    const about = aboutOf(whole.replace(statusWords, ''))
    return about === '' ? { kind: 'help' } : { kind: 'status', about }
  }
  return { kind: 'help' }
}

function aboutOf(text: string): string {
  return text.trim().slice(0, aboutMax)
}

/**
 * The number to answer; undefined for those that are not: short codes, names of services, and the
 * office itself, whose answers would be answered without end.
 */
export function answerableSender(sender: string, own: string): Phone | undefined {
  const phone = parsePhone(sender)
  const self = parsePhone(own)
  if (!phone.ok || (self.ok && self.value === phone.value)) return undefined
  return phone.value
}
