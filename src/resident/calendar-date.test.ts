// Calendar date tests — days that exist, ages at their borders, and no help from Date.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from './calendar-date.arbitrary.ts'
import {
  addDays,
  ageOn,
  birthdayOf,
  type CalendarDate,
  calendarDateAt,
  calendarDateOf,
  datePartsOf,
  daysBetween,
  parseCalendarDate,
  weekdayOf,
} from './calendar-date.ts'

const day = (text: string) => text as CalendarDate

describe('a day is read', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    [' 22-11-2026 ', '2026-11-22'],
    ['22/11/2026', '2026-11-22'],
    ['2.1.1987', '1987-01-02'],
    ['29-02-2008', '2008-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['0001-01-01', '0001-01-01'],
  ])('%s', (text, date) => {
    expect(parseCalendarDate(text)).toEqual({ ok: true, value: date })
  })
})

describe('a slip is named', () => {
  test.each([
    ['', { code: 'date.form' }],
    ['22 November 2026', { code: 'date.form' }],
    ['22-11-26', { code: 'date.form' }],
    ['22-11/2026', { code: 'date.form' }],
    ['2026-1-2', { code: 'date.form' }],
    ['0000-01-01', { code: 'date.form' }],
    ['2026-00-10', { code: 'date.month' }],
    ['2026-13-10', { code: 'date.month' }],
    ['2026-04-00', { code: 'date.day', daysInMonth: 30 }],
    ['2026-04-31', { code: 'date.day', daysInMonth: 30 }],
    ['2026-12-32', { code: 'date.day', daysInMonth: 31 }],
    ['29-02-2007', { code: 'date.day', daysInMonth: 28 }],
    ['1900-02-29', { code: 'date.day', daysInMonth: 28 }],
    ['2008-02-30', { code: 'date.day', daysInMonth: 29 }],
  ])('%s', (text, issue) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, issue: { ...issue, written: text } })
  })
})

describe('an age changes on the birthday', () => {
  test.each([
    ['2009-11-22', '2026-11-21', 16],
    ['2009-11-22', '2026-11-22', 17],
    ['2009-12-01', '2026-11-30', 16],
    ['2009-01-01', '2026-12-31', 17],
    ['2008-02-29', '2025-02-28', 16],
    ['2008-02-29', '2025-03-01', 17],
    ['2008-02-29', '2028-02-29', 20],
    ['1917-01-01', '2026-11-22', 109],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-23', '2026-11-22', -1],
  ])('born %s, on %s', (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age)
  })
})

test('a birthday on 29 February falls on 1 March in a common year', () => {
  expect(birthdayOf(day('2008-02-29'), 17)).toBe('2025-03-01')
  expect(birthdayOf(day('2008-02-29'), 20)).toBe('2028-02-29')
})

test('a birthday is the first day of its age', () => {
  fc.assert(
    fc.property(calendarDate, fc.integer({ min: 0, max: 120 }), (born, years) => {
      const birthday = birthdayOf(born, years)
      expect(ageOn(born, birthday)).toBe(years)
      expect(ageOn(born, addDays(birthday, -1))).toBe(years - 1)
    }),
  )
})

describe('days are counted', () => {
  test.each([
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2000-03-01', -1, '2000-02-29'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2026-11-22', 0, '2026-11-22'],
    ['1999-12-31', 366, '2000-12-31'],
  ])('%s and %i days', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })

  test('as the platform counts them, where it counts in UTC', () => {
    fc.assert(
      fc.property(calendarDate, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const there = new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000)
        expect(addDays(from, days)).toBe(there.toISOString().slice(0, 10))
        expect(weekdayOf(from)).toBe(new Date(`${from}T00:00:00Z`).getUTCDay())
      }),
      { numRuns: 500 },
    )
  })
})

describe('the office is seven hours ahead of UTC', () => {
  test.each([
    ['2026-11-21T16:59:59.999Z', '2026-11-21'],
    ['2026-11-21T17:00:00.000Z', '2026-11-22'],
    ['1969-12-31T17:00:00.000Z', '1970-01-01'],
  ])('%s', (instant, date) => {
    expect(calendarDateAt(Date.parse(instant))).toBe(date)
  })
})

test('parts and text are the same day', () => {
  fc.assert(
    fc.property(calendarDate, (date) => {
      expect(calendarDateOf(datePartsOf(date))).toBe(date)
      expect(parseCalendarDate(date)).toEqual({ ok: true, value: date })
    }),
  )
})

test('a day that does not exist is a programmer’s slip', () => {
  expect(() => calendarDateOf({ year: 2026, month: 2, day: 29 })).toThrow('the day exists')
  expect(() => calendarDateOf({ year: 2026, month: 13, day: 1 })).toThrow('month exist')
})
