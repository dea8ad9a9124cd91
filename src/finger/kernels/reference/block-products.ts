// Block products — two pictures multiplied block by block: the plain form.

import type { Grid } from '../../grid.ts'
import { originOf, type Plane } from '../../plane.ts'

const side = 8

export function blockProducts(a: Plane, b: Plane, grid: Grid, out: Int32Array): void {
  const { columns, rows } = grid
  for (let i = 0; i < columns * rows; i++) {
    const corner = originOf(a) + (Math.floor(i / columns) * a.stride + (i % columns)) * side
    let sumA = 0
    let sumB = 0
    let both = 0
    for (let k = 0; k < side * side; k++) {
      const at = corner + Math.floor(k / side) * a.stride + (k % side)
      sumA += a.data[at]! ** 2
      sumB += b.data[at]! ** 2
      both += a.data[at]! * b.data[at]!
    }
    out.set([sumA, sumB, both], 3 * i)
  }
}
