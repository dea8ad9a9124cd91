// Grid — one number for each square block of an image, and smoothing over such blocks.

export interface Grid {
  readonly columns: number
  readonly rows: number
}

/** Smooths with a Gaussian of `sigma` blocks; what lies outside the grid weighs nothing. */
export function blurGrid(grid: Grid, values: Float32Array, sigma: number): Float32Array {
  const weights = gaussian(sigma)
  const across = blurLines(values, weights, grid.columns, grid.rows, 1, grid.columns)
  return blurLines(across, weights, grid.rows, grid.columns, grid.columns, 1)
}

/** exp(−k² ÷ 2σ²) for k = 0 … 3σ. */
function gaussian(sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma)
  return Float32Array.from({ length: radius + 1 }, (_, k) => Math.exp((-k * k) / (2 * sigma ** 2)))
}

function blurLines(
  values: Float32Array,
  weights: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): Float32Array {
  const blurred = new Float32Array(values.length)
  const radius = weights.length - 1
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep
    for (let i = 0; i < length; i++) {
      let sum = 0
      let weight = 0
      const last = Math.min(length - 1, i + radius)
      for (let j = Math.max(0, i - radius); j <= last; j++) {
        const w = weights[Math.abs(j - i)]!
        sum += w * values[start + j * step]!
        weight += w
      }
      blurred[start + i * step] = sum / weight
    }
  }
  return blurred
}
