// Nomor KK tests — the grammar and its slips.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nomorKk } from './nomor-kk.arbitrary.ts'
import { groupNomorKk, maskNomorKk, type NomorKk, parseNomorKk, readNomorKk } from './nomor-kk.ts'

test('a nomor KK tells when and where it was recorded', () => {
  const parsed = parseNomorKk('160699 310316 0001')
  expect(parsed.ok && readNomorKk(parsed.value)).toEqual({
    wilayah: '160699',
    day: 31,
    month: 3,
    yearOfCentury: 16,
    serial: 1,
  })
})

describe('a slip is named', () => {
  test.each([
    ['160699310316000', { code: 'nomor-kk.length', length: 15 }],
    ['16069931031600011', { code: 'nomor-kk.length', length: 17 }],
    ['160699310316000l', { code: 'nomor-kk.not-a-digit', index: 15 }],
    ['1606990003160001', { code: 'nomor-kk.day', written: '00' }],
    ['1606993203160001', { code: 'nomor-kk.day', written: '32' }],
    ['1606994103160001', { code: 'nomor-kk.day', written: '41' }], // a woman's NIK
    ['1606993100160001', { code: 'nomor-kk.month', written: '00' }],
    ['1606993113160001', { code: 'nomor-kk.month', written: '13' }],
    ['1606993103160000', { code: 'nomor-kk.serial-zero' }],
  ])('%s', (text, issue) => {
    expect(parseNomorKk(text)).toEqual({ ok: false, issue })
  })
})

test('every nomor KK is read, grouped or bare', () => {
  fc.assert(
    fc.property(nomorKk, (it) => {
      expect(parseNomorKk(it)).toEqual({ ok: true, value: it })
      expect(parseNomorKk(groupNomorKk(it))).toEqual({ ok: true, value: it })
    }),
  )
})

test('a masked nomor KK hides its middle', () => {
  expect(maskNomorKk('1606993103160001' as NomorKk)).toBe('160699••••••0001')
})
