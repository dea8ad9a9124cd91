// Likeness — the code of every minutia of one print against those of another, a section at a time.
//
// The plain form and its contract stand in ../reference/likeness.ts. Both prints lie in the order of
// directions, so that each minutia's partners lie side by side, around the end if need be. What is
// alike at all is listed beside the table, so that nobody has to look through its zeros.

import { directionAt, knownAt, onesAt, recordBytes } from './records'

/** Bits of a listed word for the pair's place, counted down; its likeness stands above them. */
const placeBits: u32 = 14
const placeMax: u32 = (1 << placeBits) - 1

let listed: usize = 0
/** Room for one row: bits in common and number of each minutia that may be alike. */
let likes: usize = 0

/** Answers how many pairs are alike at all: so many 32-bit words stand in `found`. */
export function likeness(
  a: usize,
  countA: i32,
  b: usize,
  countB: i32,
  turnMax: i32,
  knownMin: i32,
  roughMin: i32,
  out: usize,
  found: usize,
  work: usize,
): i32 {
  memory.fill(out, 0, usize(countA * countB * 2))
  listed = found
  likes = work + usize(countB * 12)
  layTurns(b, countB, work)
  let first = 0
  let after = 0
  for (let i = 0; i < countA; i++) {
    const record = a + usize(i) * recordBytes
    const direction = i32(load<u8>(record, directionAt))
    while (first < 3 * countB && turnedAt(work, first) < direction - turnMax) first++
    after = max(after, first)
    while (after < 3 * countB && turnedAt(work, after) <= direction + turnMax) after++
    const row = i * countB
    compareRow(record, b, countB, first - countB, after - countB, knownMin, roughMin, out, row)
  }
  return i32((listed - found) >> 2)
}

/** The directions of the print, and before and behind them again, a turn less and a turn more. */
function layTurns(b: usize, countB: i32, turns: usize): void {
  for (let j = 0; j < countB; j++) {
    const direction = i32(load<u8>(b + usize(j) * recordBytes, directionAt))
    store<i32>(turns + usize(j * 4), direction - 256)
    store<i32>(turns + usize((j + countB) * 4), direction)
    store<i32>(turns + usize((j + 2 * countB) * 4), direction + 256)
  }
}

function turnedAt(turns: usize, at: i32): i32 {
  return load<i32>(turns + usize(at * 4))
}

/** In two passes, so that hardly any branch has to be guessed. */
function compareRow(
  record: usize,
  b: usize,
  countB: i32,
  first: i32,
  after: i32,
  knownMin: i32,
  roughMin: i32,
  out: usize,
  row: i32,
): void {
  const known = load<u64>(record, knownAt)
  if (known === 0) return
  const ones = i32(load<u16>(record, onesAt))
  const a0 = load<u64>(record, 0)
  const a1 = load<u64>(record, 8)
  const a2 = load<u64>(record, 16)
  const a3 = load<u64>(record, 24)
  const a4 = load<u64>(record, 32)
  const a5 = load<u64>(record, 40)
  let like = likes
  for (let at = first; at < after; at++) {
    const j = at < 0 ? at + countB : at >= countB ? at - countB : at
    const other = b + usize(j) * recordBytes
    const common = i32(
      popcnt<u64>(a0 & load<u64>(other, 0)) +
        popcnt<u64>(a1 & load<u64>(other, 8)) +
        popcnt<u64>(a2 & load<u64>(other, 16)) +
        popcnt<u64>(a3 & load<u64>(other, 24)) +
        popcnt<u64>(a4 & load<u64>(other, 32)) +
        popcnt<u64>(a5 & load<u64>(other, 40)),
    )
    store<i32>(like, (common << 8) | j)
    const either = ones + i32(load<u16>(other, onesAt))
    like += usize(i32(512 * common > roughMin * either) << 2)
  }
  for (let at = likes; at < like; at += 4) {
    const entry = load<i32>(at)
    const j = entry & 255
    const other = b + usize(j) * recordBytes
    const otherKnown = load<u64>(other, knownAt)
    if (i32(popcnt<u64>(known & otherKnown)) < knownMin) continue
    const possible = i32(
      popcnt<u64>(a0 & otherKnown) +
        popcnt<u64>(a1 & otherKnown) +
        popcnt<u64>(a2 & otherKnown) +
        popcnt<u64>(a3 & otherKnown) +
        popcnt<u64>(a4 & otherKnown) +
        popcnt<u64>(a5 & otherKnown) +
        popcnt<u64>(load<u64>(other, 0) & known) +
        popcnt<u64>(load<u64>(other, 8) & known) +
        popcnt<u64>(load<u64>(other, 16) & known) +
        popcnt<u64>(load<u64>(other, 24) & known) +
        popcnt<u64>(load<u64>(other, 32) & known) +
        popcnt<u64>(load<u64>(other, 40) & known),
    )
    const value = u32((131070 * (entry >> 8)) / possible)
    store<u16>(out + usize((row + j) * 2), u16(value))
    store<u32>(listed, (value << placeBits) | (placeMax - u32(row + j)))
    listed += 4
  }
}
