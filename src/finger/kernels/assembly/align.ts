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
  reachPx,
  reachShare,
  seedTurn,
  sines,
  worthAt,
} from './alignment'
import { countStarts, pairUp } from './pair-up'
import { directionAt, recordBytes, xAt, yAt } from './records'

/**
 * `work` has room for a pairing, and behind it for the scratch. Answers `work`, or 0 where nothing
 * coincides: there lie the motion, worth and length at 40 and 44, and the pairs from 64 on.
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
  rounds: i32,
  reach: f64,
  share: f64,
  turnOfSeed: i32,
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
    turnOfSeed,
    window,
    costOfTurn,
    ease,
    fall,
    most,
    work + pairingBytes,
  )
  countStarts()

  let last = i32.MAX_VALUE
  let lastAt = -1
  let best = -1
  let greatest = 0
  for (let k = 0; k < min(seeds, count); k++) {
    const t = strongestAfter(strength, count, last, lastAt)
    last = load<i32>(strength + usize(t * 4))
    lastAt = t
    const place = load<i32>(pairs + usize(t * 8), 4)
    fromSeed(work, place / countB, place % countB)
    const worth = worthOf(work, place / countB, pairs, count)
    if (worth <= greatest) continue
    greatest = worth
    best = place
  }
  if (best < 0) return 0
  fromSeed(work, best / countB, best % countB)
  store<i32>(work, 0, lengthAt)
  pairUp(work, best / countB)
  for (let round = 0; round < rounds && load<i32>(work, lengthAt) > 1; round++) {
    rigid(work)
    pairUp(work, -1)
  }
  return load<i32>(work, worthAt) === 0 ? 0 : work
}

/** Likeness of the candidates that coincide if the seed's own pair does, added up. */
function worthOf(pairing: usize, seed: i32, pairs: usize, count: i32): i32 {
  const cos = load<f64>(pairing)
  const sin = load<f64>(pairing, 8)
  const shiftX = load<f64>(pairing, 16)
  const shiftY = load<f64>(pairing, 24)
  const turned = load<i32>(pairing, 32)
  const from = a + usize(seed) * recordBytes
  let worth = 0
  for (let t = 0; t < count; t++) {
    const place = load<i32>(pairs + usize(t * 8), 4)
    const one = a + usize(place / countB) * recordBytes
    const other = b + usize(place % countB) * recordBytes
    const directions = i32(load<u8>(one, directionAt)) - i32(load<u8>(other, directionAt))
    const turn = (directions + turned) & 255
    if (min(turn, 256 - turn) > seedTurn) continue
    const x = f64(load<u16>(one, xAt))
    const y = f64(load<u16>(one, yAt))
    const px = x - f64(load<u16>(from, xAt))
    const py = y - f64(load<u16>(from, yAt))
    const reach = reachPx + reachShare * Math.sqrt(px * px + py * py)
    const dx = f64(load<u16>(other, xAt)) - (x * cos + y * sin + shiftX)
    const dy = f64(load<u16>(other, yAt)) - (y * cos - x * sin + shiftY)
    if (dx * dx + dy * dy <= reach * reach) worth += load<i32>(pairs + usize(t * 8))
  }
  return worth
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
