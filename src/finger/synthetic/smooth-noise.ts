// Smooth noise — random fields that vary slowly, for everything in skin that is not quite regular.

import type { Seeded } from '#kit/seeded'

/** The fields' sizes are the masters' and impressions' own; a lattice cell is at least a pixel. */
export interface SmoothNoise {
  readonly width: number
  readonly height: number
  /** Row by row; mean 0, deviation about 1. */
  readonly values: Float32Array
}

/**
 * A field whose values at distances above `cellPx` know nothing of each other: normal numbers on a
 * lattice, joined by cubic B-splines.
 */
export function smoothNoise(
  chance: Seeded,
  width: number,
  height: number,
  cellPx: number,
): SmoothNoise {
  const columns = Math.ceil(width / cellPx) + 3
  const rows = Math.ceil(height / cellPx) + 3
  const across = splineWeights(width, cellPx)
  const down = splineWeights(height, cellPx)
  const stretched = new Float32Array(rows * width)
  const lattice = new Float32Array(columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) lattice[column] = roughlyNormal(chance)
    for (let x = 0; x < width; x++) {
      const at = across.cell[x]!
      const w = x * 4
      stretched[row * width + x] =
        across.weight[w]! * lattice[at]! +
        across.weight[w + 1]! * lattice[at + 1]! +
        across.weight[w + 2]! * lattice[at + 2]! +
        across.weight[w + 3]! * lattice[at + 3]!
    }
  }
  const values = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const [a, b, c, d] = down.weight.subarray(y * 4, y * 4 + 4) as unknown as Quad
    const from = down.cell[y]! * width
    for (let x = 0; x < width; x++) {
      const at = from + x
      values[y * width + x] =
        a * stretched[at]! +
        b * stretched[at + width]! +
        c * stretched[at + 2 * width]! +
        d * stretched[at + 3 * width]!
    }
  }
  return { width, height, values }
}

type Quad = readonly [number, number, number, number]

/** Averaging over the lattice takes away spread; this gives it back (root of the mean Σw², twice). */
const spreadLost = 1.44

function splineWeights(length: number, cellPx: number) {
  const cell = new Int32Array(length)
  const weight = new Float32Array(length * 4)
  for (let i = 0; i < length; i++) {
    const at = Math.floor(i / cellPx)
    const t = i / cellPx - at
    const u = 1 - t
    cell[i] = at
    weight[i * 4] = (spreadLost * u * u * u) / 6
    weight[i * 4 + 1] = (spreadLost * (3 * t * t * t - 6 * t * t + 4)) / 6
    weight[i * 4 + 2] = (spreadLost * (3 * u * u * u - 6 * u * u + 4)) / 6
    weight[i * 4 + 3] = (spreadLost * t * t * t) / 6
  }
  return { cell, weight }
}

/** Four uniform numbers summed: near enough to normal, and much cheaper than a logarithm. */
export function roughlyNormal(chance: Seeded): number {
  return (chance.unit() + chance.unit() + chance.unit() + chance.unit() - 2) * 1.7320508
}
