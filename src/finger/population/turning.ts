// Turning — how a direction on the skin turns where the skin is bent.

import { flowBlockPx, flowDirections } from '../template/finger-template.ts'
import type { Bending } from './bending.ts'
import { bend } from './parameters.ts'

const radiansPerTurn256 = Math.PI / 128
const cosines = Float64Array.from({ length: 256 }, (_, it) => Math.cos(it * radiansPerTurn256))
const sines = Float64Array.from({ length: 256 }, (_, it) => Math.sin(it * radiansPerTurn256))

/**
 * The turn, in 256ths counterclockwise, of a direction (256ths) in block `at`, where the bending
 * tells for each place of the new skin where it lay in the old.
 */
export function turnIn(bending: Bending, column: number, row: number, direction: number): number {
  const { columns, rows, x, y } = bending
  const left = Math.max(0, column - 1)
  const right = Math.min(columns - 1, column + 1)
  const up = Math.max(0, row - 1)
  const down = Math.min(rows - 1, row + 1)
  const at = row * columns
  const perX = 1 / ((right - left) * flowBlockPx)
  const perY = 1 / ((down - up) * flowBlockPx)
  const xByX = steep((x[at + right]! - x[at + left]!) * perX)
  const yByX = steep((y[at + right]! - y[at + left]!) * perX)
  const xByY = steep((x[down * columns + column]! - x[up * columns + column]!) * perY)
  const yByY = steep((y[down * columns + column]! - y[up * columns + column]!) * perY)
  // The old direction, y down; the new one is it less what the field adds along it.
  const wx = cosines[direction]!
  const wy = -sines[direction]!
  const addX = xByX * wx + xByY * wy
  const addY = yByX * wx + yByY * wy
  const across = wx * addY - wy * addX
  const along = 1 + wx * addX + wy * addY
  const slope = across / along
  // Clockwise on the picture by the first terms of the arctangent, taken back.
  return (slope * (1 - (slope * slope) / 3)) / radiansPerTurn256
}

function steep(gradient: number): number {
  return Math.max(-bend.steepestMax, Math.min(bend.steepestMax, gradient))
}

/** The same for a ridge, in 64ths of half a turn. */
export function ridgeTurned(
  bending: Bending,
  column: number,
  row: number,
  direction: number,
): number {
  const turn = turnIn(bending, column, row, direction * 2)
  return (direction + Math.round(turn / 2)) & (flowDirections - 1)
}
