// Field rows — a label and its value, or a line to write on; digits in boxes; marks to tick.

import { palette } from './palette.ts'
import {
  artifact,
  content,
  drawFitted,
  drawText,
  type Place,
  type Sheet,
  section,
} from './sheet.ts'
import type { Box } from './wrap.ts'

export interface FieldRow {
  readonly label: string
  /** Empty leaves a line for the pen. */
  readonly value: string
}

interface RowSpec {
  readonly labelWidth: number
  readonly height: number
  readonly size: number
}

/** One row: label left, value (shrunk to fit) on a hairline; answers the y below. */
export function drawFieldRow(sheet: Sheet, row: FieldRow, place: Place, spec: RowSpec): number {
  const { doc } = sheet
  const valueX = place.x + spec.labelWidth
  const baseline = place.y + spec.height - 3
  artifact(sheet, () => {
    const end = place.x + place.width
    doc.moveTo(valueX, baseline).lineTo(end, baseline).lineWidth(0.5)
    if (row.value === '') doc.dash(1, { space: 1.5 })
    doc.stroke(palette.line).undash()
  })
  content(sheet, 'P', () => {
    const top = baseline - spec.size * 1.3
    const label = { x: place.x, y: top, width: spec.labelWidth - 6, height: spec.size * 1.3 }
    drawFitted(sheet, row.label, label, { size: spec.size, color: palette.muted })
    const value = { x: valueX + 2, y: top, width: place.width - spec.labelWidth - 4 }
    const style = { face: 'bold', size: spec.size } as const
    drawFitted(sheet, row.value, { ...value, height: spec.size * 1.3 }, style)
  })
  return place.y + spec.height
}

/** Letters of a number in boxes of four, `count` in all; the whole number is read as one text. */
export function drawDigitBoxes(
  sheet: Sheet,
  row: FieldRow,
  place: Place,
  spec: { readonly labelWidth: number; readonly count: number; readonly boxWidth: number },
): number {
  const height = spec.boxWidth * 1.2
  const boxX = (i: number) =>
    place.x + spec.labelWidth + i * spec.boxWidth + Math.floor(i / 4) * spec.boxWidth * 0.35
  artifact(sheet, () => {
    for (let i = 0; i < spec.count; i++) {
      sheet.doc.rect(boxX(i), place.y, spec.boxWidth, height)
    }
    sheet.doc.lineWidth(0.6).stroke(palette.ink)
  })
  const size = spec.boxWidth * 0.72
  const top = place.y + (height - size * 1.3) / 2
  content(sheet, 'P', () => {
    const middle = place.y + (height - 8.5 * 1.3) / 2
    const label = { x: place.x, y: middle, width: spec.labelWidth - 6 }
    drawText(sheet, row.label, label, { size: 8.5, color: palette.muted })
  })
  if (row.value === '') return place.y + height
  const draw = () => {
    const style = { face: 'mono', size, align: 'center' } as const
    Array.from(row.value.slice(0, spec.count)).forEach((digit, i) => {
      drawText(sheet, digit, { x: boxX(i), y: top, width: spec.boxWidth }, style)
    })
  }
  content(sheet, 'Span', draw, { actual: row.value })
  return place.y + height
}

/** A square, ticked or empty. */
export function drawTickBox(sheet: Sheet, isTicked: boolean, x: number, y: number, side: number) {
  const { doc } = sheet
  const draw = () => {
    doc.rect(x, y, side, side).lineWidth(0.7).stroke(palette.ink)
    if (!isTicked) return
    doc.moveTo(x + side * 0.2, y + side * 0.52)
    doc.lineTo(x + side * 0.43, y + side * 0.76).lineTo(x + side * 0.84, y + side * 0.2)
    doc
      .lineWidth(side * 0.15)
      .lineCap('round')
      .lineJoin('round')
      .stroke(palette.ink)
    doc.lineCap('butt').lineJoin('miter')
  }
  content(sheet, 'Figure', draw, { alt: isTicked ? 'dicentang' : 'tidak dicentang' })
}

/** A tick box and its words, shrunk to fit the place. */
export function drawTickRow(
  sheet: Sheet,
  row: { readonly label: string; readonly isTicked: boolean },
  place: Place & Box,
  size: number,
): void {
  section(sheet, 'P', () => {
    drawTickBox(sheet, row.isTicked, place.x, place.y + size * 0.18, size)
    const words = { ...place, x: place.x + size * 1.7, width: place.width - size * 1.7 }
    const face = row.isTicked ? 'bold' : 'regular'
    content(sheet, 'Span', () => drawFitted(sheet, row.label, words, { size, face }))
  })
}

/** A band with a numeral and a title; answers the y below. */
export function drawBand(sheet: Sheet, title: string, place: Place): number {
  const height = 15
  artifact(sheet, () => sheet.doc.rect(place.x, place.y, place.width, height).fill(palette.tint))
  content(sheet, 'H2', () => {
    const words = { x: place.x + 6, y: place.y + 2.3, width: place.width - 12 }
    drawText(sheet, title, words, { face: 'bold', size: 8.5, color: palette.teal })
  })
  return place.y + height + 5
}
