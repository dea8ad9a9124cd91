// Ridge flow — the direction of the ridges in each block, by the tensor of gray gradients.

import { blurGrid, type Grid } from '../grid.ts'
import * as parameters from '../parameters.ts'
import { originOf, type Plane } from '../plane.ts'

export interface Flow extends Grid {
  /**
   * The ridge's direction as a vector at the doubled angle (so that up and down are one), y down
   * as in the picture. Its length is the coherence, 0 … 1.
   */
  readonly cos2: Float32Array
  readonly sin2: Float32Array
}

/** From a picture full of noise: smoothed twice, the second time weighing every block alike. */
export function ridgeFlow(grid: Grid, plane: Plane): Flow {
  const { firstSigmaBlocks, secondSigmaBlocks } = parameters.flow
  const first = coherentFlow(grid, plane, firstSigmaBlocks)
  return {
    ...sizeOf(grid),
    cos2: blurGrid(grid, first.cos2, secondSigmaBlocks),
    sin2: blurGrid(grid, first.sin2, secondSigmaBlocks),
  }
}

/** From a picture enhanced already: follows it closely. */
export function ridgeFlowAgain(grid: Grid, plane: Plane): Flow {
  return coherentFlow(grid, plane, parameters.flow.againSigmaBlocks)
}

function coherentFlow(grid: Grid, plane: Plane, sigmaBlocks: number): Flow {
  const { cos2, sin2, energy } = tensors(grid, plane)
  const smoothCos2 = blurGrid(grid, cos2, sigmaBlocks)
  const smoothSin2 = blurGrid(grid, sin2, sigmaBlocks)
  const smoothEnergy = blurGrid(grid, energy, sigmaBlocks)
  for (let i = 0; i < smoothEnergy.length; i++) {
    const whole = Math.max(smoothEnergy[i]!, 1)
    smoothCos2[i]! /= whole
    smoothSin2[i]! /= whole
  }
  return { ...sizeOf(grid), cos2: smoothCos2, sin2: smoothSin2 }
}

/** Sobel gradients squared and summed over each block; the ridge runs across the gradient. */
function tensors(grid: Grid, plane: Plane) {
  const { columns, rows } = grid
  const { stride, data } = plane
  const side = parameters.block
  const cos2 = new Float32Array(columns * rows)
  const sin2 = new Float32Array(columns * rows)
  const energy = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let xx = 0
      let yy = 0
      let xy = 0
      const corner = originOf(plane) + row * side * stride + column * side
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const at = corner + y * stride + x
          const nw = data[at - stride - 1]!
          const ne = data[at - stride + 1]!
          const sw = data[at + stride - 1]!
          const se = data[at + stride + 1]!
          const gx = (ne - nw + 2 * (data[at + 1]! - data[at - 1]!) + se - sw) / 8
          const gy = (sw - nw + 2 * (data[at + stride]! - data[at - stride]!) + se - ne) / 8
          xx += gx * gx
          yy += gy * gy
          xy += gx * gy
        }
      }
      const i = row * columns + column
      cos2[i] = yy - xx
      sin2[i] = -2 * xy
      energy[i] = xx + yy
    }
  }
  return { cos2, sin2, energy }
}

function sizeOf({ columns, rows }: Grid): Grid {
  return { columns, rows }
}

/** Direction of the ridges in block `i`, radians in [0, π), y down. */
export function directionAt(flow: Flow, i: number): number {
  const half = Math.atan2(flow.sin2[i]!, flow.cos2[i]!) / 2
  return half < 0 ? half + Math.PI : half
}
