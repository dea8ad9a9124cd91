// Mask — which blocks of the image show skin.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { blur } from './blur.ts'
import type { Normalized } from './normalize.ts'

export interface Mask extends Grid {
  /** 1 where the block shows ridges. */
  readonly inside: Uint8Array
}

/** Skin is where contrast is a fair share of what the print's best blocks have. */
export function segment(normalized: Normalized, kernels: Kernels): Mask {
  const { strongShare, contrastRelative, contrastMin, sigmaBlocks } = parameters.mask
  const smooth = blur(normalized, normalized.contrast, sigmaBlocks, kernels)
  const strongCount = Math.max(1, Math.ceil(smooth.length * strongShare))
  const strong = smooth.toSorted().subarray(-strongCount)
  const mean = strong.reduce((sum, it) => sum + it, 0) / strong.length
  const least = Math.max(contrastMin, contrastRelative * mean)
  return tidy(
    normalized,
    Uint8Array.from(smooth, (it) => (it >= least ? 1 : 0)),
  )
}

/** The same skin less the blocks that the enhanced picture does not explain. */
export function trim(mask: Mask, reliability: Float32Array, kernels: Kernels): Mask {
  const { reliabilityMin, reliabilitySigmaBlocks } = parameters.mask
  const smooth = blur(mask, reliability, reliabilitySigmaBlocks, kernels)
  return tidy(
    mask,
    mask.inside.map((it, i) => (it === 1 && smooth[i]! >= reliabilityMin ? 1 : 0)),
  )
}

/** Small islands dropped, small holes filled: both are regions of few blocks. */
function tidy(grid: Grid, inside: Uint8Array): Mask {
  const { columns, rows } = grid
  const tidied = inside.slice()
  for (const value of [1, 0]) {
    for (const region of regionsOf(grid, tidied, value)) {
      if (region.length < parameters.mask.islandBlocksMin) {
        for (const i of region) tidied[i] = 1 - value
      }
    }
  }
  return { columns, rows, inside: tidied }
}

function regionsOf({ columns, rows }: Grid, inside: Uint8Array, value: number): number[][] {
  const seen = new Uint8Array(inside.length)
  const regions: number[][] = []
  for (let start = 0; start < inside.length; start++) {
    if (seen[start] === 1 || inside[start] !== value) continue
    const region = [start]
    seen[start] = 1
    const visit = (i: number) => {
      if (seen[i] === 1 || inside[i] !== value) return
      seen[i] = 1
      region.push(i)
    }
    for (let next = 0; next < region.length; next++) {
      const i = region[next]!
      const column = i % columns
      if (column > 0) visit(i - 1)
      if (column < columns - 1) visit(i + 1)
      if (i >= columns) visit(i - columns)
      if (i < columns * (rows - 1)) visit(i + columns)
    }
    regions.push(region)
  }
  return regions
}

/** Whether the block that holds the px (x, y) shows skin; outside the grid there is none. */
export function isInside(mask: Mask, x: number, y: number): boolean {
  const column = Math.floor(x / parameters.block)
  const row = Math.floor(y / parameters.block)
  if (column < 0 || row < 0 || column >= mask.columns || row >= mask.rows) return false
  return mask.inside[row * mask.columns + column] === 1
}
