// Bits — numbers written one bit after the other, the highest first.

import { assert } from '#kit/assert'

/** Ones of a Rice code: enough for a run over a whole template; what reads longer is cut. */
const onesMax = 600

export interface BitWriter {
  /** The lowest `width` bits of `value`. */
  put(value: number, width: number): void
  /** A Rice code: value ÷ 2 ** k in ones and a zero, then the `k` bits left over. */
  putRice(value: number, k: number): void
  /** All bits, filled up with zeros to a whole byte. */
  bytes(): Uint8Array
}

export function bitWriter(): BitWriter {
  const bits: number[] = []
  const put = (value: number, width: number) => {
    for (let k = width - 1; k >= 0; k--) bits.push((value >> k) & 1)
  }
  const putRice = (value: number, k: number) => {
    assert(value >> k <= onesMax, 'a Rice code is short')
    for (let rest = value >> k; rest > 0; rest--) bits.push(1)
    bits.push(0)
    put(value, k)
  }
  const bytes = () => {
    const all = new Uint8Array(Math.ceil(bits.length / 8))
    for (const [i, it] of bits.entries()) all[i >> 3]! |= it << (7 - (i & 7))
    return all
  }
  return { put, putRice, bytes }
}

export interface BitReader {
  take(width: number): number
  takeRice(k: number): number
  /** Bits that were asked for behind the end; they read as zeros. */
  readonly missing: () => number
  /** Whether nothing follows but the zeros that fill the last byte. */
  readonly isAtEnd: () => boolean
}

export function bitReader(bytes: Uint8Array): BitReader {
  const length = bytes.length * 8
  let at = 0
  const next = () => {
    const bit = at < length ? (bytes[at >> 3]! >> (7 - (at & 7))) & 1 : 0
    at++
    return bit
  }
  const take = (width: number) => {
    let value = 0
    for (let k = 0; k < width; k++) value = (value << 1) | next()
    return value
  }
  const takeRice = (k: number) => {
    let ones = 0
    while (ones < onesMax && next() === 1) ones++
    return (ones << k) | take(k)
  }
  const isAtEnd = () => {
    if (at > length || length - at >= 8) return false
    const rest = length - at
    return rest === 0 || (bytes.at(-1)! & ((1 << rest) - 1)) === 0
  }
  return { take, takeRice, missing: () => Math.max(0, at - length), isAtEnd }
}
