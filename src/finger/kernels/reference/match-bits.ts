// Match bits — every code of one print against every code of another: the plain form.

import type { BitCodes } from '../contract.ts'

export function matchBits(
  a: BitCodes,
  b: BitCodes,
  turnMax: number,
  knownMin: number,
  out: Uint16Array,
): void {
  const { words } = a
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const turn = (a.directions[i]! - b.directions[j]!) & 255
      out[i * b.count + j] =
        Math.min(turn, 256 - turn) <= turnMax
          ? likeness(a, i * words, b, j * words, words, knownMin)
          : 0
    }
  }
}

function likeness(
  a: BitCodes,
  fromA: number,
  b: BitCodes,
  fromB: number,
  words: number,
  knownMin: number,
): number {
  let different = 0
  let set = 0
  let known = 0
  for (let k = 0; k < words; k++) {
    const both = a.known[fromA + k]! & b.known[fromB + k]!
    const bitsA = a.bits[fromA + k]! & both
    const bitsB = b.bits[fromB + k]! & both
    known += ones(both)
    different += ones(bitsA ^ bitsB)
    set += ones(bitsA) + ones(bitsB)
  }
  if (known < knownMin || set === 0) return 0
  return Math.floor((65535 * (set - different)) / set)
}

function ones(word: number): number {
  let it = word - ((word >>> 1) & 0x55555555)
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333)
  it = (it + (it >>> 4)) & 0x0f0f0f0f
  return Math.imul(it, 0x01010101) >>> 24
}
