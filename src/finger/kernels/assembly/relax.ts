// Relax — pairs that fit together strengthen each other; those that fit nothing fade.
//
// The plain form stands in ../reference/relax.ts. Few pairs fit at all: four at a time are looked at
// roughly, what may fit is worked out and listed once, and each round walks along the list.

import { directionAt, recordBytes, xAt, yAt } from './records'

const supportBytes: usize = 12

/** `work`: one row of 32-bit numbers for each of these, a number for each pair. */
const rowBytes: usize = 1024
const fromXRow: usize = 0
const fromYRow: usize = rowBytes
const toXRow: usize = 2 * rowBytes
const toYRow: usize = 3 * rowBytes
const turnRow: usize = 4 * rowBytes
const cosRow: usize = 5 * rowBytes
const sinRow: usize = 6 * rowBytes
/** Addresses of the records. */
const fromRow: usize = 7 * rowBytes
const toRow: usize = 8 * rowBytes

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
  layOut(a, b, countB, pairs, count, cosines, sines, work)
  for (let t = 0; t < count; t++)
    store<i32>(strength + usize(t * 4), load<i32>(pairs + usize(t * 8)))
  if (count < 2) return
  // What no table reaches needs no working out: bounds of each table, a little too wide.
  const stretchMost = f32(stretchCount - 96 + allowed) / 16 + 1
  const stretchShare = f32(allowedShare) / 1024 + f32(0.001)
  const sineMost = (f32(bearingCount) / 256) * f32(1.01)
  let listed = support
  for (let t = 1; t < count; t++) {
    for (let k = 0; k < t; k += 4) {
      let near = nearLanes(work, t, k, turnCount, stretchMost, stretchShare, sineMost)
      if (t - k < 4) near &= (1 << (t - k)) - 1
      for (; near !== 0; near &= near - 1) {
        const other = k + ctz<i32>(near)
        const fit = fitOf(
          work,
          t,
          other,
          cosines,
          sines,
          stretches,
          stretchCount,
          turns,
          turnCount,
          bearings,
          bearingCount,
          allowed,
          allowedShare,
        )
        if (fit === 0) continue
        store<i32>(listed, t * 4)
        store<i32>(listed, other * 4, 4)
        store<i32>(listed, fit, 8)
        listed += supportBytes
      }
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

function layOut(
  a: usize,
  b: usize,
  countB: i32,
  pairs: usize,
  count: i32,
  cosines: usize,
  sines: usize,
  work: usize,
): void {
  for (let t = 0; t < count; t++) {
    const number = load<i32>(pairs + usize(t * 8), 4)
    const i = number / countB
    const from = a + usize(i) * recordBytes
    const to = b + usize(number - i * countB) * recordBytes
    const turned = (i32(load<u8>(to, directionAt)) - i32(load<u8>(from, directionAt))) & 255
    const at = work + usize(t * 4)
    store<f32>(at, f32(load<u16>(from, xAt)), fromXRow)
    store<f32>(at, f32(load<u16>(from, yAt)), fromYRow)
    store<f32>(at, f32(load<u16>(to, xAt)), toXRow)
    store<f32>(at, f32(load<u16>(to, yAt)), toYRow)
    store<i32>(at, turned, turnRow)
    store<f32>(at, f32(load<i32>(cosines + usize(turned * 4))) / 16384, cosRow)
    store<f32>(at, f32(load<i32>(sines + usize(turned * 4))) / 16384, sinRow)
    store<u32>(at, u32(from), fromRow)
    store<u32>(at, u32(to), toRow)
  }
}

/** One bit for each of the pairs k … k + 3 that may fit to pair t; those that cannot are left out. */
function nearLanes(
  work: usize,
  t: i32,
  k: i32,
  turnCount: i32,
  stretchMost: f32,
  stretchShare: f32,
  sineMost: f32,
): i32 {
  const one = work + usize(t * 4)
  const four = work + usize(k * 4)
  const apart = v128.and(
    i32x4.sub(i32x4.splat(load<i32>(one, turnRow)), v128.load(four, turnRow)),
    i32x4.splat(255),
  )
  const turn = i32x4.min_s(apart, i32x4.sub(i32x4.splat(256), apart))
  let near = i32x4.lt_s(turn, i32x4.splat(turnCount))
  if (!v128.any_true(near)) return 0
  const ax = f32x4.sub(v128.load(four, fromXRow), v128.load32_splat(one, fromXRow))
  const ay = f32x4.sub(v128.load32_splat(one, fromYRow), v128.load(four, fromYRow))
  const bx = f32x4.sub(v128.load(four, toXRow), v128.load32_splat(one, toXRow))
  const by = f32x4.sub(v128.load32_splat(one, toYRow), v128.load(four, toYRow))
  const cos = v128.load32_splat(one, cosRow)
  const sin = v128.load32_splat(one, sinRow)
  const x = f32x4.sub(f32x4.mul(ax, cos), f32x4.mul(ay, sin))
  const y = f32x4.add(f32x4.mul(ax, sin), f32x4.mul(ay, cos))
  // Whole px are cut off when it is worked out: so much may a product differ.
  const slack = f32x4.add(f32x4.add(f32x4.abs(bx), f32x4.abs(by)), f32x4.splat(1))
  const dot = f32x4.add(f32x4.mul(x, bx), f32x4.mul(y, by))
  near = v128.and(near, f32x4.gt(f32x4.add(dot, slack), f32x4.splat(0)))
  const squareA = f32x4.add(f32x4.mul(ax, ax), f32x4.mul(ay, ay))
  const squareB = f32x4.add(f32x4.mul(bx, bx), f32x4.mul(by, by))
  // |a² − b²| is the stretch times both lengths added, which is at most √(2 a² + 2 b²).
  const both = f32x4.add(squareA, squareB)
  const lengths = f32x4.sqrt(f32x4.add(both, both))
  const most = f32x4.add(f32x4.splat(stretchMost), f32x4.mul(lengths, f32x4.splat(stretchShare)))
  const stretch = f32x4.abs(f32x4.sub(squareA, squareB))
  near = v128.and(near, f32x4.le(stretch, f32x4.mul(most, lengths)))
  const cross = f32x4.abs(f32x4.sub(f32x4.mul(x, by), f32x4.mul(y, bx)))
  const product = f32x4.sqrt(f32x4.mul(squareA, squareB))
  const reach = f32x4.add(f32x4.mul(product, f32x4.splat(sineMost)), slack)
  return i32x4.bitmask(v128.and(near, f32x4.le(cross, reach)))
}

function fitOf(
  work: usize,
  t: i32,
  k: i32,
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
): i32 {
  const one = work + usize(t * 4)
  const two = work + usize(k * 4)
  const from = usize(load<u32>(one, fromRow))
  const to = usize(load<u32>(one, toRow))
  const otherFrom = usize(load<u32>(two, fromRow))
  const otherTo = usize(load<u32>(two, toRow))
  if (otherFrom === from || otherTo === to) return 0
  const turned = load<i32>(one, turnRow)
  const apart = (turned - load<i32>(two, turnRow)) & 255
  const turn = min(apart, 256 - apart)
  if (turn >= turnCount) return 0
  const ax = i32(load<u16>(otherFrom, xAt)) - i32(load<u16>(from, xAt))
  const ay = i32(load<u16>(from, yAt)) - i32(load<u16>(otherFrom, yAt))
  const bx = i32(load<u16>(otherTo, xAt)) - i32(load<u16>(to, xAt))
  const by = i32(load<u16>(to, yAt)) - i32(load<u16>(otherTo, yAt))
  const cos = load<i32>(cosines + usize(turned * 4))
  const sin = load<i32>(sines + usize(turned * 4))
  const x = (ax * cos - ay * sin) >> 14
  const y = (ax * sin + ay * cos) >> 14
  if (x * bx + y * by <= 0) return 0
  const squareA = f64(ax * ax + ay * ay)
  const squareB = f64(bx * bx + by * by)
  const lengthA = i32(16 * Math.sqrt(squareA))
  const lengthB = i32(16 * Math.sqrt(squareB))
  const more = ((lengthA + lengthB) * allowedShare) >> 10
  const beyond = abs(lengthA - lengthB) - allowed - more + 96
  if (beyond >= stretchCount) return 0
  const cross = abs(x * by - y * bx)
  const sine = i32(f64(256 * cross) / Math.sqrt(squareA * squareB))
  if (sine >= bearingCount) return 0
  const stretch = load<i32>(stretches + usize(max(0, beyond) * 4))
  const both = (stretch * load<i32>(turns + usize(turn * 4))) >> 12
  return (both * load<i32>(bearings + usize(sine * 4))) >> 12
}

/** The `wanted` greatest of the first `count` strengths, added up; `work` has room for them. */
export function sumOfStrongest(strength: usize, count: i32, wanted: i32, work: usize): i32 {
  let kept = 0
  for (let t = 0; t < count; t++) {
    const it = load<i32>(strength + usize(t * 4))
    if (kept === wanted && it <= load<i32>(work + usize((kept - 1) * 4))) continue
    let place = kept < wanted ? kept++ : kept - 1
    while (place > 0 && load<i32>(work + usize((place - 1) * 4)) < it) {
      store<i32>(work + usize(place * 4), load<i32>(work + usize((place - 1) * 4)))
      place--
    }
    store<i32>(work + usize(place * 4), it)
  }
  let sum = 0
  for (let k = 0; k < kept; k++) sum += load<i32>(work + usize(k * 4))
  return sum
}
