// Cylinders — what surrounds each minutia, as bits that do not change when the finger turns.
//
// The plain form and its contract stand in ../reference/cylinders.ts. The sections of one cell are
// the lanes of one vector; at the end each section's bits are gathered from all cells.

import { directionAt, knownAt, onesAt, recordBytes, xAt, yAt } from './records'

const side: i32 = 8
const cells: i32 = 64
const sections: i32 = 6
const vectorBytes: usize = 16
const skinShift: i32 = 8

/** `sums` has room for 64 vectors, `marks` behind it for 64 bytes. */
export function writeCodes(
  print: usize,
  count: i32,
  skin: usize,
  columns: i32,
  rows: i32,
  cosines: usize,
  sines: usize,
  inCircle: usize,
  nearness: usize,
  shares: usize,
  radius: i32,
  cellSize: i32,
  reach: i32,
  contributionMin: i32,
  knownMin: i32,
  neighborsMin: i32,
  sums: usize,
): void {
  const far = (radius + reach) >> 4
  const marks = sums + usize(cells) * vectorBytes
  for (let i = 0; i < count; i++) {
    const record = print + usize(i) * recordBytes
    memory.fill(record, 0, xAt)
    store<u16>(record, 0, onesAt)
    const direction = i32(load<u8>(record, directionAt))
    const cos = load<i32>(cosines + usize(direction * 4))
    const sin = load<i32>(sines + usize(direction * 4))
    const fromX = i32(load<u16>(record, xAt))
    const fromY = i32(load<u16>(record, yAt))
    const known = knownCells(
      fromX,
      fromY,
      cos,
      sin,
      skin,
      columns,
      rows,
      inCircle,
      radius,
      cellSize,
    )
    if (i32(popcnt<u64>(known)) < knownMin) continue
    memory.fill(sums, 0, usize(cells) * vectorBytes)
    let neighbors = 0
    for (let k = 0; k < count; k++) {
      if (k === i) continue
      const other = print + usize(k) * recordBytes
      const dx = i32(load<u16>(other, xAt)) - fromX
      const dy = i32(load<u16>(other, yAt)) - fromY
      if (dx * dx + dy * dy > far * far) continue
      neighbors++
      const along = (dx * cos - dy * sin) >> 10
      const across = (dx * sin + dy * cos) >> 10
      const turn = (direction - i32(load<u8>(other, directionAt)) + 128) & 255
      const share = v128.load(shares + usize(turn) * vectorBytes)
      addNeighbor(along, across, share, nearness, radius, cellSize, reach, sums)
    }
    if (neighbors < neighborsMin) continue
    store<u64>(record, known, knownAt)
    gather(record, known, contributionMin, sums, marks)
  }
}

function knownCells(
  x: i32,
  y: i32,
  cos: i32,
  sin: i32,
  skin: usize,
  columns: i32,
  rows: i32,
  inCircle: usize,
  radius: i32,
  cellSize: i32,
): u64 {
  let known: u64 = 0
  for (let cell = 0; cell < cells; cell++) {
    if (load<u8>(inCircle + usize(cell)) === 0) continue
    const along = (cell & 7) * cellSize + (cellSize >> 1) - radius
    const across = (cell >> 3) * cellSize + (cellSize >> 1) - radius
    const column = (x * 16 + ((along * cos + across * sin) >> 14)) >> skinShift
    const row = (y * 16 + ((across * cos - along * sin) >> 14)) >> skinShift
    if (u32(column) >= u32(columns) || u32(row) >= u32(rows)) continue
    known |= u64(load<u8>(skin + usize(row * columns + column))) << u64(cell)
  }
  return known
}

function addNeighbor(
  along: i32,
  across: i32,
  share: v128,
  nearness: usize,
  radius: i32,
  cellSize: i32,
  reach: i32,
  sums: usize,
): void {
  const firstRow = max(0, across - reach + radius) / cellSize
  const lastRow = min(side - 1, (across + reach + radius) / cellSize)
  const firstColumn = max(0, along - reach + radius) / cellSize
  const lastColumn = min(side - 1, (along + reach + radius) / cellSize)
  for (let row = firstRow; row <= lastRow; row++) {
    const y = row * cellSize + (cellSize >> 1) - radius - across
    for (let column = firstColumn; column <= lastColumn; column++) {
      const x = column * cellSize + (cellSize >> 1) - radius - along
      const near = i16x8.splat(load<i16>(nearness + usize((x * x + y * y) >> 8) * 2))
      const at = sums + usize(row * side + column) * vectorBytes
      v128.store(at, i16x8.add_sat_s(v128.load(at), i16x8.q15mulr_sat_s(near, share)))
    }
  }
}

/** One byte a cell with a bit for each section, turned into one word a section with a bit a cell. */
function gather(record: usize, known: u64, contributionMin: i32, sums: usize, marks: usize): void {
  const least = i16x8.splat(i16(contributionMin))
  for (let cell: usize = 0; cell < usize(cells); cell++) {
    const marked = i16x8.bitmask(i16x8.ge_s(v128.load(sums + cell * vectorBytes), least))
    store<u8>(marks + cell, u8(marked))
  }
  let ones = 0
  for (let section = 0; section < sections; section++) {
    let bits: u64 = 0
    for (let part = 0; part < 4; part++) {
      const lifted = i8x16.shl(v128.load(marks + usize(part) * vectorBytes), 7 - section)
      bits |= u64(i8x16.bitmask(lifted)) << u64(part * 16)
    }
    bits &= known
    ones += i32(popcnt<u64>(bits))
    store<u64>(record + usize(section * 8), bits)
  }
  store<u16>(record, u16(ones), onesAt)
}
