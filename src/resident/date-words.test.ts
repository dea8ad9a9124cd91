// Date words tests — the same day in two languages and on paper.

import { expect, test } from 'vitest'
import type { CalendarDate } from './calendar-date.ts'
import { longDate, longDateWithWeekday, paperDate } from './date-words.ts'

test.each([
  ['2026-11-22', '22 November 2026', '22 November 2026', 'Minggu, 22 November 2026', '22-11-2026'],
  ['2009-01-05', '5 Januari 2009', '5 January 2009', 'Senin, 5 Januari 2009', '05-01-2009'],
  ['2008-02-29', '29 Februari 2008', '29 February 2008', 'Jumat, 29 Februari 2008', '29-02-2008'],
  ['1999-12-31', '31 Desember 1999', '31 December 1999', 'Jumat, 31 Desember 1999', '31-12-1999'],
])('%s', (date, id, en, withWeekday, paper) => {
  const it = date as CalendarDate
  expect(longDate(it, 'id')).toBe(id)
  expect(longDate(it, 'en')).toBe(en)
  expect(longDateWithWeekday(it, 'id')).toBe(withWeekday)
  expect(paperDate(it)).toBe(paper)
})
