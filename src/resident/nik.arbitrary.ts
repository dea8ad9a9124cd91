// NIK arbitraries — every NIK that the grammar allows, written out from its parts.

import fc from 'fast-check'
import type { Nik, NikParts } from './nik.ts'

export const nikParts: fc.Arbitrary<NikParts> = fc.record({
  wilayah: fc.constantFrom('160699', '919999', '110101'),
  sex: fc.constantFrom('male', 'female'),
  day: fc.oneof(fc.constantFrom(1, 9, 10, 28, 29, 30, 31), fc.integer({ min: 1, max: 31 })),
  month: fc.integer({ min: 1, max: 12 }),
  yearOfCentury: fc.integer({ min: 0, max: 99 }),
  serial: fc.oneof(fc.constantFrom(1, 9999), fc.integer({ min: 1, max: 9999 })),
})

export const nik: fc.Arbitrary<Nik> = nikParts.map(spellNik)

/** Spelled anew here, so that the reader is checked against something that is not itself. */
export function spellNik(parts: NikParts): Nik {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  const day = parts.sex === 'female' ? parts.day + 40 : parts.day
  const birth = pad(day, 2) + pad(parts.month, 2) + pad(parts.yearOfCentury, 2)
  return (parts.wilayah + birth + pad(parts.serial, 4)) as Nik
}
