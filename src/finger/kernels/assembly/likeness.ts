// Likeness — the code of every minutia of one print against those of another, a section at a time.
//
// The plain form and its contract stand in ../reference/likeness.ts. Both prints lie in the order of
// directions, so that each minutia's partners lie side by side, around the end if need be. What is
// alike at all is listed beside the table, so that nobody has to look through its zeros.

import { directionAt, knownAt, recordBytes } from './records'

/** Bits of a listed word for the pair's place, counted down; its likeness stands above them. */
const placeBits: u32 = 14
const placeMax: u32 = (1 << placeBits) - 1

let listed: usize = 0

/** Answers how many pairs are alike at all: so many 32-bit words stand in `found`. */
export function likeness(
  a: usize,
  countA: i32,
  b: usize,
  countB: i32,
  turnMax: i32,
  knownMin: i32,
  commonMin: i32,
  out: usize,
  found: usize,
): i32 {
  memory.fill(out, 0, usize(countA * countB * 2))
  listed = found
  let first = -countB
  let after = -countB
  for (let i = 0; i < countA; i++) {
    const record = a + usize(i) * recordBytes
    const direction = i32(load<u8>(record, directionAt))
    while (first < 2 * countB && turned(b, countB, first) < direction - turnMax) first++
    after = max(after, first)
    while (after < 2 * countB && turned(b, countB, after) <= direction + turnMax) after++
    compareRow(record, b, countB, first, after, knownMin, commonMin, out, i * countB)
  }
  return i32((listed - found) >> 2)
}

/** The direction of a record of the print repeated before and behind itself. */
function turned(b: usize, countB: i32, at: i32): i32 {
  const turns = at < 0 ? -1 : at >= countB ? 1 : 0
  const record = b + usize(at - turns * countB) * recordBytes
  return i32(load<u8>(record, directionAt)) + turns * 256
}

function compareRow(
  record: usize,
  b: usize,
  countB: i32,
  first: i32,
  after: i32,
  knownMin: i32,
  commonMin: i32,
  out: usize,
  row: i32,
): void {
  const known = load<u64>(record, knownAt)
  if (known === 0) return
  const a0 = load<u64>(record, 0)
  const a1 = load<u64>(record, 8)
  const a2 = load<u64>(record, 16)
  const a3 = load<u64>(record, 24)
  const a4 = load<u64>(record, 32)
  const a5 = load<u64>(record, 40)
  for (let at = first; at < after; at++) {
    const j = at < 0 ? at + countB : at >= countB ? at - countB : at
    const other = b + usize(j) * recordBytes
    const b0 = load<u64>(other, 0)
    const b1 = load<u64>(other, 8)
    const b2 = load<u64>(other, 16)
    const b3 = load<u64>(other, 24)
    const b4 = load<u64>(other, 32)
    const b5 = load<u64>(other, 40)
    const common = i32(
      popcnt<u64>(a0 & b0) +
        popcnt<u64>(a1 & b1) +
        popcnt<u64>(a2 & b2) +
        popcnt<u64>(a3 & b3) +
        popcnt<u64>(a4 & b4) +
        popcnt<u64>(a5 & b5),
    )
    if (common < commonMin) continue
    const otherKnown = load<u64>(other, knownAt)
    if (i32(popcnt<u64>(known & otherKnown)) < knownMin) continue
    const possible = i32(
      popcnt<u64>(a0 & otherKnown) +
        popcnt<u64>(a1 & otherKnown) +
        popcnt<u64>(a2 & otherKnown) +
        popcnt<u64>(a3 & otherKnown) +
        popcnt<u64>(a4 & otherKnown) +
        popcnt<u64>(a5 & otherKnown) +
        popcnt<u64>(b0 & known) +
        popcnt<u64>(b1 & known) +
        popcnt<u64>(b2 & known) +
        popcnt<u64>(b3 & known) +
        popcnt<u64>(b4 & known) +
        popcnt<u64>(b5 & known),
    )
    const value = u32((131070 * common) / possible)
    store<u16>(out + usize((row + j) * 2), u16(value))
    store<u32>(listed, (value << placeBits) | (placeMax - u32(row + j)))
    listed += 4
  }
}
