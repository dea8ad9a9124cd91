// Ridge period — px from one ridge to the next, by the autocorrelation of gray across the flow.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import type { Plane } from '../plane.ts'
import { blur } from './blur.ts'
import type { Mask } from './mask.ts'
import { directionAt, type Flow } from './ridge-flow.ts'

export interface Period extends Grid {
  /** Px for each block, everywhere: where none could be seen, what the neighborhood has. */
  readonly px: Float32Array
}

export function ridgePeriod(plane: Plane, flow: Flow, mask: Mask, kernels: Kernels): Period {
  const { stepBlocks, usual, sigmaSteps, acrossPx, alongPx, max } = parameters.period
  const coarse = {
    columns: Math.ceil(flow.columns / stepBlocks),
    rows: Math.ceil(flow.rows / stepBlocks),
  }
  const places = placesOn(coarse, flow, mask)
  const spots = new Int32Array(4 * places.length)
  for (const [k, { block }] of places.entries()) spots.set(spotAt(flow, block), 4 * k)
  const lags = max + 2
  const products = new Int32Array(places.length * lags)
  kernels.correlate(plane, { spots, acrossPx, alongPx, lags }, products)
  const sum = new Float32Array(coarse.columns * coarse.rows)
  const weight = new Float32Array(coarse.columns * coarse.rows)
  for (const [k, { i }] of places.entries()) {
    const seen = periodOf(products.subarray(k * lags, (k + 1) * lags))
    sum[i] = seen.px * seen.weight
    weight[i] = seen.weight
  }
  const smoothSum = blur(coarse, sum, sigmaSteps, kernels)
  const smoothWeight = blur(coarse, weight, sigmaSteps, kernels)
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

/** Every second block both ways, where there is skin. */
function placesOn(coarse: Grid, flow: Flow, mask: Mask): { i: number; block: number }[] {
  const { stepBlocks } = parameters.period
  const places: { i: number; block: number }[] = []
  for (let i = 0; i < coarse.columns * coarse.rows; i++) {
    const row = Math.floor(i / coarse.columns) * stepBlocks
    const block = row * flow.columns + (i % coarse.columns) * stepBlocks
    if (mask.inside[block] === 1) places.push({ i, block })
  }
  return places
}

/** The block's center and the direction of its ridges, in 65536ths. */
function spotAt(flow: Flow, block: number): number[] {
  const direction = directionAt(flow, block)
  const x = ((block % flow.columns) + 0.5) * parameters.block
  const y = (Math.floor(block / flow.columns) + 0.5) * parameters.block
  const cos = Math.round(65_536 * Math.cos(direction))
  return [65_536 * x, 65_536 * y, cos, Math.round(65_536 * Math.sin(direction))]
}

/** The lag of the first true peak of the autocorrelation; weight 0 where there is none. */
function periodOf(products: Int32Array): { px: number; weight: number } {
  const { min, max, peakMin, acrossPx } = parameters.period
  const correlation = new Float32Array(products.length)
  for (let lag = 0; lag < products.length; lag++) {
    correlation[lag] = products[lag]! / (acrossPx - lag)
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
