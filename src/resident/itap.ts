// ITAP — izin tinggal tetap, the permanent stay permit without which a foreigner holds no card.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import type { CalendarDate } from './calendar-date.ts'

export type ItapNumber = Brand<string, 'ItapNumber'>

export interface Itap {
  readonly number: ItapNumber
  /** The last day on which the permit, and so the card, is valid. */
  readonly validUntil: CalendarDate
}

export type ItapIssue =
  | { readonly code: 'itap.number'; readonly written: string }
  | { readonly code: 'itap.missing' }
  | { readonly code: 'itap.expired'; readonly validUntil: CalendarDate }

const NUMBER_MAX = 24

/** Letters, digits, and dashes or slashes between them; the permits' own forms differ by year. */
export function parseItapNumber(text: string): Result<ItapNumber, ItapIssue> {
  const written = text.trim().toUpperCase()
  if (written.length > NUMBER_MAX || !/^[A-Z0-9]+([-/.][A-Z0-9]+)*$/.test(written)) {
    return fail({ code: 'itap.number', written: written.slice(0, NUMBER_MAX) })
  }
  return ok(written as ItapNumber)
}
