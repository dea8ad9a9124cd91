// Grow ridges — from noise to a ridge pattern, by filtering again and again along the flow.
//
// Cappelli's SFinGe idea: where waves of ridges that grew from different places meet out of step,
// a ridge must end or fork. Nobody places the minutiae. The growth happens on a grid of half the
// resolution, where a step costs a sixteenth; the full grid only sharpens what grew.

import type { Seeded } from '#kit/seeded'
import { binOf, type GaborBank, makeGaborBank } from './gabor-bank.ts'
import type { RidgeFlow } from './ridge-flow.ts'

/**
 * Each step multiplies what fits by this, until ridges are full. Fingers differ: the slower the
 * growth, the longer its waves fall into step, the fewer minutiae are left.
 */
const growthGainMin = 1.75
const growthGainMax = 3.1
const coarseStepCount = 20
const seedLevel = 0.1
/** The last step leaves slopes instead of plateaus: pressure shall find something to widen. */
const softGain = 0.8

/**
 * The heights of the skin, 1 on a ridge and -1 in a valley, on the flow's grid. Only points where
 * `isSkin` is not 0 grow; beyond them lies 0.
 */
export function growRidges(
  flow: RidgeFlow,
  periods: Float32Array,
  isSkin: Uint8Array,
  chance: Seeded,
): Float32Array {
  const coarse = makeGrid(flow, periods, isSkin, 2)
  for (const at of coarse.cells) coarse.heights[at] = seedLevel * (2 * chance.unit() - 1)
  const gain = growthGainMin + (growthGainMax - growthGainMin) * chance.fork('gain').unit()
  for (let step = 0; step < coarseStepCount; step++) grow(coarse, gain)
  const fine = makeGrid(flow, periods, isSkin, 1)
  copyUp(coarse, fine)
  grow(fine, gain)
  grow(fine, softGain)
  const heights = new Float32Array(flow.width * flow.height)
  for (const at of fine.cells) {
    const row = Math.floor(at / fine.width) - fine.margin
    heights[row * flow.width + (at % fine.width) - fine.margin] = fine.heights[at]!
  }
  return heights
}

interface Grid {
  readonly width: number
  readonly margin: number
  readonly bank: GaborBank
  /** Indices of the skin's points in the grid, and the filter that fits each. */
  readonly cells: Int32Array
  readonly bins: Uint16Array
  heights: Float32Array
  next: Float32Array
}

function makeGrid(
  flow: RidgeFlow,
  periods: Float32Array,
  isSkin: Uint8Array,
  pixelPx: number,
): Grid {
  // The margin depends on the filters alone, not on the width they are made for.
  const { margin } = makeGaborBank(0, pixelPx)
  const columns = Math.floor(flow.width / pixelPx)
  const rows = Math.floor(flow.height / pixelPx)
  const width = columns + 2 * margin
  const cells: number[] = []
  const bins: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * pixelPx * flow.width + column * pixelPx
      if (isSkin[at] === 0) continue
      cells.push((row + margin) * width + column + margin)
      bins.push(binOf(flow.directions[at]!, periods[at]!))
    }
  }
  const size = width * (rows + 2 * margin)
  return {
    width,
    margin,
    bank: makeGaborBank(width, pixelPx),
    cells: Int32Array.from(cells),
    bins: Uint16Array.from(bins),
    heights: new Float32Array(size),
    next: new Float32Array(size),
  }
}

function grow(grid: Grid, gain: number): void {
  const { cells, bins, bank, heights, next } = grid
  for (let i = 0; i < cells.length; i++) {
    const at = cells[i]!
    const { middle, offsets, weights } = bank.filterAt(bins[i]!)
    let answer = middle * heights[at]!
    for (let k = 0; k < offsets.length; k++) {
      const offset = offsets[k]!
      answer += weights[k]! * (heights[at + offset]! + heights[at - offset]!)
    }
    const height = gain * answer
    next[at] = height > 1 ? 1 : height < -1 ? -1 : height
  }
  grid.heights = next
  grid.next = heights
}

/** Each fine point takes the average of the coarse points around it, the nearer the more. */
function copyUp(coarse: Grid, fine: Grid): void {
  for (const at of fine.cells) {
    const x = ((at % fine.width) - fine.margin) / 2 + coarse.margin
    const y = (Math.floor(at / fine.width) - fine.margin) / 2 + coarse.margin
    const column = Math.floor(x)
    const row = Math.floor(y)
    const right = x - column
    const down = y - row
    const from = row * coarse.width + column
    const upper = coarse.heights[from]! * (1 - right) + coarse.heights[from + 1]! * right
    const under = from + coarse.width
    const lower = coarse.heights[under]! * (1 - right) + coarse.heights[under + 1]! * right
    fine.heights[at] = upper * (1 - down) + lower * down
  }
}
