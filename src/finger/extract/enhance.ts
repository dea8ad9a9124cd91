// Enhance — each pixel filtered along its ridge and across it: pores close, breaks heal.

import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { emptyPlane, type Plane } from '../plane.ts'
import { filterBank } from './filter-bank.ts'
import type { Mask } from './mask.ts'
import type { Flow } from './ridge-flow.ts'
import type { Period } from './ridge-period.ts'

/** Cells to a block's side in which one filter serves all pixels. */
const cellsPerBlock = 2
const nowhere = 0xffff

/** The picture behind the bank's filter that fits flow and period; zero outside the mask. */
export function enhance(
  plane: Plane,
  flow: Flow,
  period: Period,
  mask: Mask,
  kernels: Kernels,
): Plane {
  const enhanced = emptyPlane(plane.width, plane.height, plane.margin)
  kernels.filterCells(plane, enhanced, {
    bank: filterBank(),
    radius: parameters.gabor.radius,
    shift: parameters.gabor.shift,
    cellPx: parameters.block / cellsPerBlock,
    columns: mask.columns * cellsPerBlock,
    rows: mask.rows * cellsPerBlock,
    choice: choose(flow, period, mask),
  })
  return enhanced
}

/** For each cell the number of its filter, the flow interpolated between block centers. */
function choose(flow: Flow, period: Period, mask: Mask): Uint16Array {
  const columns = mask.columns * cellsPerBlock
  const rows = mask.rows * cellsPerBlock
  const choice = new Uint16Array(columns * rows).fill(nowhere)
  for (let row = 0; row < rows; row++) {
    const blockRow = row >> 1
    const rowBeside = clamp(blockRow + ((row & 1) === 0 ? -1 : 1), flow.rows)
    for (let column = 0; column < columns; column++) {
      const blockColumn = column >> 1
      const at = blockRow * mask.columns + blockColumn
      if (mask.inside[at] !== 1) continue
      const columnBeside = clamp(blockColumn + ((column & 1) === 0 ? -1 : 1), flow.columns)
      const besides = blockRow * flow.columns + columnBeside
      const above = rowBeside * flow.columns + blockColumn
      const across = rowBeside * flow.columns + columnBeside
      const mix = (field: Float32Array) =>
        9 * field[at]! + 3 * field[besides]! + 3 * field[above]! + field[across]!
      const direction = Math.atan2(mix(flow.sin2), mix(flow.cos2)) / 2
      choice[row * columns + column] = filterOf(direction, period.px[at]!)
    }
  }
  return choice
}

function filterOf(direction: number, periodPx: number): number {
  const { directions, periods, periodMin, periodMax } = parameters.gabor
  const turn = Math.round((direction / Math.PI) * directions)
  const step = Math.round(((periodPx - periodMin) / (periodMax - periodMin)) * (periods - 1))
  return clamp(step, periods) * directions + ((turn + directions) % directions)
}

function clamp(i: number, length: number): number {
  return Math.max(0, Math.min(length - 1, i))
}

/** Share of each block's variation that the enhanced picture explains, 0 … 1. */
export function reliability(plane: Plane, enhanced: Plane, mask: Mask): Float32Array {
  const share = new Float32Array(mask.columns * mask.rows)
  const side = parameters.block
  for (let i = 0; i < share.length; i++) {
    if (mask.inside[i] !== 1) continue
    const row = Math.floor(i / mask.columns)
    const column = i % mask.columns
    const corner = (row * side + plane.margin) * plane.stride + column * side + plane.margin
    let both = 0
    let whole = 1
    let kept = 1
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const before = plane.data[corner + y * plane.stride + x]!
        const after = enhanced.data[corner + y * plane.stride + x]!
        both += before * after
        whole += before * before
        kept += after * after
      }
    }
    share[i] = Math.max(0, both) / Math.sqrt(whole * Math.max(kept, whole / 16))
  }
  return share
}
