// Bending — a smooth field of displacements over blocks, as skin is drawn this way and that.
//
// Normal numbers on knots, joined by cubic B-splines; between the blocks' middles it is read linearly.

import type { Seeded } from '#kit/seeded'
import type { Grid } from '../grid.ts'
import { flowSideMax } from '../limits.ts'
import { roughlyNormal } from '../synthetic/smooth-noise.ts'
import { flowBlockPx } from '../template/finger-template.ts'

/** Displacements in px at the middles of columns × rows blocks. */
export interface Bending extends Grid {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** What the field adds up from: a smooth random part and an even one around the middle. */
export interface BendingAsked {
  readonly deviationPx: number
  readonly knotBlocks: number
  /** Even part: the displacement grows from the middle by these shares of the distance. */
  readonly xByX: number
  readonly xByY: number
  readonly yByX: number
  readonly yByY: number
}

/** Blocks that a field has at most. */
const blocksMax = flowSideMax * flowSideMax

/** Room for one field, used again for the next. */
export function roomForField(): Float64Array {
  return new Float64Array(blocksMax)
}

/** The field lies in the room of these two until the next is drawn into it. */
export function drawBending(
  chance: Seeded,
  { columns, rows }: Grid,
  asked: BendingAsked,
  x: Float64Array = roomForField(),
  y: Float64Array = roomForField(),
): Bending {
  smoothField(chance, { columns, rows }, asked.knotBlocks, asked.deviationPx, x)
  smoothField(chance, { columns, rows }, asked.knotBlocks, asked.deviationPx, y)
  const { xByX, xByY, yByX, yByY } = asked
  for (let row = 0, at = 0; row < rows; row++) {
    const down = (row + 0.5 - rows / 2) * flowBlockPx
    for (let column = 0; column < columns; column++, at++) {
      const across = (column + 0.5 - columns / 2) * flowBlockPx
      x[at]! += xByX * across + xByY * down
      y[at]! += yByX * across + yByY * down
    }
  }
  return { columns, rows, x, y }
}

/** The displacement at the px (x, y), as [x, y] in `into`; beyond the outermost middles as there. */
export function bendingAt(bending: Bending, x: number, y: number, into: Float64Array): void {
  const { columns, rows } = bending
  const u = Math.min(columns - 1, Math.max(0, x / flowBlockPx - 0.5))
  const v = Math.min(rows - 1, Math.max(0, y / flowBlockPx - 0.5))
  const column = Math.min(columns - 2, Math.floor(u))
  const row = Math.min(rows - 2, Math.floor(v))
  const s = u - column
  const t = v - row
  const at = row * columns + column
  const below = at + columns
  const a = (1 - s) * (1 - t)
  const b = s * (1 - t)
  const c = (1 - s) * t
  const d = s * t
  const { x: bx, y: by } = bending
  into[0] = a * bx[at]! + b * bx[at + 1]! + c * bx[below]! + d * bx[below + 1]!
  into[1] = a * by[at]! + b * by[at + 1]! + c * by[below]! + d * by[below + 1]!
}

/** Averaging over the knots takes away spread; this gives it back (root of the mean Σw², twice). */
const spreadLost = 1.44

const stretched = new Float64Array(blocksMax)
const knots = new Float64Array(flowSideMax + 3)

/** A field over blocks of mean 0 and of this deviation, into `values`; knots every `knotBlocks`. */
export function smoothField(
  chance: Seeded,
  { columns, rows }: Grid,
  knotBlocks: number,
  deviation: number,
  values: Float64Array,
): void {
  const knotColumns = Math.ceil(columns / knotBlocks) + 3
  const knotRows = Math.ceil(rows / knotBlocks) + 3
  const weights = weightsOf(knotBlocks)
  for (let row = 0; row < knotRows; row++) {
    for (let k = 0; k < knotColumns; k++) knots[k] = deviation * roughlyNormal(chance)
    for (let column = 0, at = 0, w = 0; column < columns; column++) {
      stretched[row * columns + column] =
        weights[w]! * knots[at]! +
        weights[w + 1]! * knots[at + 1]! +
        weights[w + 2]! * knots[at + 2]! +
        weights[w + 3]! * knots[at + 3]!
      w += 4
      if (w < weights.length) continue
      w = 0
      at++
    }
  }
  for (let row = 0, at = 0; row < rows; row++) {
    const w = (row % knotBlocks) * 4
    const [a, b, c, d] = [weights[w]!, weights[w + 1]!, weights[w + 2]!, weights[w + 3]!]
    let k = Math.floor(row / knotBlocks) * columns
    for (let column = 0; column < columns; column++, at++, k++) {
      values[at] =
        a * stretched[k]! +
        b * stretched[k + columns]! +
        c * stretched[k + 2 * columns]! +
        d * stretched[k + 3 * columns]!
    }
  }
}

const weightsByKnotBlocks = new Map<number, Float64Array>()

/** Four weights for each place of a block's middle between two knots. */
function weightsOf(knotBlocks: number): Float64Array {
  const known = weightsByKnotBlocks.get(knotBlocks)
  if (known !== undefined) return known
  const weights = new Float64Array(knotBlocks * 4)
  for (let i = 0; i < knotBlocks; i++) {
    const t = (i + 0.5) / knotBlocks
    const u = 1 - t
    weights[i * 4] = (spreadLost * u * u * u) / 6
    weights[i * 4 + 1] = (spreadLost * (3 * t * t * t - 6 * t * t + 4)) / 6
    weights[i * 4 + 2] = (spreadLost * (3 * u * u * u - 6 * u * u + 4)) / 6
    weights[i * 4 + 3] = (spreadLost * t * t * t) / 6
  }
  weightsByKnotBlocks.set(knotBlocks, weights)
  return weights
}
