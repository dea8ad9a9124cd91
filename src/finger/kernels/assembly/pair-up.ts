// Pair up — the minutiae of two prints that come to lie on each other, each of them once.
//
// Records lie by direction, so what may be a minutia's partner lies side by side.

import {
  a,
  b,
  cosines,
  countA,
  countB,
  countMax,
  laid,
  lengthAt,
  likeness,
  near,
  nearMax,
  one14,
  pairBytes,
  pairsAt,
  pullEase,
  pullFall,
  pulls,
  reachPx,
  reachShare,
  sines,
  starts,
  taken,
  turnCost,
  turnWindow,
  worthAt,
} from './alignment'
import { directionAt, recordBytes, xAt, yAt } from './records'

/** Pairs anew by the motion, the pairs before drawing the skin; `seed` below 0: without a seed. */
export function pairUp(pairing: usize, seed: i32): void {
  lay(pairing)
  const count = nearPairs(pairing, seed)
  memory.fill(taken, 0, usize(countMax) * 2)
  let length = 0
  let worth = 0
  for (let k = 0; k < count; k++) {
    const pair = near + usize(k) * pairBytes
    const markA = taken + usize(load<i32>(pair))
    const markB = taken + usize(countMax) + usize(load<i32>(pair, 4))
    if (load<u8>(markA) !== 0 || load<u8>(markB) !== 0) continue
    store<u8>(markA, 1)
    store<u8>(markB, 1)
    const to = pairing + pairsAt + usize(length) * pairBytes
    store<u64>(to, load<u64>(pair))
    store<u64>(to, load<u64>(pair, 8), 8)
    worth += load<i32>(pair, 8)
    length++
  }
  store<i32>(pairing, length, lengthAt)
  store<i32>(pairing, worth, worthAt)
}

function lay(pairing: usize): void {
  const cos = load<f64>(pairing)
  const sin = load<f64>(pairing, 8)
  const shiftX = load<f64>(pairing, 16)
  const shiftY = load<f64>(pairing, 24)
  for (let i = 0; i < countA; i++) {
    const from = a + usize(i) * recordBytes
    const x = f64(load<u16>(from, xAt))
    const y = f64(load<u16>(from, yAt))
    store<f64>(laid + usize(i * 16), x * cos + y * sin + shiftX)
    store<f64>(laid + usize(i * 16), y * cos - x * sin + shiftY, 8)
  }
  const length = load<i32>(pairing, lengthAt)
  if (length === 0) return
  for (let k = 0; k < length; k++) {
    const pair = pairing + pairsAt + usize(k) * pairBytes
    const i = load<i32>(pair)
    const to = b + usize(load<i32>(pair, 4)) * recordBytes
    store<f64>(pulls + usize(k * 16), f64(load<u16>(to, xAt)) - load<f64>(laid + usize(i * 16)))
    store<f64>(
      pulls + usize(k * 16),
      f64(load<u16>(to, yAt)) - load<f64>(laid + usize(i * 16), 8),
      8,
    )
  }
  for (let i = 0; i < countA; i++) {
    const from = a + usize(i) * recordBytes
    const x = i32(load<u16>(from, xAt))
    const y = i32(load<u16>(from, yAt))
    let dx: f64 = 0
    let dy: f64 = 0
    let weight = pullEase
    for (let k = 0; k < length; k++) {
      const other = a + usize(load<i32>(pairing + pairsAt + usize(k) * pairBytes)) * recordBytes
      const px = i32(load<u16>(other, xAt)) - x
      const py = i32(load<u16>(other, yAt)) - y
      const ease = 1 + f64(px * px + py * py) * pullFall
      const square = ease * ease
      const w = 1 / (square * square)
      dx += w * load<f64>(pulls + usize(k * 16))
      dy += w * load<f64>(pulls + usize(k * 16), 8)
      weight += w
    }
    const at = laid + usize(i * 16)
    store<f64>(at, load<f64>(at) + dx / weight)
    store<f64>(at, load<f64>(at, 8) + dy / weight, 8)
  }
}

