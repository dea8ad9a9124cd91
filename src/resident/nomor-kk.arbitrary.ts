// Nomor KK arbitraries — every nomor KK that the grammar allows.

import fc from 'fast-check'
import type { NomorKk } from './nomor-kk.ts'

const two = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'))

export const nomorKk: fc.Arbitrary<NomorKk> = fc
  .tuple(two(1, 31), two(1, 12), two(0, 99), fc.integer({ min: 1, max: 9999 }))
  .map(
    ([day, month, year, serial]) =>
      `160699${day}${month}${year}${String(serial).padStart(4, '0')}` as NomorKk,
  )
