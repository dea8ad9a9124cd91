// Likeness — the code of every minutia of one print against that of every one of another.

import {
  directionAt,
  knownAt,
  type LikenessLimits,
  type PrintRecords,
  recordBytes,
  xAt,
} from '../match-contract.ts'

const wordsOfCode = knownAt / 4
const wordsOfSection = 2

/**
 * Writes, row by row of a, 65535 × twice the bits that both have ÷ the bits of each that the other
 * could have too: 0 where the directions differ too much, or too little is known or shared.
 */
export function likeness(
  a: PrintRecords,
  b: PrintRecords,
  limits: LikenessLimits,
  out: Uint16Array,
): void {
  const wordsA = wordsOf(a)
  const wordsB = wordsOf(b)
  for (let i = 0; i < a.count; i++) {
    const direction = a.bytes[i * recordBytes + directionAt]!
    for (let j = 0; j < b.count; j++) {
      const turn = (direction - b.bytes[j * recordBytes + directionAt]!) & 255
      const near = Math.min(turn, 256 - turn) <= limits.turnMax
      out[i * b.count + j] = near ? likenessOf(wordsA, i, wordsB, j, limits) : 0
    }
  }
}

function wordsOf({ bytes, count }: PrintRecords): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const perRecord = xAt / 4
  return Uint32Array.from({ length: count * perRecord }, (_, k) =>
    view.getUint32(Math.floor(k / perRecord) * recordBytes + (k % perRecord) * 4, true),
  )
}

function likenessOf(
  wordsA: Uint32Array,
  i: number,
  wordsB: Uint32Array,
  j: number,
  { knownMin, roughMin }: LikenessLimits,
): number {
  const a = wordsA.subarray((i * xAt) / 4, ((i + 1) * xAt) / 4)
  const b = wordsB.subarray((j * xAt) / 4, ((j + 1) * xAt) / 4)
  let known = 0
  for (let k = wordsOfCode; k < a.length; k++) known += ones(a[k]! & b[k]!)
  let common = 0
  let either = 0
  let possible = 0
  for (let k = 0; k < wordsOfCode; k++) {
    const cells = wordsOfCode + (k % wordsOfSection)
    common += ones(a[k]! & b[k]!)
    either += ones(a[k]!) + ones(b[k]!)
    possible += ones(a[k]! & b[cells]!) + ones(b[k]! & a[cells]!)
  }
  if (known < knownMin || 512 * common <= roughMin * either) return 0
  return Math.floor((131070 * common) / possible)
}

function ones(word: number): number {
  let it = word - ((word >>> 1) & 0x55555555)
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333)
  it = (it + (it >>> 4)) & 0x0f0f0f0f
  return Math.imul(it, 0x01010101) >>> 24
}
