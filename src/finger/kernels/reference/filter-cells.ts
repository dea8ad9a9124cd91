// Filter cells — each square cell of a picture through the filter chosen for it: the plain form.

import { originOf, type Plane } from '../../plane.ts'
import { type CellFilters, filterStride } from '../contract.ts'

export function filterCells(
  sources: readonly Plane[],
  target: Plane,
  { choice, columns, cellPx, ...filters }: CellFilters,
): void {
  const step = sources.length === 4 ? 2 : 1
  for (const [cell, chosen] of choice.entries()) {
    if (chosen === 0xffff) continue
    for (const [quarter, source] of sources.entries()) {
      for (let i = 0; i < cellPx * cellPx; i++) {
        const x = (cell % columns) * cellPx + (i % cellPx)
        const y = Math.floor(cell / columns) * cellPx + Math.floor(i / cellPx)
        const toX = x * step + (quarter & 1)
        const toY = y * step + (quarter >> 1)
        target.data[originOf(target) + toY * target.stride + toX] = filterAt(
          source,
          originOf(source) + y * source.stride + x,
          chosen,
          filters,
        )
      }
    }
  }
}

type Filters = Pick<CellFilters, 'bank' | 'radius' | 'shift'>

function filterAt({ data, stride }: Plane, at: number, chosen: number, filters: Filters): number {
  const { bank, radius, shift } = filters
  const side = 2 * radius + 1
  let sum = 1 << (shift - 1)
  for (let fy = 0; fy < side; fy++) {
    const line = at + (fy - radius) * stride - radius
    const weights = (chosen * side + fy) * filterStride
    for (let fx = 0; fx < side; fx++) sum += data[line + fx]! * bank[weights + fx]!
  }
  return Math.max(-32768, Math.min(32767, sum >> shift))
}
