// Relax — pairs that fit together strengthen each other; those that fit nothing fade.
//
// The plain form stands in ../reference/relax.ts. Few pairs fit at all, so what fits is listed once
// and each round walks along the list.

import { directionAt, recordBytes, xAt, yAt } from './records'

/** Bytes of one entry of `work`: the two records' addresses, the turn; then of one of `support`. */
const pairBytes: usize = 16
const supportBytes: usize = 12

/**
 * `pairs` as candidates leaves them; `strength` and `sums` receive 32-bit numbers. The tables are
 * those of the contract, each of as many 32-bit numbers as its count says.
 */
export function relax(
  a: usize,
  b: usize,
  countB: i32,
  pairs: usize,
  count: i32,
  cosines: usize,
  sines: usize,
  stretches: usize,
  stretchCount: i32,
  turns: usize,
  turnCount: i32,
  bearings: usize,
  bearingCount: i32,
  allowed: i32,
  allowedShare: i32,
  rounds: i32,
  work: usize,
  support: usize,
  sums: usize,
  strength: usize,
): void {
  for (let t = 0; t < count; t++) {
    const number = load<i32>(pairs + usize(t * 8), 4)
    const i = number / countB
    const from = a + usize(i) * recordBytes
    const to = b + usize(number - i * countB) * recordBytes
    const entry = work + usize(t) * pairBytes
    store<u32>(entry, u32(from))
    store<u32>(entry, u32(to), 4)
    store<i32>(entry, (i32(load<u8>(to, directionAt)) - i32(load<u8>(from, directionAt))) & 255, 8)
    store<i32>(strength + usize(t * 4), load<i32>(pairs + usize(t * 8)))
  }
  if (count < 2) return
  let listed = support
  for (let t = 1; t < count; t++) {
    const entry = work + usize(t) * pairBytes
    const from = usize(load<u32>(entry))
    const to = usize(load<u32>(entry, 4))
    const turned = load<i32>(entry, 8)
    const fromX = i32(load<u16>(from, xAt))
    const fromY = i32(load<u16>(from, yAt))
    const toX = i32(load<u16>(to, xAt))
    const toY = i32(load<u16>(to, yAt))
    const cos = load<i32>(cosines + usize(turned * 4))
    const sin = load<i32>(sines + usize(turned * 4))
    for (let k = 0; k < t; k++) {
      const other = work + usize(k) * pairBytes
      const apart = (turned - load<i32>(other, 8)) & 255
      const turn = min(apart, 256 - apart)
      if (turn >= turnCount) continue
      const otherFrom = usize(load<u32>(other))
      const otherTo = usize(load<u32>(other, 4))
      if (otherFrom === from || otherTo === to) continue
      const ax = i32(load<u16>(otherFrom, xAt)) - fromX
      const ay = fromY - i32(load<u16>(otherFrom, yAt))
      const bx = i32(load<u16>(otherTo, xAt)) - toX
      const by = toY - i32(load<u16>(otherTo, yAt))
      const x = (ax * cos - ay * sin) >> 14
      const y = (ax * sin + ay * cos) >> 14
      if (x * bx + y * by <= 0) continue
      const squareA = f64(ax * ax + ay * ay)
      const squareB = f64(bx * bx + by * by)
      const lengthA = i32(16 * Math.sqrt(squareA))
      const lengthB = i32(16 * Math.sqrt(squareB))
      const beyond =
        abs(lengthA - lengthB) - allowed - (((lengthA + lengthB) * allowedShare) >> 10) + 96
      if (beyond >= stretchCount) continue
      const cross = abs(x * by - y * bx)
      const sine = i32(f64(256 * cross) / Math.sqrt(squareA * squareB))
      if (sine >= bearingCount) continue
      const stretch = load<i32>(stretches + usize(max(0, beyond) * 4))
      const both = (stretch * load<i32>(turns + usize(turn * 4))) >> 12
      const fit = (both * load<i32>(bearings + usize(sine * 4))) >> 12
      if (fit === 0) continue
      store<i32>(listed, t * 4)
      store<i32>(listed, k * 4, 4)
      store<i32>(listed, fit, 8)
      listed += supportBytes
    }
  }
  for (let round = 0; round < rounds; round++) {
    memory.fill(sums, 0, usize(count * 4))
    for (let it = support; it < listed; it += supportBytes) {
      const t = usize(load<i32>(it))
      const k = usize(load<i32>(it, 4))
      const fit = load<i32>(it, 8)
      store<i32>(sums + t, load<i32>(sums + t) + ((fit * load<i32>(strength + k)) >> 12))
      store<i32>(sums + k, load<i32>(sums + k) + ((fit * load<i32>(strength + t)) >> 12))
    }
    for (let t: usize = 0; t < usize(count * 4); t += 4) {
      const sum = load<i32>(sums + t) / (count - 1)
      store<i32>(strength + t, (load<i32>(strength + t) + sum) >> 1)
    }
  }
}
