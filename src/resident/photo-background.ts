// Photo background — red for who was born in an odd year, blue for an even one.

import type { CalendarDate } from './calendar-date.ts'

export type PhotoBackground = 'red' | 'blue'

export function photoBackgroundOf(birthDate: CalendarDate): PhotoBackground {
  return Number(birthDate.slice(0, 4)) % 2 === 1 ? 'red' : 'blue'
}
