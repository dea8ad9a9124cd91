// Binarize — what is above zero in the blocks inside: the plain form.

import type { Grid } from '../../grid.ts'
import { originOf, type Plane } from '../../plane.ts'

const side = 8

export function binarize(plane: Plane, grid: Grid, inside: Uint8Array, pixels: Uint8Array): void {
  const { width, height, stride, data } = plane
  for (let y = 1; y < Math.min(height - 1, grid.rows * side); y++) {
    const line = originOf(plane) + y * stride
    const blocks = Math.floor(y / side) * grid.columns
    for (let x = 1; x < Math.min(width - 1, grid.columns * side); x++) {
      const isInside = inside[blocks + Math.floor(x / side)] === 1
      if (isInside && data[line + x]! > 0) pixels[y * width + x] = 1
    }
  }
}
