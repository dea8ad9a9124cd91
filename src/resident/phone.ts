// Phone — an Indonesian mobile number, where an SMS can reach its holder.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'

/** `+62` and the number without its leading zero: `+6281234567890`. */
export type Phone = Brand<string, 'Phone'>

export type PhoneIssue =
  | { readonly code: 'phone.form'; readonly written: string }
  | { readonly code: 'phone.not-mobile'; readonly written: string }
  | { readonly code: 'phone.length'; readonly digits: number }

const WRITTEN_MAX = 40
/** Counted as dialed, from 08. */
const DIALED_DIGITS_MIN = 10
const DIALED_DIGITS_MAX = 13

/** Reads `0812-3456-7890`, `+62 812 3456 7890` or `62812…`. */
export function parsePhone(text: string): Result<Phone, PhoneIssue> {
  const written = text.trim().slice(0, WRITTEN_MAX)
  const bare = written.replace(/[\s.()-]/g, '')
  if (!/^\+?[0-9]+$/.test(bare)) return fail({ code: 'phone.form', written })

  const national = nationalOf(bare)
  if (national === undefined || !national.startsWith('8')) {
    return fail({ code: 'phone.not-mobile', written })
  }
  const digits = national.length + 1
  if (digits < DIALED_DIGITS_MIN || digits > DIALED_DIGITS_MAX) {
    return fail({ code: 'phone.length', digits })
  }
  return ok(`+62${national}` as Phone)
}

/** As it is dialed in the country, in groups: `0812-3456-7890`. */
export function dialedPhone(phone: Phone): string {
  return `0${phone.slice(3)}`.replace(/(.{4})(?=.)/g, '$1-')
}

/** For a log or a screen of others: `0812-****-*890`. */
export function maskPhone(phone: Phone): string {
  const dialed = `0${phone.slice(3)}`
  const hidden = '*'.repeat(dialed.length - 7)
  return `${dialed.slice(0, 4)}${hidden}${dialed.slice(-3)}`.replace(/(.{4})(?=.)/g, '$1-')
}

function nationalOf(bare: string): string | undefined {
  if (bare.startsWith('+62')) return bare.slice(3).replace(/^0/, '')
  if (bare.startsWith('62')) return bare.slice(2)
  return bare.startsWith('0') ? bare.slice(1) : undefined
}
