// Priority tests — the lane and its reasons, just before and on the sixtieth birthday.

import { expect, test } from 'vitest'
import type { CalendarDate } from './calendar-date.ts'
import { decidePriority } from './priority.ts'

const today = '2026-11-22' as CalendarDate
const born = (text: string) => text as CalendarDate

test.each([
  [{}, []],
  [{ birthDate: born('1966-11-23'), disability: 'none', pregnant: false }, []],
  [{ birthDate: born('1966-11-22') }, ['elderly']],
  [{ birthDate: born('2000-01-01'), disability: 'blind' }, ['disability']],
  [{ pregnant: true }, ['pregnant']],
  [{ birthDate: born('1917-01-01'), disability: 'other' }, ['elderly', 'disability']],
] as const)('%j has the reasons %j', (facts, reasons) => {
  expect(decidePriority(facts, today)).toEqual({
    lane: reasons.length === 0 ? 'regular' : 'priority',
    reasons,
  })
})
