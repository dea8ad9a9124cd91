// Watermark — the word that keeps a sample from being taken for the real thing.

import { palette } from './palette.ts'
import { artifact, measureText, type Sheet, write } from './sheet.ts'

export const SAMPLE_WORD = 'CONTOH'

/** The word across the page from corner to corner, over everything already drawn. */
export function drawWatermark(sheet: Sheet, word = SAMPLE_WORD, opacity = 0.11): void {
  const { doc, width, height } = sheet
  const diagonal = Math.hypot(width, height)
  const unit = measureText(sheet, word, { face: 'bold', size: 100, spacing: 8 })
  const size = (100 * diagonal * 0.62) / unit
  const shown = measureText(sheet, word, { face: 'bold', size, spacing: size * 0.08 })
  artifact(sheet, () => {
    doc.save()
    doc.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: [width / 2, height / 2] })
    doc.fillColor(palette.sample, opacity)
    doc.text(word, (width - shown) / 2, height / 2 - size * 0.6, {
      lineBreak: false,
      characterSpacing: size * 0.08,
    })
    doc.restore()
    doc.fillColor(palette.ink, 1)
  })
}

/** The same warning as a line of text, for those who do not see the watermark. */
export function writeSampleLine(sheet: Sheet, place: { x: number; y: number; width: number }) {
  const style = { face: 'bold', size: 7, color: palette.sample, align: 'center' } as const
  return write(sheet, 'P', 'CONTOH – bukan dokumen resmi', place, style)
}
