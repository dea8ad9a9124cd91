// Blur — a grid of numbers smoothed both ways: the plain form.

import type { Grid } from '../../grid.ts'

const single = Math.fround

export function blur(
  { columns, rows }: Grid,
  values: Float32Array,
  weights: Float32Array,
  out: Float32Array,
): void {
  const across = new Float32Array(values.length)
  for (let y = 0; y < rows; y++) blurLine(values, across, y * columns, 1, columns, weights)
  for (let x = 0; x < columns; x++) blurLine(across, out, x, columns, rows, weights)
}

function blurLine(
  values: Float32Array,
  out: Float32Array,
  start: number,
  step: number,
  length: number,
  weights: Float32Array,
): void {
  const radius = (weights.length - 1) / 2
  for (let i = 0; i < length; i++) {
    let sum = 0
    let total = 0
    const last = Math.min(length - 1, i + radius)
    for (let j = Math.max(0, i - radius); j <= last; j++) {
      const weight = weights[j - i + radius]!
      sum = single(sum + single(weight * values[start + j * step]!))
      total = single(total + weight)
    }
    out[start + i * step] = sum / total
  }
}
