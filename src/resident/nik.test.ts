// NIK tests — the grammar, its slips, and the doubts that never refuse.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from './calendar-date.ts'
import { nik, nikParts, spellNik } from './nik.arbitrary.ts'
import { doubtsAbout, groupNik, maskNik, type Nik, parseNik, readNik } from './nik.ts'

describe('a NIK is read', () => {
  test.each([
    ['1606990411870003', { sex: 'male', day: 4, month: 11, yearOfCentury: 87, serial: 3 }],
    ['1606994411870003', { sex: 'female', day: 4 }],
    ['1606997112000001', { sex: 'female', day: 31, yearOfCentury: 0 }],
    ['1606993101000001', { sex: 'male', day: 31 }],
    ['16.06.99-041187-0003', { wilayah: '160699', serial: 3 }],
    ['1606 9904 1187 9999', { serial: 9999 }],
    ['1606990411870003', { wilayah: '160699' }],
    ['1606993102000001', { day: 31, month: 2 }], // no such day, yet such numbers were issued
    ['9671010101010001', { wilayah: '967101' }], // beyond what a double holds exactly
  ])('%s', (text, expected) => {
    const parsed = parseNik(text)
    expect(parsed.ok && readNik(parsed.value)).toMatchObject(expected)
  })
})

describe('a slip is named', () => {
  test.each([
    ['', { code: 'nik.length', length: 0 }],
    ['160699041187000', { code: 'nik.length', length: 15 }],
    ['16069904118700031', { code: 'nik.length', length: 17 }],
    ['1'.repeat(65), { code: 'nik.length', length: 65 }],
    [`1606990411870003${' '.repeat(49)}`, { code: 'nik.length', length: 65 }],
    ['16069904118700O3', { code: 'nik.not-a-digit', index: 14 }],
    ['١٦٠٦٩٩٠٤١١٨٧٠٠٠٣', { code: 'nik.not-a-digit', index: 0 }],
    ['1606990011870003', { code: 'nik.day', written: '00' }],
    ['1606993211870003', { code: 'nik.day', written: '32' }],
    ['1606994011870003', { code: 'nik.day', written: '40' }],
    ['1606997211870003', { code: 'nik.day', written: '72' }],
    ['1606990400870003', { code: 'nik.month', written: '00' }],
    ['1606990413870003', { code: 'nik.month', written: '13' }],
    ['1606990411870000', { code: 'nik.serial-zero' }],
  ])('%s', (text, issue) => {
    expect(parseNik(text)).toEqual({ ok: false, issue })
  })
})

test('a disagreement with the biodata is a doubt, not a refusal', () => {
  const siti = '1606994411870003' as Nik
  const written = { day: 4, month: 11, yearOfCentury: 87 }
  const birthDate = '1987-11-04' as CalendarDate
  expect(doubtsAbout(siti, { sex: 'female', birthDate })).toEqual([])
  expect(doubtsAbout(siti, { sex: 'male', birthDate })).toEqual([
    { code: 'nik.other-sex', written: 'female' },
  ])
  for (const other of ['1986-11-04', '1987-10-04', '1987-11-05'] as CalendarDate[]) {
    expect(doubtsAbout(siti, { sex: 'female', birthDate: other })).toEqual([
      { code: 'nik.other-birth-date', ...written },
    ])
  }
})

test('the century is not in the number, so either agrees', () => {
  const old = '1606990101170001' as Nik
  expect(doubtsAbout(old, { sex: 'male', birthDate: '1917-01-01' as CalendarDate })).toEqual([])
  expect(doubtsAbout(old, { sex: 'male', birthDate: '2017-01-01' as CalendarDate })).toEqual([])
})

test('what is spelled is what is read', () => {
  fc.assert(
    fc.property(nikParts, (parts) => {
      const parsed = parseNik(spellNik(parts))
      expect(parsed.ok && readNik(parsed.value)).toEqual(parts)
    }),
  )
})

test('any text gets an answer, and a NIK read twice is the same NIK', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), nik, nik.map(groupNik)), (text) => {
      const once = parseNik(text)
      if (once.ok) expect(parseNik(once.value)).toEqual(once)
    }),
  )
})

test('grouping a NIK loses nothing', () => {
  expect(groupNik('1606995708990001' as Nik)).toBe('1606 9957 0899 0001')
  fc.assert(
    fc.property(nik, (it) => {
      expect(parseNik(groupNik(it))).toEqual({ ok: true, value: it })
    }),
  )
})

test('a masked NIK never shows the birth date', () => {
  fc.assert(
    fc.property(nik, (it) => {
      expect(maskNik(it)).toBe(`${it.slice(0, 6)}••••••${it.slice(12)}`)
    }),
  )
})
