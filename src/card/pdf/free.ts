// Free — the two sentences on every paper: it costs nothing, and whoever takes money breaks the law.

import { palette } from './palette.ts'
import { artifact, type Place, type Sheet, write } from './sheet.ts'

export const FREE_OF_CHARGE = 'Permohonan tidak dipungut biaya (gratis)'

/** Article 95B of the population administration act (UU 24/2013). */
export const NO_PUNGLI = 'Pungutan oleh siapa pun diancam pidana (UU 24/2013 Pasal 95B).'

/** The two sentences and where to complain, under a hairline, at the foot of a paper. */
export function drawFreeFooter(sheet: Sheet, complaints: string, place: Place): void {
  artifact(sheet, () => {
    sheet.doc.rect(place.x, place.y - 5, place.width, 0.5).fill(palette.line)
  })
  const below = write(sheet, 'P', `${FREE_OF_CHARGE}.`, place, { face: 'bold', size: 8.5 })
  const report = `${NO_PUNGLI} Laporkan: ${complaints}`
  write(sheet, 'P', report, { ...place, y: below }, { size: 7.5, color: palette.muted })
}
