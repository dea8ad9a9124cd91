// Filter cells — each square cell of a picture through the filter chosen for it: the plain form.

import { originOf, type Plane } from '../../plane.ts'
import type { CellFilters } from '../contract.ts'

export function filterCells(source: Plane, target: Plane, filters: CellFilters): void {
  const { bank, radius, shift, cellPx, columns, rows, choice } = filters
  const side = 2 * radius + 1
  const filterStride = Math.ceil(side / 8) * 8
  const half = 1 << (shift - 1)
  const { stride } = source
  for (let cell = 0; cell < columns * rows; cell++) {
    const chosen = choice[cell]!
    if (chosen === 0xffff) continue
    const filter = chosen * side * filterStride
    const row = Math.floor(cell / columns)
    const corner = originOf(source) + row * cellPx * stride + (cell % columns) * cellPx
    for (let y = 0; y < cellPx; y++) {
      for (let x = 0; x < cellPx; x++) {
        const at = corner + y * stride + x
        let sum = half
        for (let fy = 0; fy < side; fy++) {
          const line = at + (fy - radius) * stride - radius
          const weights = filter + fy * filterStride
          for (let fx = 0; fx < side; fx++) sum += source.data[line + fx]! * bank[weights + fx]!
        }
        target.data[at] = Math.max(-32768, Math.min(32767, sum >> shift))
      }
    }
  }
}
