// Measures — what can be counted on a picture of a finger, each in its own unit.

import type { Mask } from '../extract/mask.ts'
import type { Flow } from '../extract/ridge-flow.ts'
import type { Grid } from '../grid.ts'
import * as parameters from '../parameters.ts'
import { originOf, type Plane } from '../plane.ts'
import type { FingerTemplate } from '../template/finger-template.ts'

/** What the extraction has found out on its way to the template. */
export interface Found {
  readonly template: FingerTemplate
  /** Px at 500 dpi that one px of the planes is. */
  readonly to500: number
  readonly plane: Plane
  readonly flow: Flow
  /** Share of each block's variation that ridges explain, 0 … 1. */
  readonly reliability: Float32Array
  readonly mask: Mask
}

export interface Measures {
  /** Sum of the minutiae's qualities, each 0 … 1. */
  readonly trusted: number
  /** Skin that shows ridges. */
  readonly skinMm2: number
  /** The reliability that four fifths of the skin reach, 0 … 1. */
  readonly clarity: number
  /** The share of the skin that is ridge: low where it is dry, high where it is wet. */
  readonly ridgeShare: number
  /** Deviation of that share from place to place. */
  readonly unevenness: number
  /** How far neighboring ridges run together, 0 … 1. */
  readonly coherence: number
  /** 0 where all ridges run the same way, 1 where no way is commoner than another. */
  readonly bend: number
}

export function measure(found: Found): Measures {
  const { template, to500, plane, flow, reliability, mask } = found
  const blocks = skinBlocksOf(mask)
  const blockMm = ((parameters.block * to500) / parameters.dpi) * parameters.mmPerInch
  const shares = ridgeShares(plane, mask, blocks)
  return {
    trusted: template.minutiae.reduce((sum, it) => sum + it.quality / 100, 0),
    skinMm2: blocks.length * blockMm ** 2,
    clarity: reachedBy(blocks, reliability),
    ridgeShare: mean(blocks.map((i) => shares[i]!)),
    unevenness: deviation(smoothed(mask, shares, blocks)),
    ...runOf(flow, blocks),
  }
}

function skinBlocksOf({ inside }: Mask): number[] {
  const blocks: number[] = []
  for (let i = 0; i < inside.length; i++) if (inside[i] === 1) blocks.push(i)
  return blocks
}

function reachedBy(blocks: readonly number[], reliability: Float32Array): number {
  const sorted = Float32Array.from(blocks, (i) => reliability[i]!).sort()
  return sorted[Math.floor(sorted.length * parameters.quality.unclearShare)] ?? 0
}

/** For each block of the skin the share of its px that are darker than their neighborhood. */
function ridgeShares(plane: Plane, { columns }: Grid, blocks: readonly number[]): Float32Array {
  const side = parameters.block
  const shares = new Float32Array((blocks.at(-1) ?? 0) + 1)
  for (const i of blocks) {
    const corner =
      originOf(plane) + Math.floor(i / columns) * side * plane.stride + (i % columns) * side
    let ridge = 0
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) if (plane.data[corner + y * plane.stride + x]! > 0) ridge++
    }
    shares[i] = ridge / side ** 2
  }
  return shares
}

/** Each block's share with those of the skin around it: one block alone may be all ridge. */
function smoothed(mask: Mask, shares: Float32Array, blocks: readonly number[]): number[] {
  const { columns, rows, inside } = mask
  return blocks.map((i) => {
    const column = i % columns
    const row = Math.floor(i / columns)
    let sum = 0
    let count = 0
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        if (inside[y * columns + x] !== 1) continue
        sum += shares[y * columns + x]!
        count++
      }
    }
    return sum / count
  })
}

function runOf({ cos2, sin2 }: Flow, blocks: readonly number[]) {
  let length = 0
  let cos = 0
  let sin = 0
  for (const i of blocks) {
    const long = Math.hypot(cos2[i]!, sin2[i]!)
    if (long === 0) continue
    length += long
    cos += cos2[i]! / long
    sin += sin2[i]! / long
  }
  const count = Math.max(1, blocks.length)
  return { coherence: length / count, bend: 1 - Math.hypot(cos, sin) / count }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, it) => sum + it, 0) / Math.max(1, values.length)
}

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((it) => (it - middle) ** 2)))
}
