// Lay — a donor's skin under the footprint that a new finger is to show.

import type { Seeded } from '#kit/seeded'
import { roughlyNormal } from '../synthetic/smooth-noise.ts'
import { flowBlockPx, outside } from '../template/finger-template.ts'
import { type Donor, directionIn } from './donor.ts'
import { place } from './parameters.ts'

/** A place of the donor is the footprint's place, bent, and shifted by so many px. */
export interface Laid {
  readonly donor: Donor
  readonly shiftX: number
  readonly shiftY: number
}

/** The donor's middle about under that of the print, in whole blocks. */
export function layUnder(print: Donor, donor: Donor, chance: Seeded): Laid {
  const away = () => place.awayBlocks * roughlyNormal(chance)
  const columns = Math.round(donor.middleColumn - print.middleColumn + away())
  const rows = Math.round(donor.middleRow - print.middleRow + away())
  return { donor, shiftX: columns * flowBlockPx, shiftY: rows * flowBlockPx }
}

/** Of a few footprints the one that the donor fills best, and how it lies. */
export function layFootprint(
  donor: Donor,
  footprints: readonly Donor[],
  chance: Seeded,
): { readonly print: Donor; readonly laid: Laid } {
  let best: { print: Donor; laid: Laid } | undefined
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < place.tries; k++) {
    const print = chance.pick(footprints)
    const laid = layUnder(print, donor, chance)
    const bare = bareShare(print, laid)
    if (bare >= least) continue
    least = bare
    best = { print, laid }
  }
  return best!
}

/** The share of the footprint under which the donor shows no skin. */
function bareShare(print: Donor, { donor, shiftX, shiftY }: Laid): number {
  const columns = shiftX / flowBlockPx
  const rows = shiftY / flowBlockPx
  let bare = 0
  for (let row = 0, at = 0; row < print.rows; row++) {
    for (let column = 0; column < print.columns; column++, at++) {
      if (print.directions[at] === outside) continue
      if (directionIn(donor, column + columns, row + rows) === outside) bare++
    }
  }
  return bare / print.skin.length
}
