// Blur — a grid smoothed with a Gaussian.

import type { Grid } from '../grid.ts'
import type { Kernels } from '../kernels/kernels.ts'

/** Smooths with a Gaussian of `sigma` blocks; what lies outside the grid weighs nothing. */
export function blur(
  grid: Grid,
  values: Float32Array,
  sigma: number,
  kernels: Kernels,
): Float32Array {
  const blurred = new Float32Array(values.length)
  kernels.blur(grid, values, gaussian(sigma), blurred)
  return blurred
}

/** exp(−k² ÷ 2σ²) for k = −3σ … 3σ. */
function gaussian(sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma)
  return Float32Array.from({ length: 2 * radius + 1 }, (_, k) =>
    Math.exp(-((k - radius) ** 2) / (2 * sigma ** 2)),
  )
}
