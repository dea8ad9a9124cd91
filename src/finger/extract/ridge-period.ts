// Ridge period — px from one ridge to the next, by the autocorrelation of gray across the flow.

import { blurGrid, type Grid } from '../grid.ts'
import * as parameters from '../parameters.ts'
import { originOf, type Plane } from '../plane.ts'
import type { Mask } from './mask.ts'
import { directionAt, type Flow } from './ridge-flow.ts'

export interface Period extends Grid {
  /** Px for each block, everywhere: where none could be seen, what the neighborhood has. */
  readonly px: Float32Array
}

export function ridgePeriod(plane: Plane, flow: Flow, mask: Mask): Period {
  const { stepBlocks, usual, sigmaSteps } = parameters.period
  const coarse = {
    columns: Math.ceil(flow.columns / stepBlocks),
    rows: Math.ceil(flow.rows / stepBlocks),
  }
  const sum = new Float32Array(coarse.columns * coarse.rows)
  const weight = new Float32Array(coarse.columns * coarse.rows)
  for (let row = 0; row < coarse.rows; row++) {
    for (let column = 0; column < coarse.columns; column++) {
      const block = row * stepBlocks * flow.columns + column * stepBlocks
      if (mask.inside[block] !== 1) continue
      const x = (column * stepBlocks + 0.5) * parameters.block
      const y = (row * stepBlocks + 0.5) * parameters.block
      const seen = periodAt(signature(plane, x, y, directionAt(flow, block)))
      const i = row * coarse.columns + column
      sum[i] = seen.px * seen.weight
      weight[i] = seen.weight
    }
  }
  const smoothSum = blurGrid(coarse, sum, sigmaSteps)
  const smoothWeight = blurGrid(coarse, weight, sigmaSteps)
  const px = new Float32Array(flow.columns * flow.rows)
  for (let i = 0; i < px.length; i++) {
    const row = Math.floor(Math.floor(i / flow.columns) / stepBlocks)
    const column = Math.floor((i % flow.columns) / stepBlocks)
    const j = row * coarse.columns + column
    // A trace of the usual period carries the value into corners nobody has seen.
    px[i] = (smoothSum[j]! + usual * 0.01) / (smoothWeight[j]! + 0.01)
  }
  return { columns: flow.columns, rows: flow.rows, px }
}

/** Gray along a line across the ridges, each sample the mean of a short line along them. */
function signature(plane: Plane, x: number, y: number, direction: number): Float32Array {
  const { acrossPx, alongPx } = parameters.period
  const { width, height, stride, data } = plane
  const origin = originOf(plane)
  const cos = Math.cos(direction)
  const sin = Math.sin(direction)
  const line = new Float32Array(acrossPx)
  for (let k = 0; k < acrossPx; k++) {
    const across = k - acrossPx / 2
    let sum = 0
    for (let l = 0; l < alongPx; l += 2) {
      const along = l - alongPx / 2
      const px = Math.round(x - across * sin + along * cos)
      const py = Math.round(y + across * cos + along * sin)
      if (px >= 0 && py >= 0 && px < width && py < height) sum += data[origin + py * stride + px]!
    }
    line[k] = sum
  }
  return line
}

/** The lag of the first true peak of the autocorrelation; weight 0 where there is none. */
function periodAt(line: Float32Array): { px: number; weight: number } {
  const { min, max, peakMin } = parameters.period
  const mean = line.reduce((sum, it) => sum + it, 0) / line.length
  const correlation = new Float32Array(max + 2)
  for (let lag = 0; lag < correlation.length; lag++) {
    let sum = 0
    for (let k = 0; k + lag < line.length; k++) sum += (line[k]! - mean) * (line[k + lag]! - mean)
    correlation[lag] = sum / (line.length - lag)
  }
  const whole = correlation[0]!
  if (whole <= 0) return { px: 0, weight: 0 }
  for (let lag = min; lag <= max; lag++) {
    const here = correlation[lag]!
    const before = correlation[lag - 1]!
    const after = correlation[lag + 1]!
    if (here < before || here < after || here < peakMin * whole) continue
    const bend = before - 2 * here + after
    const shift = bend < 0 ? (before - after) / (2 * bend) : 0
    return { px: lag + shift, weight: here / whole }
  }
  return { px: 0, weight: 0 }
}
