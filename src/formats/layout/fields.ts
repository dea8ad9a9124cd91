// Fields — what a layout table is made of: big-endian numbers, constants, runs of bytes.

import { assert } from '#kit/assert'
import type { ConstantField, Field } from './layout.ts'

export const uint8 = unsigned(1)
export const uint16 = unsigned(2)
export const uint24 = unsigned(3)
export const uint32 = unsigned(4)
/** The record length of the 2005 editions. */
export const uint48 = unsigned(6)

function unsigned(size: 1 | 2 | 3 | 4 | 6): Field<number> {
  const most = 2 ** (8 * size) - 1
  return {
    kind: 'value',
    size,
    read(view, offset) {
      let value = 0
      for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(offset + i)
      return value
    },
    write(view, offset, value) {
      assert(
        Number.isInteger(value) && value >= 0 && value <= most,
        `${value} fits ${size} unsigned bytes`,
      )
      let rest = value
      for (let i = size - 1; i >= 0; i--) {
        view.setUint8(offset + i, rest % 256)
        rest = Math.floor(rest / 256)
      }
    },
  }
}

/** Bytes that must stand there, written as Latin-1 text: `constant('FIR\0')`. */
export function constant<const Text extends string>(text: Text): ConstantField<Text> {
  const codes = Array.from(text, (it) => it.charCodeAt(0))
  assert(
    codes.every((it) => it < 256),
    'a constant is Latin-1',
  )
  return {
    kind: 'constant',
    size: codes.length,
    read: (view, offset) =>
      codes.every((code, i) => view.getUint8(offset + i) === code) ? text : undefined,
    write(view, offset) {
      for (const [i, code] of codes.entries()) view.setUint8(offset + i, code)
    },
  }
}

/** A run of bytes of fixed length, copied out. */
export function run(size: number): Field<Uint8Array> {
  return {
    kind: 'value',
    size,
    read: (view, offset) => new Uint8Array(view.buffer, view.byteOffset + offset, size).slice(),
    write(view, offset, value) {
      assert(value.length === size, `the run is ${size} bytes long`)
      new Uint8Array(view.buffer, view.byteOffset + offset, size).set(value)
    },
  }
}

/** Four Latin-1 characters: the name of a PNG chunk or of a JPEG 2000 box. */
export const fourCharacters: Field<string> = {
  kind: 'value',
  size: 4,
  read: (view, offset) =>
    String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i))),
  write(view, offset, value) {
    assert(value.length === 4, `${JSON.stringify(value)} is four characters`)
    for (let i = 0; i < 4; i++) view.setUint8(offset + i, value.charCodeAt(i))
  },
}
