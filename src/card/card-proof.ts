// Card proof — the card's words on a screen, to be checked for spelling, and not to be taken for one.

import {
  BESIDE_SHARE,
  CARD_LEADING,
  type CardFields,
  capitals,
  cardRowsOf,
  type PlacedRow,
  placeCardRows,
} from './card-fields.ts'
import type { Measure } from './pdf/wrap.ts'
import { escapeXml } from './svg.ts'

export interface ProofPictures {
  /** Addresses of the pictures for `<image href>`: `data:`, `blob:` or a path; absent, a frame. */
  readonly photo?: string
  readonly signature?: string
}

const WIDTH = 856
const HEIGHT = 540
const VALUE_X = 246
const ROWS = { x: 35, y: 138, width: 380, height: 386, size: 21 }
const photoBox = { x: 646, y: 116, width: 174, height: 261 }
const signatureBox = { x: 636, y: 438, width: 194, height: 86 }
const WATERMARK = 'PRATINJAU – BUKAN KTP'

/**
 * The proof as an SVG document, 856 × 540 units, with the watermark over all of it. It has no
 * emblem, map or background, and its pictures are shown in gray.
 */
export function renderCardProof(fields: CardFields, pictures: ProofPictures = {}): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"`,
    ' font-family="\'Plus Jakarta Sans Variable\', Arial, sans-serif" fill="#16211f">',
    '<title>Pratinjau data kartu, bukan KTP</title>',
    '<defs><filter id="loket-proof-gray"><feColorMatrix type="saturate" values="0"/></filter></defs>',
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${HEIGHT - 2}" rx="12" fill="#fff"`,
    ' stroke="#b4bfbc" stroke-width="2" stroke-dasharray="10 7"/>',
    headOf(fields),
    rowsOf(fields),
    pictureOf(photoBox, pictures.photo, 'Foto', 'slice'),
    issueOf(fields),
    pictureOf(signatureBox, pictures.signature, 'Tanda tangan', 'meet'),
    watermarkOf(),
    '</svg>',
  ].join('')
}

function headOf(fields: CardFields): string {
  const head = { size: 25, anchor: 'middle', weight: 700 } as const
  return [
    fittedAt(WIDTH / 2, 42, capitals(fields.province), WIDTH - 60, head),
    fittedAt(WIDTH / 2, 73, capitals(fields.regency), WIDTH - 60, head),
    textAt(ROWS.x, 118, 'NIK', { size: 30, weight: 700 }),
    textAt(130, 118, `: ${fields.nik}`, { size: 30, weight: 700 }),
  ].join('')
}

function rowsOf(fields: CardFields): string {
  const placed = placeCardRows(cardRowsOf(fields), ROWS, ROWS.size, measureAt)
  return placed.rows.map((row) => rowOf(row, placed.size)).join('')
}

function rowOf(row: PlacedRow, size: number): string {
  const lineHeight = size * CARD_LEADING
  const y = ROWS.y + row.top + size
  const labelX = ROWS.x + (row.isIndented ? 20 : 0)
  const parts = [
    textAt(labelX, y, row.label, { size }),
    textAt(VALUE_X - 14, y, ':', { size }),
    ...row.lines.map((line, i) => textAt(VALUE_X, y + i * lineHeight, line, { size })),
  ]
  if (row.beside === undefined) return parts.join('')
  const besideX = VALUE_X + ROWS.width * (1 - BESIDE_SHARE)
  return [...parts, textAt(besideX, y, `${row.beside.label} : ${row.beside.value}`, { size })].join(
    '',
  )
}

function issueOf(fields: CardFields): string {
  const middle = photoBox.x + photoBox.width / 2
  const style = { size: 17, anchor: 'middle' } as const
  const at = fittedAt(middle, 400, capitals(fields.issuedAt), 220, style)
  return at + textAt(middle, 422, fields.issuedOn, style)
}

function pictureOf(
  box: { x: number; y: number; width: number; height: number },
  href: string | undefined,
  label: string,
  fit: 'slice' | 'meet',
): string {
  const frame = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`
  if (href !== undefined) {
    const gray = 'filter="url(#loket-proof-gray)"'
    const aspect = `preserveAspectRatio="xMidYMid ${fit}"`
    return `<image ${frame} href="${escapeXml(href)}" ${aspect} ${gray}/>`
  }
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 6 }
  const words = textAt(middle.x, middle.y, label, { size: 17, anchor: 'middle' })
  return `<rect ${frame} fill="#f4f7f6" stroke="#b4bfbc"/>${words}`
}

function watermarkOf(): string {
  const lines = [-170, 0, 170].map((shift) => {
    const place = `x="${WIDTH / 2}" y="${HEIGHT / 2 + shift}"`
    return `<text ${place} text-anchor="middle">${WATERMARK}</text>`
  })
  const turn = `rotate(-32 ${WIDTH / 2} ${HEIGHT / 2})`
  const style = 'font-size="56" font-weight="700" fill="#a3241c" fill-opacity="0.2"'
  return `<g transform="${turn}" ${style} aria-hidden="true">${lines.join('')}</g>`
}

interface SvgTextStyle {
  readonly size: number
  readonly anchor?: 'middle'
  readonly weight?: number
}

function textAt(x: number, y: number, text: string, style: SvgTextStyle): string {
  const anchor = style.anchor === undefined ? '' : ` text-anchor="${style.anchor}"`
  const weight = style.weight === undefined ? '' : ` font-weight="${style.weight}"`
  const place = `x="${round(x)}" y="${round(y)}" font-size="${round(style.size)}"`
  return `<text ${place}${anchor}${weight}>${escapeXml(text)}</text>`
}

/** One line, shrunk to the width. */
function fittedAt(x: number, y: number, text: string, width: number, style: SvgTextStyle): string {
  const share = Math.min(1, width / measureAt(style.size)(text))
  return textAt(x, y, text, { ...style, size: style.size * share })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Widths of capitals, generous: which face a screen shows the proof in is not known here. */
function measureAt(size: number): Measure {
  const widthOf = (letter: string) => {
    if ('MW'.includes(letter)) return 0.95
    if ("IJ.,:;'-/() ".includes(letter)) return 0.4
    return 0.75
  }
  return (text) => Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size
}
