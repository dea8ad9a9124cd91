// Format — days, spans and numbers in both languages.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterOf, formatOf, grouped } from './format.tsx'

const id = formatOf('id', 'Asia/Jakarta')
const en = formatOf('en', 'Asia/Jakarta')
const noon = Date.UTC(2026, 10, 22, 2, 12)

describe('a time is read as the office writes it', () => {
  test('a date names its month', () => {
    expect(id.date(noon)).toBe('22 November 2026')
    expect(id.date(Date.UTC(2026, 7, 1))).toBe('1 Agustus 2026')
    expect(en.date(noon)).toBe('22 November 2026')
  })

  test('a plain date does not slip by a day, whatever the zone', () => {
    for (const zone of ['Asia/Jakarta', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      expect(formatOf('id', zone).date('2009-02-28')).toBe('28 Februari 2009')
    }
  })

  test('the hour has two digits and midnight is zero', () => {
    expect(id.time(noon)).toBe('09:12')
    expect(id.time(Date.UTC(2026, 0, 1, 17, 0))).toBe('00:00')
    expect(id.dateTime(noon)).toBe('22 November 2026, 09:12')
  })
})

describe('a span is told by its largest units', () => {
  test.each([
    [0, '0 dtk', '0 sec'],
    [40_000, '40 dtk', '40 sec'],
    [460_000, '7 mnt 40 dtk', '7 min 40 sec'],
    [600_000, '10 mnt', '10 min'],
    [3_599_700, '59 mnt 59 dtk', '59 min 59 sec'],
    [3_600_000, '1 jam', '1 hr'],
    [7_500_000, '2 jam 5 mnt', '2 hrs 5 min'],
    [86_400_000, '1 hari', '1 day'],
    [3.9 * 86_400_000, '3 hari', '3 days'],
    [-5, '0 dtk', '0 sec'],
  ])('%d ms', (ms, indonesian, english) => {
    expect(id.span(ms)).toBe(indonesian)
    expect(en.span(ms)).toBe(english)
  })

  test('and since when', () => {
    expect(id.since(0, 3 * 86_400_000)).toBe('sejak 3 hari')
    expect(en.since(0, 3 * 86_400_000)).toBe('3 days ago')
  })
})

test('numbers take the marks of the language', () => {
  expect(id.number(49_126)).toBe('49.126')
  expect(id.percent(0.9889, 1)).toBe('98,9 %')
  expect(en.percent(0.9889, 1)).toBe('98.9 %')
})

test('a counter runs in minutes and seconds, hours only when there are any', () => {
  expect(counterOf(161_999)).toBe('02:41')
  expect(counterOf(3_599_000)).toBe('59:59')
  expect(counterOf(3_600_000)).toBe('1:00:00')
})

test('grouping changes nothing but the spaces, and no group stands alone', () => {
  expect(grouped('1606995708990001')).toBe('1606 9957 0899 0001')
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{0,24}$/), (digits) => {
      expect(grouped(digits).replaceAll(' ', '')).toBe(digits)
      expect(grouped(digits)).not.toMatch(/^ | $| {2}/)
    }),
  )
})
