// Working days — when a deadline counted in working days falls due.

import { assert } from '#kit/assert'
import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts'

/** The longest deadline of a published standard is sixty; a year of them is room enough. */
const WORKING_DAYS_MAX = 366
/** Longer than any run of holidays; a calendar of nothing else is a slip in its making. */
const HOLIDAYS_IN_A_ROW_MAX = 60

export function isWorkingDay(date: CalendarDate, holidays: ReadonlySet<CalendarDate>): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !holidays.has(date)
}

/** The working day on which `days` working days after `date` are over; `date` is not counted. */
export function addWorkingDays(
  date: CalendarDate,
  days: number,
  holidays: ReadonlySet<CalendarDate> = new Set(),
): CalendarDate {
  assert(Number.isInteger(days) && days >= 1 && days <= WORKING_DAYS_MAX, 'a deadline of days')
  let due = date
  for (let passed = 0; passed < days; passed++) due = nextWorkingDay(due, holidays)
  return due
}

function nextWorkingDay(date: CalendarDate, holidays: ReadonlySet<CalendarDate>): CalendarDate {
  for (let ahead = 1; ahead <= HOLIDAYS_IN_A_ROW_MAX; ahead++) {
    const next = addDays(date, ahead)
    if (isWorkingDay(next, holidays)) return next
  }
  assert(false, 'the calendar has a working day within two months')
}
