// Working days tests — deadlines over week-ends and holidays.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from './calendar-date.arbitrary.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

const day = (text: string) => text as CalendarDate
const none = new Set<CalendarDate>()

describe('a deadline skips Saturday and Sunday', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'], // a Friday
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 2, '2026-11-25'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-23', 60, '2027-02-15'],
  ])('%s and %i', (from, days, due) => {
    expect(addWorkingDays(day(from), days)).toBe(due)
  })
})

test('a holiday is no working day', () => {
  const holidays = new Set([day('2026-12-25')])
  expect(isWorkingDay(day('2026-12-25'), holidays)).toBe(false)
  expect(isWorkingDay(day('2026-12-25'), none)).toBe(true)
  expect(addWorkingDays(day('2026-12-24'), 1, holidays)).toBe('2026-12-28')
})

test('between a day and its deadline lie exactly the working days promised', () => {
  fc.assert(
    fc.property(calendarDate, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const due = addWorkingDays(from, days)
      let counted = 0
      for (let it = addDays(from, 1); it <= due; it = addDays(it, 1)) {
        if (isWorkingDay(it, none)) counted++
      }
      expect(counted).toBe(days)
      expect(isWorkingDay(due, none)).toBe(true)
    }),
  )
})

test('a calendar of nothing but holidays is a slip in its making', () => {
  const start = day('2026-01-01')
  const holidays = new Set(Array.from({ length: 90 }, (_, i) => addDays(start, i)))
  expect(() => addWorkingDays(start, 1, holidays)).toThrow('within two months')
  expect(() => addWorkingDays(start, 0)).toThrow('a deadline of days')
})
