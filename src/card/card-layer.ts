// Card layer — what is printed onto an official blank card: the person's words, photo, signature.
//
// The blank brings the emblem, the map, the background and every security feature; none of them is
// ever drawn here.

import { assert } from '#kit/assert'
import {
  BESIDE_SHARE,
  CARD_LEADING,
  type CardFields,
  capitals,
  cardRowsOf,
  type PlacedRow,
  placeCardRows,
} from './card-fields.ts'
import { isMarked, type PaperOptions } from './paper.ts'
import { mm, pageSizes } from './pdf/palette.ts'
import {
  content,
  drawFitted,
  drawLines,
  finishSheet,
  measureText,
  openSheet,
  type Sheet,
  section,
} from './pdf/sheet.ts'
import { drawWatermark } from './pdf/watermark.ts'

export type { CardFields } from './card-fields.ts'

export interface CardPictures {
  /** JPEG or PNG, two wide to three high; what is beyond that is cut at the sides. */
  readonly photo: Uint8Array
  /** PNG, best with a transparent ground. */
  readonly signature: Uint8Array
}

const INK = '#000000'
const rowsBox = { x: mm(3.5), y: mm(13.6), width: mm(58.8), height: mm(38.6) }
const valueX = mm(24.6)
const photoBox = { x: mm(64.6), y: mm(11.6), width: mm(17.4), height: mm(26.1) }
const issueBox = { x: mm(62.6), y: mm(38.5), width: mm(21.4), height: mm(2.5) }
const signatureBox = { x: mm(63.6), y: mm(43.8), width: mm(19.4), height: mm(8.6) }

/**
 * The personalization layer as a tagged PDF of one page of 85.60 × 53.98 mm (ISO/IEC 7810 ID-1),
 * in capitals and in the official order. Every value stays inside its place.
 */
export function renderCardLayer(
  fields: CardFields,
  options: PaperOptions & CardPictures,
): Promise<Uint8Array> {
  const { photo, signature } = options
  assert(isJpeg(photo) || isPng(photo), 'the photo is a JPEG or a PNG')
  assert(isPng(signature), 'the signature is a PNG')
  const isSample = isMarked(options, fields.nik)
  const title = isSample ? 'Lapisan data kartu – CONTOH' : 'Lapisan data kartu'
  const sheet = openSheet({ ...options, title, size: pageSizes.id1 })
  drawHead(sheet, fields)
  section(sheet, 'Sect', () => drawRows(sheet, fields))
  drawPhoto(sheet, photo)
  drawIssue(sheet, fields)
  drawSignature(sheet, signature)
  if (isSample) drawWatermark(sheet, 'CONTOH', 0.35)
  return finishSheet(sheet)
}

function drawHead(sheet: Sheet, fields: CardFields): void {
  const whole = { x: mm(3), width: pageSizes.id1[0] - mm(6), height: mm(3.3) }
  const style = { face: 'bold', size: 7, color: INK, align: 'center', leading: 1.2 } as const
  content(sheet, 'P', () => {
    drawFitted(sheet, capitals(fields.province), { ...whole, y: mm(2.1) }, style)
  })
  content(sheet, 'P', () => {
    drawFitted(sheet, capitals(fields.regency), { ...whole, y: mm(5.1) }, style)
  })
  content(sheet, 'P', () => {
    const at = { ...rowsBox, y: mm(9.1), height: mm(4) }
    const label = { face: 'bold', size: 8.5, color: INK } as const
    drawFitted(sheet, 'NIK', at, label)
    drawLines(sheet, [':'], { ...at, x: mm(13) }, label)
    const value = { ...at, x: mm(15), width: mm(46), y: mm(9) }
    drawFitted(sheet, fields.nik, value, { face: 'mono', size: 9.5, color: INK, leading: 1.2 })
  })
}

function drawRows(sheet: Sheet, fields: CardFields): void {
  const box = { width: rowsBox.x + rowsBox.width - valueX, height: rowsBox.height }
  const placed = placeCardRows(cardRowsOf(fields), box, 6, (size) => {
    return (text) => measureText(sheet, text, { size })
  })
  for (const row of placed.rows) {
    content(sheet, 'P', () => drawRow(sheet, row, placed.size, box.width))
  }
}

function drawRow(sheet: Sheet, row: PlacedRow, size: number, width: number): void {
  const y = rowsBox.y + row.top
  const style = { size, color: INK, leading: CARD_LEADING }
  const labelX = rowsBox.x + (row.isIndented ? mm(2) : 0)
  drawLines(sheet, [row.label], { x: labelX, y, width: valueX - labelX }, style)
  drawLines(sheet, [':'], { x: valueX - mm(1.5), y, width: mm(1.5) }, style)
  drawLines(sheet, row.lines, { x: valueX, y, width }, style)
  if (row.beside === undefined) return
  const besideX = valueX + width * (1 - BESIDE_SHARE)
  const text = `${row.beside.label} : ${row.beside.value}`
  const room = { x: besideX, y, width: width * BESIDE_SHARE, height: size * CARD_LEADING }
  drawFitted(sheet, text, room, style)
}

/** Covers its place: scaled to fill it, the rest clipped off. */
function drawPhoto(sheet: Sheet, photo: Uint8Array): void {
  const { doc } = sheet
  const { x, y, width, height } = photoBox
  const draw = () => {
    doc.save()
    doc.rect(x, y, width, height).clip()
    const cover = { cover: [width, height] as [number, number], align: 'center' as const }
    doc.image(Buffer.from(photo), x, y, { ...cover, valign: 'center' })
    doc.restore()
  }
  content(sheet, 'Figure', draw, { alt: 'Pas foto pemegang kartu' })
}

function drawIssue(sheet: Sheet, fields: CardFields): void {
  const style = { size: 5, color: INK, align: 'center', leading: 1.2 } as const
  content(sheet, 'P', () => drawFitted(sheet, capitals(fields.issuedAt), issueBox, style))
  const below = { ...issueBox, y: issueBox.y + issueBox.height }
  content(sheet, 'P', () => drawFitted(sheet, fields.issuedOn, below, style))
}

function drawSignature(sheet: Sheet, signature: Uint8Array): void {
  const { x, y, width, height } = signatureBox
  const fit = { fit: [width, height] as [number, number], align: 'center' as const }
  const draw = () => sheet.doc.image(Buffer.from(signature), x, y, { ...fit, valign: 'center' })
  content(sheet, 'Figure', draw, { alt: 'Tanda tangan pemegang kartu' })
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, i) => bytes[i] === byte)
}