/** Lists what lies within reach, the cheapest first; answers how many. */
function nearPairs(pairing: usize, seed: i32): i32 {
  const cos = load<f64>(pairing)
  const sin = load<f64>(pairing, 8)
  const turned = load<i32>(pairing, 32)
  let seedX = 0
  let seedY = 0
  if (seed >= 0) {
    seedX = i32(load<u16>(a + usize(seed) * recordBytes, xAt))
    seedY = i32(load<u16>(a + usize(seed) * recordBytes, yAt))
  }
  let count = 0
  for (let i = 0; i < countA; i++) {
    const from = a + usize(i) * recordBytes
    const direction = i32(load<u8>(from, directionAt))
    let reach = reachPx
    if (seed >= 0) {
      const px = f64(seedX - i32(load<u16>(from, xAt)))
      const py = f64(seedY - i32(load<u16>(from, yAt)))
      reach += reachShare * Math.sqrt(px * px + py * py)
    }
    const fromCos = f64(load<i32>(cosines + usize(direction * 4)))
    const fromSin = f64(load<i32>(sines + usize(direction * 4)))
    const middle = (direction + turned) & 255
    const first = middle - turnWindow
    const last = middle + turnWindow
    at = i
    laidX = load<f64>(laid + usize(i * 16))
    laidY = load<f64>(laid + usize(i * 16), 8)
    reachNow = reach
    unitX = fromCos * cos - fromSin * sin
    unitY = fromSin * cos + fromCos * sin
    // In the order of their numbers: what lies around the end of the turn comes first.
    if (last > 255) count = nearAmong(0, startOf(last - 255), count)
    if (first < 0) count = nearAmong(0, startOf(last + 1), count)
    else count = nearAmong(startOf(first), startOf(min(last, 255) + 1), count)
    if (first < 0) count = nearAmong(startOf(first + 256), countB, count)
  }
  return count
}

/** The minutia of a that is paired: its number, place on b, reach, and direction as a vector. */
let at: i32 = 0
let laidX: f64 = 0
let laidY: f64 = 0
let reachNow: f64 = 0
let unitX: f64 = 0
let unitY: f64 = 0

function nearAmong(first: i32, after: i32, listed: i32): i32 {
  const x = laidX
  const y = laidY
  const reach = reachNow
  const left = i32(Math.floor(x - reach))
  const top = i32(Math.floor(y - reach))
  const width = u32(i32(reach * 2) + 2)
  let count = listed
  for (let j = first; j < after; j++) {
    const to = b + usize(j) * recordBytes
    // Most lie far away: whole px tell, before anything is worked out.
    const column = i32(load<u16>(to, xAt))
    const row = i32(load<u16>(to, yAt))
    if (u32(column - left) > width || u32(row - top) > width) continue
    const dx = f64(column) - x
    const dy = f64(row) - y
    const square = dx * dx + dy * dy
    if (square > reach * reach) continue
    const other = i32(load<u8>(to, directionAt))
    const toCos = f64(load<i32>(cosines + usize(other * 4)))
    const toSin = f64(load<i32>(sines + usize(other * 4)))
    const cosine = (unitX * toCos + unitY * toSin) / one14 / one14
    const turnPart = (1 - cosine) * turnCost
    if (turnPart > 1) continue
    const alike = i32(load<u16>(likeness + usize((at * countB + j) * 2)))
    const cost = Math.sqrt(square) / reach + turnPart - f64(alike) / 65536
    count = insert(count, at, j, alike, i32((cost + 1) * 65536))
  }
  return count
}

/** Number of the first record of b whose direction is at least this, 0 … 256. */
function startOf(direction: i32): i32 {
  return i32(load<u8>(starts + usize(direction)))
}

export function countStarts(): void {
  let j = 0
  for (let direction = 0; direction <= 256; direction++) {
    while (j < countB && i32(load<u8>(b + usize(j) * recordBytes, directionAt)) < direction) j++
    store<u8>(starts + usize(direction), u8(j))
  }
}

/** Into the list by cost; of equals the one that came first stays first. Answers its length. */
function insert(count: i32, i: i32, j: i32, alike: i32, cost: i32): i32 {
  const isFull = count === nearMax
  if (isFull && load<i32>(near + usize(count - 1) * pairBytes, 12) <= cost) return count
  let at = near + usize(isFull ? count - 1 : count) * pairBytes
  while (at > near && load<i32>(at - pairBytes, 12) > cost) {
    store<u64>(at, load<u64>(at - pairBytes))
    store<u64>(at, load<u64>(at - pairBytes, 8), 8)
    at -= pairBytes
  }
  store<i32>(at, i)
  store<i32>(at, j, 4)
  store<i32>(at, alike, 8)
  store<i32>(at, cost, 12)
  return isFull ? count : count + 1
}
