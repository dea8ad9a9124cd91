// Ridge flow — the direction of the ridges in each block, by the tensor of gray gradients.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import type { Plane } from '../plane.ts'
import { blur } from './blur.ts'

export interface Flow extends Grid {
  /**
   * The ridge's direction as a vector at the doubled angle (so that up and down are one), y down
   * as in the picture. Its length is the coherence, 0 … 1.
   */
  readonly cos2: Float32Array
  readonly sin2: Float32Array
}

/** From a picture full of noise: smoothed twice, the second time weighing every block alike. */
export function ridgeFlow(grid: Grid, plane: Plane, kernels: Kernels): Flow {
  const { firstSigmaBlocks, secondSigmaBlocks } = parameters.flow
  const first = coherentFlow(grid, plane, parameters.block, firstSigmaBlocks, kernels)
  const cos2 = blur(grid, first.cos2, secondSigmaBlocks, kernels)
  const sin2 = blur(grid, first.sin2, secondSigmaBlocks, kernels)
  return { ...first, cos2, sin2 }
}

/** From a picture enhanced already, at half its size: follows it closely. */
export function ridgeFlowOfHalf(grid: Grid, half: Plane, kernels: Kernels): Flow {
  return coherentFlow(grid, half, parameters.halfBlock, parameters.flow.againSigmaBlocks, kernels)
}

/** Gradients squared and summed over each block; the ridge runs across the gradient. */
function coherentFlow(
  { columns, rows }: Grid,
  plane: Plane,
  blockPx: 4 | 8,
  sigmaBlocks: number,
  kernels: Kernels,
): Flow {
  const numbers = () => new Int32Array(columns * rows)
  const { xx, yy, xy } = { xx: numbers(), yy: numbers(), xy: numbers() }
  kernels.tensors(plane, { columns, rows, blockPx, xx, yy, xy })
  const smooth = (valueAt: (i: number) => number) => {
    const values = new Float32Array(columns * rows)
    for (let i = 0; i < values.length; i++) values[i] = valueAt(i)
    return blur({ columns, rows }, values, sigmaBlocks, kernels)
  }
  const cos2 = smooth((i) => yy[i]! - xx[i]!)
  const sin2 = smooth((i) => -2 * xy[i]!)
  const energy = smooth((i) => xx[i]! + yy[i]!)
  for (let i = 0; i < energy.length; i++) {
    const whole = Math.max(energy[i]!, 1)
    cos2[i]! /= whole
    sin2[i]! /= whole
  }
  return { columns, rows, cos2, sin2 }
}

/** Direction of the ridges in block `i`, radians in [0, π), y down. */
export function directionAt(flow: Flow, i: number): number {
  const half = Math.atan2(flow.sin2[i]!, flow.cos2[i]!) / 2
  return half < 0 ? half + Math.PI : half
}
