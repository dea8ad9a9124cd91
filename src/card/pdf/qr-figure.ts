// QR figure — a QR code drawn as vectors, with what it is for told to a screen reader.

import { darkRunsOf, qrCodeOf } from '../qr.ts'
import { palette } from './palette.ts'
import { content, type Sheet, write } from './sheet.ts'

interface QrPlace {
  readonly x: number
  readonly y: number
  /** Points along one side, without the quiet zone: leave four modules of white around it. */
  readonly side: number
}

export function drawQr(sheet: Sheet, text: string, place: QrPlace, alt: string): void {
  const code = qrCodeOf(text)
  const module = place.side / code.side
  content(
    sheet,
    'Figure',
    () => {
      for (const [column, row, run] of darkRunsOf(code)) {
        sheet.doc.rect(place.x + column * module, place.y + row * module, run * module, module)
      }
      sheet.doc.fill('#000000')
    },
    { alt },
  )
}

/** A QR code with the short code below it that a person can type; answers the y below both. */
export function drawCodeBlock(
  sheet: Sheet,
  codes: { readonly link: string; readonly code: string },
  place: QrPlace,
  alt: string,
): number {
  drawQr(sheet, codes.link, place, alt)
  const below = { x: place.x - 12, y: place.y + place.side + 5, width: place.side + 24 }
  const style = { face: 'mono', size: 9, align: 'center', color: palette.ink } as const
  return write(sheet, 'P', codes.code, below, style)
}
