// Photo background tests — odd is red, even is blue.

import { expect, test } from 'vitest'
import type { CalendarDate } from './calendar-date.ts'
import { photoBackgroundOf } from './photo-background.ts'

test.each([
  ['1999-12-31', 'red'],
  ['2000-01-01', 'blue'],
  ['2009-02-28', 'red'],
  ['2010-01-01', 'blue'],
])('born %s: %s', (date, background) => {
  expect(photoBackgroundOf(date as CalendarDate)).toBe(background)
})
