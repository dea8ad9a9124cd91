// Typed date — a day as people type it.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateAsTyped, isCalendarDay, isoOfTyped, typedOfIso } from './typed-date.ts'

describe('a date being typed', () => {
  test.each([
    ['', ''],
    ['2', '2'],
    ['22', '22'],
    ['221', '22-1'],
    ['22112009', '22-11-2009'],
    ['221120091', '22-11-2009'],
    ['1-', '01'],
    ['1/2/2009', '01-02-2009'],
    ['1.12.2009', '01-12-2009'],
    ['22 11 2009', '22-11-2009'],
    ['abc', ''],
  ])('%j reads %j', (typed, shown) => {
    expect(dateAsTyped(typed)).toBe(shown)
  })

  test('typing on from what is shown comes to the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (digits) => {
        const grown = [...digits].reduce((shown, digit) => dateAsTyped(shown + digit), '')
        expect(grown).toBe(dateAsTyped(digits))
      }),
    )
  })
})

test('a finished date is a plain one, and back', () => {
  expect(isoOfTyped('22-11-2009')).toBe('2009-11-22')
  expect(isoOfTyped('22-11-200')).toBeUndefined()
  expect(typedOfIso('2009-11-22')).toBe('22-11-2009')
  expect(typedOfIso('')).toBe('')
})

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-04-31', false],
  ['1917-08-17', true],
])('the calendar on %s', (iso, exists) => {
  expect(isCalendarDay(iso)).toBe(exists)
})
