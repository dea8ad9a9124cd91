// Way — which of the two ways along its ridge a minutia points.
//
// New ridges begin where old ones part, so minutiae near each other mostly point the same way; lent by
// several fingers they would not. They are turned to the way that the base's own minutiae point.

import type { Seeded } from '#kit/seeded'
import { flowBlockPx } from '../template/finger-template.ts'
import type { Gathered } from './gathered.ts'
import type { Laid } from './lay.ts'
import { renew } from './parameters.ts'

export function pointAsBase(
  gathered: Gathered,
  { donor, shiftX, shiftY }: Laid,
  chance: Seeded,
): void {
  const within = (it: number, count: number) => Math.max(0, Math.min(count - 1, it))
  for (let i = 0; i < gathered.count; i++) {
    if (chance.unit() >= renew.pointedAsBase) continue
    const column = within(Math.floor((gathered.x[i]! + shiftX) / flowBlockPx), donor.columns)
    const row = within(Math.floor((gathered.y[i]! + shiftY) / flowBlockPx), donor.rows)
    const way = donor.ways[row * donor.columns + column]!
    const off = ((Math.round(gathered.direction[i]!) - way) & 255) - 128
    // Half a turn off is 0 here, and the same direction ±128.
    if (Math.abs(off) < 64) gathered.direction[i]! += 128
  }
}
