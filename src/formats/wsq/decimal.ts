// Decimal — the fractions of a WSQ file: digits, and how far to move the decimal point left.

import type { Field } from '#formats/layout'
import { assert } from '#kit/assert'

/** Up to 65,535, without a sign. */
export const decimal16: Field<number> = {
  kind: 'value',
  size: 3,
  read: (view, offset) => view.getUint16(offset + 1) / 10 ** view.getUint8(offset),
  write(view, offset, value) {
    const { digits, places } = decimalOf(value, 0xffff)
    view.setUint8(offset, places)
    view.setUint16(offset + 1, digits)
  },
}

/** Up to 4,294,967,295, with a sign before it. */
export const signedDecimal32: Field<number> = {
  kind: 'value',
  size: 6,
  read(view, offset) {
    const size = view.getUint32(offset + 2) / 10 ** view.getUint8(offset + 1)
    return view.getUint8(offset) === 0 ? size : -size
  },
  write(view, offset, value) {
    const { digits, places } = decimalOf(Math.abs(value), 0xffffffff)
    view.setUint8(offset, value < 0 ? 1 : 0)
    view.setUint8(offset + 1, places)
    view.setUint32(offset + 2, digits)
  },
}

const placesMax = 255

/** With as many digits as there is room for. */
function decimalOf(value: number, digitsMax: number): { digits: number; places: number } {
  assert(value >= 0 && value <= digitsMax, `${value} can be written as a decimal`)
  if (value === 0) return { digits: 0, places: 0 }
  let places = 0
  while (places < placesMax && Math.round(value * 10 ** (places + 1)) <= digitsMax) places++
  return { digits: Math.round(value * 10 ** places), places }
}
