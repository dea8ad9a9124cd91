// Card fields — the words on the card, in the official order, and how they share its space.

import { cutLines, hasWholeWords, type Measure, wrapText } from './pdf/wrap.ts'

/** Ready words; capitals are seen to here. Field names follow the card, UU 24/2013 Article 64. */
export interface CardFields {
  /** `PROVINSI SUMATERA SELATAN`. */
  readonly province: string
  /** `KABUPATEN MUSI BANYUASIN`. */
  readonly regency: string
  readonly nik: string
  readonly name: string
  /** `PENINGGALAN, 17-08-2009`. */
  readonly birth: string
  readonly sex: string
  /** `-` where it is not known. */
  readonly bloodType: string
  readonly address: string
  /** `003/001`. */
  readonly rtRw: string
  readonly village: string
  readonly kecamatan: string
  readonly religion: string
  readonly maritalStatus: string
  readonly occupation: string
  readonly citizenship: string
  /** `SEUMUR HIDUP`, or the day an ITAP ends. */
  readonly validUntil: string
  /** Under the photo: `MUSI BANYUASIN` and `14-03-2026`. */
  readonly issuedAt: string
  readonly issuedOn: string
}

interface CardRow {
  readonly label: string
  readonly value: string
  readonly isIndented?: true
  /** A second, short field on the same line. */
  readonly beside?: { readonly label: string; readonly value: string }
}

/** The rows below the NIK, from top to bottom. */
export function cardRowsOf(fields: CardFields): readonly CardRow[] {
  const beside = { label: 'Gol. Darah', value: capitals(fields.bloodType) }
  const rows: readonly CardRow[] = [
    { label: 'Nama', value: fields.name },
    { label: 'Tempat/Tgl Lahir', value: fields.birth },
    { label: 'Jenis Kelamin', value: fields.sex, beside },
    { label: 'Alamat', value: fields.address },
    { label: 'RT/RW', value: fields.rtRw, isIndented: true },
    { label: 'Kel/Desa', value: fields.village, isIndented: true },
    { label: 'Kecamatan', value: fields.kecamatan, isIndented: true },
    { label: 'Agama', value: fields.religion },
    { label: 'Status Perkawinan', value: fields.maritalStatus },
    { label: 'Pekerjaan', value: fields.occupation },
    { label: 'Kewarganegaraan', value: fields.citizenship },
    { label: 'Berlaku Hingga', value: fields.validUntil },
  ]
  return rows.map((row) => ({ ...row, value: capitals(row.value) }))
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('id-ID')
}

export interface PlacedRow extends CardRow {
  readonly lines: readonly string[]
  /** From the top of the block, in the units of the box. */
  readonly top: number
}

export interface PlacedRows {
  readonly rows: readonly PlacedRow[]
  readonly size: number
}

/** Lines a value may break into before the whole block shrinks instead. */
const MAX_VALUE_LINES = 3
export const CARD_LEADING = 1.22
/** What the second field of a row takes of its line. */
export const BESIDE_SHARE = 0.46

/**
 * All rows at one size, the largest (at most `size`) at which every value stands in its width and
 * the block in its height; a value still too long is cut with an ellipsis, never overflows.
 */
export function placeCardRows(
  rows: readonly CardRow[],
  box: { readonly width: number; readonly height: number },
  size: number,
  measureAt: (size: number) => Measure,
): PlacedRows {
  const smallest = size * 0.5
  for (let tried = size; ; tried -= size * 0.03) {
    const isLast = tried - size * 0.03 < smallest
    const placed = placeAt(rows, box.width, tried, measureAt)
    const fits = placed.height <= box.height && placed.isWhole
    if (fits || isLast) return { rows: placed.rows, size: tried }
  }
}

function placeAt(
  rows: readonly CardRow[],
  width: number,
  size: number,
  measureAt: (size: number) => Measure,
) {
  let top = 0
  let isWhole = true
  const placed = rows.map((row) => {
    const room = row.beside ? width * (1 - BESIDE_SHARE) : width
    const lines = wrapText(row.value, room, measureAt(size))
    const most = row.beside ? 1 : MAX_VALUE_LINES
    if (lines.length > most || !hasWholeWords(row.value, room, measureAt(size))) isWhole = false
    const kept = cutLines(lines, most, room, measureAt(size))
    const atSize = { ...row, lines: kept, top }
    top += Math.max(1, kept.length) * size * CARD_LEADING
    return atSize
  })
  return { rows: placed, height: top, isWhole }
}
