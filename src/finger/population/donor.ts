// Donor — a print made ready to lend its skin to new fingers: its minutiae as plain arrays.

import { assert } from '#kit/assert'
import {
  type FingerTemplate,
  flowBlockPx,
  type Minutia,
  outside,
} from '../template/finger-template.ts'

export interface Donor {
  readonly width: number
  readonly height: number
  /** Of the ridge flow. */
  readonly columns: number
  readonly rows: number
  readonly directions: Uint8Array
  /** The numbers of the blocks that show skin, and where the middle of them lies, in blocks. */
  readonly skin: Uint16Array
  readonly middleColumn: number
  readonly middleRow: number
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
  /** 256ths of a turn. */
  readonly direction: Uint8Array
  readonly isFork: Uint8Array
  readonly quality: Uint8Array
  /** Of each block the direction of the minutia that lies nearest. */
  readonly ways: Uint8Array
}

export function donorOf({ width, height, minutiae, flow }: FingerTemplate): Donor {
  assert(flow !== undefined, 'a donor has a ridge flow')
  const { columns, rows, directions } = flow
  const skin = Uint16Array.from(directions.keys()).filter((at) => directions[at] !== outside)
  assert(skin.length > 0, 'a donor shows skin')
  const mean = (of: (at: number) => number) =>
    skin.reduce((sum, at) => sum + of(at), 0) / skin.length
  return {
    width,
    height,
    columns,
    rows,
    directions,
    skin,
    middleColumn: mean((at) => (at % columns) + 0.5),
    middleRow: mean((at) => Math.floor(at / columns) + 0.5),
    count: minutiae.length,
    x: Float64Array.from(minutiae, (it) => it.x),
    y: Float64Array.from(minutiae, (it) => it.y),
    direction: Uint8Array.from(minutiae, (it) => it.direction),
    isFork: Uint8Array.from(minutiae, (it) => (it.kind === 'bifurcation' ? 1 : 0)),
    quality: Uint8Array.from(minutiae, (it) => it.quality),
    ways: Uint8Array.from(directions.keys(), (at) =>
      wayAt(minutiae, at % columns, Math.floor(at / columns)),
    ),
  }
}

function wayAt(minutiae: readonly Minutia[], column: number, row: number): number {
  let least = Number.POSITIVE_INFINITY
  let way = 0
  for (const it of minutiae) {
    const across = it.x - (column + 0.5) * flowBlockPx
    const down = it.y - (row + 0.5) * flowBlockPx
    const square = across * across + down * down
    if (square >= least) continue
    least = square
    way = it.direction
  }
  return way
}

/** The ridges' direction in a block; `outside` beyond the picture, too. */
export function directionIn(donor: Donor, column: number, row: number): number {
  if (column < 0 || row < 0 || column >= donor.columns || row >= donor.rows) return outside
  return donor.directions[row * donor.columns + column]!
}

/** The ridges' direction at the px (x, y). */
export function directionAt(donor: Donor, x: number, y: number): number {
  return directionIn(donor, Math.floor(x / flowBlockPx), Math.floor(y / flowBlockPx))
}
