// Normalize — every pixel measured against its neighborhood, so that pressure and light drop out.
//
// Ridges become positive, valleys negative, both of about the same height all over the print.

import type { Grid } from '../grid.ts'
import * as parameters from '../parameters.ts'
import { emptyPlane, originOf, type Plane } from '../plane.ts'
import type { Scaled } from './scale.ts'

export interface Normalized extends Grid {
  readonly plane: Plane
  /** Local deviation in gray levels at each block's center. */
  readonly contrast: Float32Array
  /** Local mean gray at each block's center. */
  readonly brightness: Float32Array
}

export function normalize(image: Scaled): Normalized {
  const { width, height, pixels } = image
  const { radius, deviationMin, unit, cut } = parameters.normalize
  const plane = emptyPlane(width, height, parameters.gabor.radius + 1)
  const grid = blocksOf(width, height)
  const contrast = new Float32Array(grid.columns * grid.rows)
  const brightness = new Float32Array(grid.columns * grid.rows)
  const columns = columnSums(width)

  for (let y = 0; y < height; y++) {
    columns.moveTo(y, pixels, height, radius)
    const rowsIn = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1
    let sum = 0
    let square = 0
    for (let x = 0; x < Math.min(radius, width); x++) {
      sum += columns.sum[x]!
      square += columns.square[x]!
    }
    const target = originOf(plane) + y * plane.stride
    const blockRow = y % parameters.block === parameters.block >> 1 ? y >> 3 : -1
    for (let x = 0; x < width; x++) {
      const entering = x + radius
      const leaving = x - radius - 1
      if (entering < width) {
        sum += columns.sum[entering]!
        square += columns.square[entering]!
      }
      if (leaving >= 0) {
        sum -= columns.sum[leaving]!
        square -= columns.square[leaving]!
      }
      const count = rowsIn * (Math.min(width - 1, entering) - Math.max(0, leaving + 1) + 1)
      const mean = sum / count
      const deviation = Math.sqrt(Math.max(0, square / count - mean * mean))
      const value = ((mean - pixels[y * width + x]!) * unit) / Math.max(deviation, deviationMin)
      plane.data[target + x] = Math.max(-cut, Math.min(cut, value))
      if (blockRow >= 0 && x % parameters.block === parameters.block >> 1) {
        contrast[blockRow * grid.columns + (x >> 3)] = deviation
        brightness[blockRow * grid.columns + (x >> 3)] = mean
      }
    }
  }
  return { ...grid, plane, contrast, brightness }
}

/** Whole blocks only: a strip of at most seven px at the right and below belongs to none. */
export function blocksOf(width: number, height: number): Grid {
  return {
    columns: Math.floor(width / parameters.block),
    rows: Math.floor(height / parameters.block),
  }
}

/** Sums of each column over the rows of the window, kept up to date as the window moves down. */
function columnSums(width: number) {
  const sum = new Float64Array(width)
  const square = new Float64Array(width)
  let next = 0
  let first = 0
  const change = (row: number, pixels: Uint8Array, sign: number) => {
    for (let x = 0; x < width; x++) {
      const value = pixels[row * width + x]!
      sum[x]! += sign * value
      square[x]! += sign * value * value
    }
  }
  const moveTo = (y: number, pixels: Uint8Array, height: number, radius: number) => {
    while (next <= Math.min(height - 1, y + radius)) change(next++, pixels, 1)
    while (first < y - radius) change(first++, pixels, -1)
  }
  return { sum, square, moveTo }
}
