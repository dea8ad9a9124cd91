// Fingers — which of the ten were recorded, drawn as two hands of five boxes and told in words.

import { drawTickBox } from './field-rows.ts'
import { palette } from './palette.ts'
import { content, drawFitted, drawText, type Place, type Sheet, section } from './sheet.ts'
import type { Box } from './wrap.ts'

const HAND_HEIGHT = 30

export interface FingerLine {
  /** `Telunjuk kanan`. */
  readonly label: string
  /** Which hand's row it stands in. */
  readonly hand: 'kanan' | 'kiri'
  readonly isCaptured: boolean
  /** Why it was not recorded; empty where it was. */
  readonly reason: string
}

/** Two rows of boxes, right hand first, and below them why a finger was not recorded. */
export function drawFingers(
  sheet: Sheet,
  fingers: readonly FingerLine[],
  place: Place & Box,
): void {
  section(sheet, 'Sect', () => {
    let y = place.y
    for (const hand of ['kanan', 'kiri'] as const) {
      const row = fingers.filter((it) => it.hand === hand)
      if (row.length === 0) continue
      drawHand(sheet, `Tangan ${hand}`, row, { ...place, y })
      y += HAND_HEIGHT
    }
    const exceptions = fingers.filter((it) => !it.isCaptured)
    if (exceptions.length === 0) return
    const text = exceptions.map((it) => `${it.label}: ${it.reason}`).join('; ')
    const room = { ...place, y, height: place.y + place.height - y }
    content(sheet, 'P', () => drawFitted(sheet, `Tidak direkam – ${text}.`, room, { size: 7.5 }))
  })
}

function drawHand(sheet: Sheet, title: string, row: readonly FingerLine[], place: Place): void {
  const titleWidth = 66
  const cell = (place.width - titleWidth) / row.length
  content(sheet, 'P', () => {
    const at = { x: place.x, y: place.y + 1, width: titleWidth }
    drawText(sheet, title, at, { size: 8, color: palette.muted })
  })
  row.forEach((finger, i) => {
    const x = place.x + titleWidth + i * cell
    section(sheet, 'P', () => {
      drawTickBox(sheet, finger.isCaptured, x + cell / 2 - 5.5, place.y, 11)
      content(sheet, 'Span', () => {
        const at = { x: x + 1, y: place.y + 13, width: cell - 2, height: 9 }
        const short = finger.label.replace(/ (kanan|kiri)$/i, '')
        drawFitted(sheet, short, at, { size: 6.5, align: 'center', color: palette.muted })
      })
    })
  })
}
