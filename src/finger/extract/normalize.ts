// Normalize — every pixel measured against its neighborhood, so that pressure and light drop out.
//
// Ridges become positive, valleys negative, both of about the same height all over the print.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { emptyPlane, type Plane } from '../plane.ts'
import type { Scaled } from './scale.ts'

export interface Normalized extends Grid {
  readonly plane: Plane
  /** Local deviation in gray levels at each block's center. */
  readonly contrast: Float32Array
}

export function normalize(image: Scaled, kernels: Kernels): Normalized {
  const { width, height } = image
  const plane = emptyPlane(width, height, parameters.normalize.marginPx)
  const grid = blocksOf(width, height)
  const contrast = new Float32Array(grid.columns * grid.rows)
  const measure = { ...parameters.normalize, blockPx: parameters.block }
  kernels.normalize(image, measure, plane, contrast)
  return { ...grid, plane, contrast }
}

/** Whole blocks only: a strip of at most seven px at the right and below belongs to none. */
export function blocksOf(width: number, height: number): Grid {
  return {
    columns: Math.floor(width / parameters.block),
    rows: Math.floor(height / parameters.block),
  }
}
