// Cylinders — what surrounds each minutia, as bits that do not change when the finger turns.
//
// Minutia Cylinder-Code (Cappelli, Ferrara, Maltoni, IEEE TPAMI 32(12), 2010) in its bit form: a
// square of 8 × 8 cells turned with the minutia, for each cell one bit per section of directions
// that says whether a neighbor of that direction is near. A cell is known where the finger was seen.

import type { Skin } from '../../match/skin.ts'
import { flowBlockPx } from '../../template/finger-template.ts'
import {
  type CylinderTables,
  directionAt,
  knownAt,
  onesAt,
  type PrintRecords,
  recordBytes,
  xAt,
  yAt,
} from '../match-contract.ts'

export const side = 8
export const cells = side * side
export const sections = 6
/** Sections of a cell as they lie in memory: two more than are used. */
const laneCount = 8

export function writeCodes(print: PrintRecords, skin: Skin, tables: CylinderTables): void {
  const view = new DataView(print.bytes.buffer, print.bytes.byteOffset, print.bytes.byteLength)
  const sums = new Int32Array(cells * laneCount)
  for (let i = 0; i < print.count; i++) {
    const record = i * recordBytes
    for (let word = 0; word < xAt; word += 4) view.setUint32(record + word, 0, true)
    view.setUint16(record + onesAt, 0, true)
    const known = knownCells(view, record, skin, tables)
    const neighbors = addNeighbors(view, print.count, i, sums, tables)
    // A minutia with too little around it is like too many others: it then likens nothing.
    if (known.length < tables.knownMin || neighbors < tables.neighborsMin) continue
    let ones = 0
    for (const cell of known) {
      setBit(view, record + knownAt, cell)
      for (let section = 0; section < sections; section++) {
        if (sums[cell * laneCount + section]! >= tables.contributionMin) {
          setBit(view, record + section * 8, cell)
          ones++
        }
      }
    }
    view.setUint16(record + onesAt, ones, true)
  }
}

function setBit(view: DataView, at: number, bit: number): void {
  const word = at + (bit >> 5) * 4
  view.setUint32(word, view.getUint32(word, true) | (1 << (bit & 31)), true)
}

/** The cells in the circle whose center lies on skin that was seen. */
function knownCells(view: DataView, record: number, skin: Skin, tables: CylinderTables): number[] {
  const { cos, sin, inCircle, radius, cell: cellSize } = tables
  const direction = view.getUint8(record + directionAt)
  const known: number[] = []
  for (let cell = 0; cell < cells; cell++) {
    if (inCircle[cell] === 0) continue
    const along = (cell % side) * cellSize + (cellSize >> 1) - radius
    const across = (cell >> 3) * cellSize + (cellSize >> 1) - radius
    const dx = (along * cos[direction]! + across * sin[direction]!) >> 14
    const dy = (across * cos[direction]! - along * sin[direction]!) >> 14
    const column = (view.getUint16(record + xAt, true) * 16 + dx) >> skinShift
    const row = (view.getUint16(record + yAt, true) * 16 + dy) >> skinShift
    if (column < 0 || row < 0 || column >= skin.columns || row >= skin.rows) continue
    if (skin.inside[row * skin.columns + column] === 1) known.push(cell)
  }
  return known
}

/** 16ths of a px to blocks of the skin. */
const skinShift = 4 + Math.log2(flowBlockPx)

/** Adds to each cell and section what the neighbors mean to it; answers how many there were. */
function addNeighbors(
  view: DataView,
  count: number,
  i: number,
  sums: Int32Array,
  tables: CylinderTables,
): number {
  const { cos, sin, nearness, shares, radius, cell: cellSize, reach } = tables
  const record = i * recordBytes
  const direction = view.getUint8(record + directionAt)
  const far = (radius + reach) >> 4
  let neighbors = 0
  sums.fill(0)
  for (let k = 0; k < count; k++) {
    if (k === i) continue
    const other = k * recordBytes
    const dx = view.getUint16(other + xAt, true) - view.getUint16(record + xAt, true)
    const dy = view.getUint16(other + yAt, true) - view.getUint16(record + yAt, true)
    if (dx * dx + dy * dy > far * far) continue
    neighbors++
    const along = (dx * cos[direction]! - dy * sin[direction]!) >> 10
    const across = (dx * sin[direction]! + dy * cos[direction]!) >> 10
    const turn = (direction - view.getUint8(other + directionAt) + 128) & 255
    const firstRow = (Math.max(0, across - reach + radius) / cellSize) | 0
    const lastRow = Math.min(side - 1, ((across + reach + radius) / cellSize) | 0)
    const firstColumn = (Math.max(0, along - reach + radius) / cellSize) | 0
    const lastColumn = Math.min(side - 1, ((along + reach + radius) / cellSize) | 0)
    for (let row = firstRow; row <= lastRow; row++) {
      const y = row * cellSize + (cellSize >> 1) - radius - across
      for (let column = firstColumn; column <= lastColumn; column++) {
        const x = column * cellSize + (cellSize >> 1) - radius - along
        const near = nearness[(x * x + y * y) >> 8]!
        const at = (row * side + column) * laneCount
        for (let s = 0; s < sections; s++) {
          const more = (near * shares[turn * laneCount + s]! + 0x4000) >> 15
          sums[at + s] = Math.min(0x7fff, sums[at + s]! + more)
        }
      }
    }
  }
  return neighbors
}
