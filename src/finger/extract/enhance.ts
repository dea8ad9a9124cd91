// Enhance — each pixel filtered along its ridge and across it: pores close, breaks heal.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { emptyPlane, type Plane } from '../plane.ts'
import { filterBank } from './filter-bank.ts'
import type { Mask } from './mask.ts'
import type { Quarters } from './quarters.ts'
import type { Flow } from './ridge-flow.ts'
import type { Period } from './ridge-period.ts'

/** Cells to a block's side in which one filter serves all pixels. */
const cellsPerBlock = 2
const nowhere = 0xffff

/** The picture behind the bank's filter that fits flow and period; zero outside the mask. */
export function enhance(
  { planes, width, height }: Quarters,
  flow: Flow,
  period: Period,
  mask: Mask,
  kernels: Kernels,
): Plane {
  const enhanced = emptyPlane(width, height, parameters.normalize.marginPx)
  filter(planes, enhanced, choose(flow, period, mask), kernels)
  return enhanced
}

/** The same at half the size, only to find the flow again. */
export function enhanceHalf(
  { planes: [plane] }: Quarters,
  flow: Flow,
  period: Period,
  mask: Mask,
  kernels: Kernels,
): Plane {
  const enhanced = emptyPlane(plane.width, plane.height, plane.margin)
  filter([plane], enhanced, choose(flow, period, mask), kernels)
  return enhanced
}

/** Which filter serves each cell. */
interface Choice extends Grid {
  readonly filters: Uint16Array
}

function filter(sources: readonly Plane[], target: Plane, choice: Choice, kernels: Kernels): void {
  const { columns, rows, filters } = choice
  const { taps, shift } = parameters.gabor
  const radius = (taps - 1) / 2
  const cellPx = parameters.halfBlock / cellsPerBlock
  const layout = { radius, shift, cellPx, columns, rows }
  kernels.filterCells(sources, target, { bank: filterBank(), ...layout, choice: filters })
}

/** The flow is interpolated between block centers. */
function choose(flow: Flow, period: Period, mask: Mask): Choice {
  const columns = mask.columns * cellsPerBlock
  const rows = mask.rows * cellsPerBlock
  const filters = new Uint16Array(columns * rows).fill(nowhere)
  for (let row = 0; row < rows; row++) {
    const blockRow = row >> 1
    const rowBeside = besideOf(row, flow.rows)
    for (let column = 0; column < columns; column++) {
      const blockColumn = column >> 1
      const at = blockRow * mask.columns + blockColumn
      if (mask.inside[at] !== 1) continue
      const columnBeside = besideOf(column, flow.columns)
      const beside = blockRow * flow.columns + columnBeside
      const above = rowBeside * flow.columns + blockColumn
      const across = rowBeside * flow.columns + columnBeside
      const cos2 = mixed(flow.cos2, at, beside, above, across)
      const sin2 = mixed(flow.sin2, at, beside, above, across)
      filters[row * columns + column] = filterOf(turnsOf(sin2, cos2), period.px[at]!)
    }
  }
  return { columns, rows, filters }
}

/** The block next to which a cell lies in its own. */
function besideOf(cell: number, blocks: number): number {
  return clamp((cell >> 1) + ((cell & 1) === 0 ? -1 : 1), blocks)
}

function mixed(field: Float32Array, at: number, beside: number, above: number, across: number) {
  return 9 * field[at]! + 3 * field[beside]! + 3 * field[above]! + field[across]!
}

function filterOf(turns: number, periodPx: number): number {
  const { directions, periods, periodMin, periodMax } = parameters.gabor
  const turn = Math.round(turns * directions)
  const step = Math.round(((periodPx - periodMin) / (periodMax - periodMin)) * (periods - 1))
  return clamp(step, periods) * directions + ((turn + directions) % directions)
}

/** The arc tangent as a part of a turn, −0.5 … 0.5, to 0.001: a tenth of what it is rounded to. */
function turnsOf(sin: number, cos: number): number {
  const s = Math.abs(sin)
  const c = Math.abs(cos)
  const tangent = Math.min(s, c) / Math.max(s, c, 1e-9)
  const eighth = tangent * (0.125 + 0.043 * (1 - tangent))
  const quarter = s > c ? 0.25 - eighth : eighth
  const half = cos < 0 ? 0.5 - quarter : quarter
  return sin < 0 ? -half : half
}

function clamp(i: number, length: number): number {
  return Math.max(0, Math.min(length - 1, i))
}

/** Share of each block's variation that the enhanced picture explains, 0 … 1. */
export function reliability(
  plane: Plane,
  enhanced: Plane,
  mask: Mask,
  kernels: Kernels,
): Float32Array {
  const products = new Int32Array(3 * mask.inside.length)
  kernels.blockProducts(plane, enhanced, mask, products)
  const share = new Float32Array(mask.inside.length)
  for (let i = 0; i < share.length; i++) {
    if (mask.inside[i] !== 1) continue
    const whole = products[3 * i]! + 1
    const kept = products[3 * i + 1]! + 1
    const both = products[3 * i + 2]!
    share[i] = Math.max(0, both) / Math.sqrt(whole * Math.max(kept, whole / 16))
  }
  return share
}
