// Calendar date — a day as a birth certificate writes it: no clock, no zone, no Date object.
//
// A Date is an instant; made of `2009-11-22` and shown in another zone it is another day, and a
// resident is seventeen a day too early. Here a day is the text `YYYY-MM-DD`, so comparing texts
// compares days, and arithmetic is done on the number of days since 1 January 1970.

import { assert } from '#kit/assert'
import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'

/** `YYYY-MM-DD`, a day that exists in the Gregorian calendar, of the years 1 to 9999. */
export type CalendarDate = Brand<string, 'CalendarDate'>

export interface DateParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

export type DateIssue =
  | { readonly code: 'date.form'; readonly written: string }
  | { readonly code: 'date.month'; readonly written: string }
  | { readonly code: 'date.day'; readonly written: string; readonly daysInMonth: number }

const WRITTEN_MAX = 32
const DAY_MS = 86_400_000
/** Waktu Indonesia Barat, the zone of Musi Banyuasin; it knows no summer time. */
export const wibUtcOffsetHours = 7

/** Reads `2026-11-22`, or a day the way a form and a card write it: `22-11-2026`, `22/11/2026`. */
export function parseCalendarDate(text: string): Result<CalendarDate, DateIssue> {
  const written = text.trim()
  if (written.length > WRITTEN_MAX) {
    return fail({ code: 'date.form', written: written.slice(0, WRITTEN_MAX) })
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  const onPaper = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(written)
  const [yearText, monthText, dayText] = iso
    ? [iso[1], iso[2], iso[3]]
    : [onPaper?.[4], onPaper?.[3], onPaper?.[1]]
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)]
  if ((!iso && !onPaper) || year === 0) return fail({ code: 'date.form', written })
  if (month < 1 || month > 12) return fail({ code: 'date.month', written })
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) return fail({ code: 'date.day', written, daysInMonth: days })
  return ok(spell({ year, month, day }))
}

/** The day of parts that are known to exist. */
export function calendarDateOf(parts: DateParts): CalendarDate {
  const { year, month, day } = parts
  assert(year >= 1 && year <= 9999 && month >= 1 && month <= 12, 'year and month exist')
  assert(day >= 1 && day <= daysInMonth(year, month), 'the day exists in its month')
  return spell(parts)
}

export function datePartsOf(date: CalendarDate): DateParts {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

/** The day at the office while a clock shows this instant. */
export function calendarDateAt(epochMs: number, utcOffsetHours = wibUtcOffsetHours): CalendarDate {
  return ofDayNumber(Math.floor((epochMs + utcOffsetHours * 3_600_000) / DAY_MS))
}

/** Whole years lived; negative before birth. Who was born on 29 February ages on 1 March. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The first day on which `ageOn` answers `years`. */
export function birthdayOf(birthDate: CalendarDate, years: number): CalendarDate {
  const { year, month, day } = datePartsOf(birthDate)
  const exists = day <= daysInMonth(year + years, month)
  return calendarDateOf(
    exists ? { year: year + years, month, day } : { year: year + years, month: month + 1, day: 1 },
  )
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return ofDayNumber(dayNumberOf(date) + days)
}

/** Days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumberOf(date) + 4) % 7) + 7) % 7
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function spell({ year, month, day }: DateParts): CalendarDate {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate
}

/** A year counted from March puts the leap day last, so one formula serves every month. */
function dayNumberOf(date: CalendarDate): number {
  const { year, month, day } = datePartsOf(date)
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  return daysToMarchOf(marchYear) + daysToMarchMonth(marchMonth) + day - 1
}

function ofDayNumber(dayNumber: number): CalendarDate {
  assert(Number.isInteger(dayNumber), 'a day number is whole')
  // By the mean length of a year; in January and February the year from March is the one before.
  let marchYear = 1970 + Math.floor(dayNumber / 365.2425)
  if (daysToMarchOf(marchYear) > dayNumber) marchYear--
  const dayOfYear = dayNumber - daysToMarchOf(marchYear)
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - daysToMarchMonth(marchMonth) + 1
  return calendarDateOf(
    marchMonth < 10
      ? { year: marchYear, month: marchMonth + 3, day }
      : { year: marchYear + 1, month: marchMonth - 9, day },
  )
}

/** Days from 1 January 1970 to 1 March of a year. */
function daysToMarchOf(year: number): number {
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays - 719_468
}

/** Days from 1 March to the first of a month counted from March: lengths repeat 31 30 31 30 31. */
function daysToMarchMonth(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5)
}
