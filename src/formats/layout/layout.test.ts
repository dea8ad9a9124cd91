// Layout tests — a table reads what it writes, amid other bytes, and names what is wrong.

import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { concat } from '#kit/bytes'
import {
  constant,
  fourCharacters,
  layout,
  run,
  uint8,
  uint16,
  uint24,
  uint32,
  uint48,
} from './index.ts'

const record = layout({
  magic: constant('FIR\0'),
  small: uint8,
  size: uint16,
  area: uint24,
  name: fourCharacters,
  length: uint32,
  tag: run(3),
  wide: uint48,
})

const value = {
  small: 7,
  size: 0x0102,
  area: 0x030405,
  name: 'IHDR',
  length: 0x06070809,
  tag: Uint8Array.of(1, 2, 3),
  wide: 0x0a0b0c0d0e0f,
}

test('fields follow each other, big-endian, without gaps', () => {
  expect(record.size).toBe(27)
  expect(Buffer.from(record.write(value)).toString('hex')).toBe(
    '46495200' + '07' + '0102' + '030405' + '49484452' + '06070809' + '010203' + '0a0b0c0d0e0f',
  )
})

test('what is written is what is read, also amid other bytes', () => {
  const sizes = fc.record({
    small: fc.constantFrom(0, 1, 254, 255),
    size: fc.constantFrom(0, 255, 256, 0xffff),
    area: fc.constantFrom(0, 0xffff, 0x10000, 0xffffff),
    name: fc.constantFrom('IHDR', 'pHYs', '\xff\x00\x01z'),
    length: fc.constantFrom(0, 0x7fffffff, 0x80000000, 0xffffffff),
    tag: fc.uint8Array({ minLength: 3, maxLength: 3 }),
    wide: fc.constantFrom(0, 0xffffffff, 0x100000000, 0xffffffffffff),
  })
  fc.assert(
    fc.property(sizes, fc.uint8Array(), fc.uint8Array(), (written, before, after) => {
      const bytes = concat(before, record.write(written), after)
      // A view into a larger buffer must not be read from the buffer's beginning.
      const view = concat(Uint8Array.of(9, 9), bytes).subarray(2)
      const read = record.read(view, before.length)
      expect(read).toEqual({ ok: true, value: { magic: 'FIR\0', ...written } })
    }),
  )
})

test('one byte too few is an issue with both sizes', () => {
  const bytes = record.write(value)
  expect(record.read(bytes.subarray(0, 26))).toEqual({
    ok: false,
    issue: { code: 'layout.short', neededBytes: 27, hadBytes: 26 },
  })
  expect(record.read(bytes, 1)).toMatchObject({ issue: { code: 'layout.short', hadBytes: 26 } })
})

test('a constant that differs is named with its place', () => {
  const table = layout({ length: uint16, version: constant('020\0') })
  const bytes = Uint8Array.of(9, 0, 1, 0x30, 0x31, 0x30, 0)
  expect(table.read(bytes, 1)).toEqual({
    ok: false,
    issue: { code: 'layout.constant', field: 'version', offset: 3 },
  })
})

test('a number that does not fit is a programmer’s slip', () => {
  const table = layout({ size: uint16 })
  expect(() => table.write({ size: 0x10000 })).toThrow('fits 2')
  expect(() => table.write({ size: -1 })).toThrow('fits 2')
  expect(() => table.write({ size: 1.5 })).toThrow('fits 2')
})

test('a run that is read does not change with the bytes it came from', () => {
  const table = layout({ tag: run(2) })
  const bytes = Uint8Array.of(1, 2)
  const read = table.read(bytes)
  bytes[0] = 9
  expect(read).toEqual({ ok: true, value: { tag: Uint8Array.of(1, 2) } })
})

test('the type of a record is told by its table', () => {
  const table = layout({ magic: constant('FIR\0'), count: uint16 })
  expectTypeOf<Parameters<typeof table.write>[0]>().toEqualTypeOf<{ readonly count: number }>()
  const read = table.read(table.write({ count: 3 }))
  if (read.ok) expectTypeOf(read.value.magic).toEqualTypeOf<'FIR\0'>()
  expect(read.ok).toBe(true)
})
