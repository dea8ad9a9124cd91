// Calendar date arbitraries — days that crowd where months, leap years and centuries turn.

import fc from 'fast-check'
import { type CalendarDate, calendarDateOf, daysInMonth } from './calendar-date.ts'

const year = fc.oneof(
  fc.constantFrom(1899, 1900, 1999, 2000, 2004, 2008, 2009, 2010, 2100),
  fc.integer({ min: 1890, max: 2120 }),
)

export const calendarDate: fc.Arbitrary<CalendarDate> = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.constantFrom('first', 'last', 'any'), fc.nat(30))
  .map(([year, month, where, any]) => {
    const days = daysInMonth(year, month)
    const day = where === 'first' ? 1 : where === 'last' ? days : (any % days) + 1
    return calendarDateOf({ year, month, day })
  })

/** A day of the last hundred years before `today`. */
export function birthDateBefore(today: CalendarDate): fc.Arbitrary<CalendarDate> {
  const earliest = `${Number(today.slice(0, 4)) - 100}${today.slice(4)}`
  return calendarDate.filter((date) => date <= today && date > earliest)
}
