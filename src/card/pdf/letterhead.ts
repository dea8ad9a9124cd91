// Letterhead — whose paper this is, in words only: the state emblem is never drawn here.

import { palette } from './palette.ts'
import { artifact, type Place, type Sheet, section, write } from './sheet.ts'

export interface OfficeHead {
  /** `Pemerintah Kabupaten Musi Banyuasin`. */
  readonly government: string
  /** `Kecamatan Tungkal Jaya`. */
  readonly office: string
  readonly address: string
  /** Empty where there is none. */
  readonly phone: string
}

/** Draws the head left-aligned with its double rule; answers the y below it. */
export function drawLetterhead(sheet: Sheet, head: OfficeHead, place: Place, ruleWidth: number) {
  let y = place.y
  section(sheet, 'Sect', () => {
    const at = (top: number) => ({ ...place, y: top })
    const government = { size: 8, color: palette.muted, spacing: 0.5 }
    y = write(sheet, 'P', head.government.toUpperCase(), at(y), government) + 1
    const office = { face: 'bold', size: 14, leading: 1.2 } as const
    y = write(sheet, 'P', head.office.toUpperCase(), at(y), office) + 2
    const small = { size: 7.5, color: palette.muted, leading: 1.35 }
    y = write(sheet, 'P', head.address, at(y), small)
    if (head.phone !== '') y = write(sheet, 'P', `Telepon ${head.phone}`, at(y), small)
  })
  return drawDoubleRule(sheet, { x: place.x, y: y + 5, width: ruleWidth })
}

export function drawDoubleRule(sheet: Sheet, place: Place): number {
  artifact(sheet, () => {
    sheet.doc.rect(place.x, place.y, place.width, 1.6).fill(palette.ink)
    sheet.doc.rect(place.x, place.y + 3, place.width, 0.5).fill(palette.ink)
  })
  return place.y + 3.5
}
