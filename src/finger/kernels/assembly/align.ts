// Align — one print laid on the other, and which minutiae then coincide.
//
// The plain form and its contract stand in ../reference/align.ts; every sum is taken in the same
// order.

import {
  a,
  b,
  begin,
  cosines,
  countB,
  lengthAt,
  one14,
  pairBytes,
  pairingBytes,
  pairsAt,
  refinedWorthAt,
  sines,
  worthAt,
} from './alignment'
import { countStarts, pairUp } from './pair-up'
import { directionAt, recordBytes, xAt, yAt } from './records'

/**
 * `work` has room for `seeds` pairings, and behind them for the scratch. Answers where the best
 * pairing lies, or 0: its motion, its worth and length at 40 and 44, its pairs from 64 on.
 */
export function align(
  printA: usize,
  lengthA: i32,
  printB: usize,
  lengthB: i32,
  alike: usize,
  pairs: usize,
  strength: usize,
  count: i32,
  cosineTable: usize,
  sineTable: usize,
  seeds: i32,
  refined: i32,
  rounds: i32,
  reach: f64,
  share: f64,
  window: i32,
  costOfTurn: f64,
  ease: f64,
  fall: f64,
  most: i32,
  work: usize,
): usize {
  begin(
    printA,
    lengthA,
    printB,
    lengthB,
    alike,
    cosineTable,
    sineTable,
    reach,
    share,
    window,
    costOfTurn,
    ease,
    fall,
    most,
    work + usize(seeds) * pairingBytes,
  )
  countStarts()

  const wanted = min(seeds, count)
  let last = i32.MAX_VALUE
  let lastAt = -1
  for (let k = 0; k < wanted; k++) {
    const t = strongestAfter(strength, count, last, lastAt)
    last = load<i32>(strength + usize(t * 4))
    lastAt = t
    const place = load<i32>(pairs + usize(t * 8), 4)
    const i = place / countB
    const pairing = work + usize(k) * pairingBytes
    fromSeed(pairing, i, place - i * countB)
    store<i32>(pairing, 0, lengthAt)
    pairUp(pairing, i)
  }
  let best: usize = 0
  for (let k = 0; k < min(refined, wanted); k++) {
    const pairing = worthiest(work, wanted)
    for (let round = 0; round < rounds && load<i32>(pairing, lengthAt) > 1; round++) {
      rigid(pairing)
      pairUp(pairing, -1)
    }
    const now = load<i32>(pairing, worthAt)
    if (best === 0 || now > load<i32>(best, refinedWorthAt)) best = pairing
    store<i32>(pairing, now, refinedWorthAt)
    store<i32>(pairing, -1, worthAt)
  }
  if (best === 0 || load<i32>(best, refinedWorthAt) === 0) return 0
  return best
}

/** The strongest of those behind (last, lastAt) in the order of strength, then of number. */
function strongestAfter(strength: usize, count: i32, last: i32, lastAt: i32): i32 {
  let found = -1
  let most = -1
  for (let t = 0; t < count; t++) {
    const it = load<i32>(strength + usize(t * 4))
    if (it > last || (it === last && t <= lastAt)) continue
    if (it > most) {
      most = it
      found = t
    }
  }
  return found
}

function worthiest(work: usize, count: i32): usize {
  let found = work
  for (let k = 1; k < count; k++) {
    const it = work + usize(k) * pairingBytes
    if (load<i32>(it, worthAt) > load<i32>(found, worthAt)) found = it
  }
  return found
}

function fromSeed(pairing: usize, i: i32, j: i32): void {
  const from = a + usize(i) * recordBytes
  const to = b + usize(j) * recordBytes
  const turned = (i32(load<u8>(to, directionAt)) - i32(load<u8>(from, directionAt))) & 255
  const cos = f64(load<i32>(cosines + usize(turned * 4))) / one14
  const sin = f64(load<i32>(sines + usize(turned * 4))) / one14
  const x = f64(load<u16>(from, xAt))
  const y = f64(load<u16>(from, yAt))
  store<f64>(pairing, cos)
  store<f64>(pairing, sin, 8)
  store<f64>(pairing, f64(load<u16>(to, xAt)) - (x * cos + y * sin), 16)
  store<f64>(pairing, f64(load<u16>(to, yAt)) - (y * cos - x * sin), 24)
  store<i32>(pairing, turned, 32)
}

function rigid(pairing: usize): void {
  const length = load<i32>(pairing, lengthAt)
  const count = f64(length)
  let ax: f64 = 0
  let ay: f64 = 0
  let bx: f64 = 0
  let by: f64 = 0
  for (let k = 0; k < length; k++) {
    const pair = pairing + pairsAt + usize(k) * pairBytes
    const from = a + usize(load<i32>(pair)) * recordBytes
    const to = b + usize(load<i32>(pair, 4)) * recordBytes
    ax += f64(load<u16>(from, xAt))
    ay += f64(load<u16>(from, yAt))
    bx += f64(load<u16>(to, xAt))
    by += f64(load<u16>(to, yAt))
  }
  ax /= count
  ay /= count
  bx /= count
  by /= count
  let dot: f64 = 0
  let cross: f64 = 0
  for (let k = 0; k < length; k++) {
    const pair = pairing + pairsAt + usize(k) * pairBytes
    const from = a + usize(load<i32>(pair)) * recordBytes
    const to = b + usize(load<i32>(pair, 4)) * recordBytes
    const px = f64(load<u16>(from, xAt)) - ax
    const py = f64(load<u16>(from, yAt)) - ay
    const qx = f64(load<u16>(to, xAt)) - bx
    const qy = f64(load<u16>(to, yAt)) - by
    dot += px * qx + py * qy
    cross += py * qx - px * qy
  }
  const size = Math.sqrt(dot * dot + cross * cross)
  if (size === 0) return
  const cos = dot / size
  const sin = cross / size
  store<f64>(pairing, cos)
  store<f64>(pairing, sin, 8)
  store<f64>(pairing, bx - (ax * cos + ay * sin), 16)
  store<f64>(pairing, by - (ay * cos - ax * sin), 24)
}
