// Eligibility — who must have a KTP-el, who may be recorded early, and who has to wait.
//
// UU 24/2013, article 63(1): seventeen, or married, or ever married. The regency records from
// sixteen, so that the card lies ready on the seventeenth birthday; before it, nobody hands it over.

import { ageOn, birthdayOf, type CalendarDate } from './calendar-date.ts'
import { hasEverMarried, type MaritalStatus } from './code-lists.ts'

export type Eligibility =
  | { readonly code: 'eligibility.by-age'; readonly age: number }
  | { readonly code: 'eligibility.by-marriage'; readonly age: number }
  | {
      /** May be recorded today; the card is locked until `cardFrom`. */
      readonly code: 'eligibility.recorded-early'
      readonly age: number
      readonly cardFrom: CalendarDate
    }
  | {
      readonly code: 'eligibility.too-young'
      readonly age: number
      readonly recordedFrom: CalendarDate
      readonly cardFrom: CalendarDate
    }

export const cardAge = 17
export const earlyRecordingAge = 16

export function decideEligibility(facts: {
  readonly birthDate: CalendarDate
  readonly maritalStatus: MaritalStatus
  readonly today: CalendarDate
}): Eligibility {
  const age = ageOn(facts.birthDate, facts.today)
  if (age >= cardAge) return { code: 'eligibility.by-age', age }
  if (hasEverMarried(facts.maritalStatus)) return { code: 'eligibility.by-marriage', age }

  const cardFrom = birthdayOf(facts.birthDate, cardAge)
  if (age >= earlyRecordingAge) return { code: 'eligibility.recorded-early', age, cardFrom }
  const recordedFrom = birthdayOf(facts.birthDate, earlyRecordingAge)
  return { code: 'eligibility.too-young', age, recordedFrom, cardFrom }
}

export function mayBeRecorded(eligibility: Eligibility): boolean {
  return eligibility.code !== 'eligibility.too-young'
}

/** The first day on which the card may be handed over; undefined where that is today. */
export function cardLockedUntil(eligibility: Eligibility): CalendarDate | undefined {
  return 'cardFrom' in eligibility ? eligibility.cardFrom : undefined
}
