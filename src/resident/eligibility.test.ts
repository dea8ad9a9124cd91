// Eligibility tests — the three-way rule at each of its borders.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from './calendar-date.arbitrary.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { type MaritalStatus, maritalStatuses } from './code-lists.ts'
import { cardLockedUntil, decideEligibility, mayBeRecorded } from './eligibility.ts'

const today = '2026-11-22' as CalendarDate

function decide(birthDate: string, maritalStatus: MaritalStatus = 'never-married') {
  return decideEligibility({ birthDate: birthDate as CalendarDate, maritalStatus, today })
}

describe('who never married', () => {
  test('is eligible on the seventeenth birthday', () => {
    expect(decide('2009-11-22')).toEqual({ code: 'eligibility.by-age', age: 17 })
  })

  test('is recorded the day before, the card locked until the birthday', () => {
    const eligibility = decide('2009-11-23')
    expect(eligibility).toEqual({
      code: 'eligibility.recorded-early',
      age: 16,
      cardFrom: '2026-11-23',
    })
    expect(mayBeRecorded(eligibility)).toBe(true)
    expect(cardLockedUntil(eligibility)).toBe('2026-11-23')
  })

  test('is recorded from the sixteenth birthday', () => {
    expect(decide('2010-11-22')).toMatchObject({ code: 'eligibility.recorded-early', age: 16 })
  })

  test('is too young the day before, and told from when on', () => {
    const eligibility = decide('2010-11-23')
    expect(eligibility).toEqual({
      code: 'eligibility.too-young',
      age: 15,
      recordedFrom: '2026-11-23',
      cardFrom: '2027-11-23',
    })
    expect(mayBeRecorded(eligibility)).toBe(false)
  })

  test('of 29 February waits until 1 March', () => {
    const facts = {
      birthDate: '2008-02-29' as CalendarDate,
      maritalStatus: 'never-married',
    } as const
    expect(decideEligibility({ ...facts, today: '2025-02-28' as CalendarDate })).toEqual({
      code: 'eligibility.recorded-early',
      age: 16,
      cardFrom: '2025-03-01',
    })
    expect(decideEligibility({ ...facts, today: '2025-03-01' as CalendarDate }).code).toBe(
      'eligibility.by-age',
    )
  })
})

test('whoever married, however it ended, is eligible at any age', () => {
  for (const { value } of maritalStatuses.entries.slice(1)) {
    const eligibility = decide('2010-11-23', value)
    expect(eligibility).toEqual({ code: 'eligibility.by-marriage', age: 15 })
    expect(cardLockedUntil(eligibility)).toBeUndefined()
  }
})

test('on each date given, waiting is over, and not the day before', () => {
  fc.assert(
    fc.property(calendarDate, calendarDate, (birthDate, on) => {
      const decideOn = (day: CalendarDate) =>
        decideEligibility({ birthDate, maritalStatus: 'never-married', today: day })
      const eligibility = decideOn(on)
      if (eligibility.code === 'eligibility.by-marriage') throw new Error('never married')
      if (eligibility.code === 'eligibility.by-age') return
      expect(decideOn(eligibility.cardFrom).code).toBe('eligibility.by-age')
      expect(decideOn(addDays(eligibility.cardFrom, -1)).code).not.toBe('eligibility.by-age')
      if (eligibility.code === 'eligibility.recorded-early') return
      expect(mayBeRecorded(decideOn(eligibility.recordedFrom))).toBe(true)
      expect(mayBeRecorded(decideOn(addDays(eligibility.recordedFrom, -1)))).toBe(false)
    }),
  )
})
