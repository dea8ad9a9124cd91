// Form F-1 — the application (F-1.02) as an A4 sheet, with the village head's endorsement.

import { assert } from '#kit/assert'
import { MAX_LIST_ROWS } from './limits.ts'
import { isMarked, type PaperOptions } from './paper.ts'
import { drawSignatures, type Endorsement, SIGNATURES_TOP } from './pdf/f1-signatures.ts'
import {
  drawBand,
  drawDigitBoxes,
  drawFieldRow,
  drawTickRow,
  type FieldRow,
} from './pdf/field-rows.ts'
import { FREE_OF_CHARGE, NO_PUNGLI } from './pdf/free.ts'
import { drawLetterhead, type OfficeHead } from './pdf/letterhead.ts'
import { pageSizes, palette } from './pdf/palette.ts'
import { drawCodeBlock } from './pdf/qr-figure.ts'
import { artifact, finishSheet, openSheet, type Sheet, section, write } from './pdf/sheet.ts'
import { drawWatermark, writeSampleLine } from './pdf/watermark.ts'

export { type Endorsement, f1EndorsementArea } from './pdf/f1-signatures.ts'
export type { FieldRow } from './pdf/field-rows.ts'
export type { OfficeHead } from './pdf/letterhead.ts'
export type { PrintFonts } from './pdf/sheet.ts'

/** What the KTP-el is asked for: part II of F-1.02, and IV B for changed data. */
export type FormPurpose =
  | 'new'
  | 'moved-in'
  | 'lost'
  | 'damaged'
  | 'itap-renewal'
  | 'citizenship'
  | 'outside-domicile'
  | 'transmigration'
  | 'changed-data'

export interface FormF1Fields {
  readonly head: OfficeHead
  /** The form and the regulation it follows, `F-1.02 · Permendagri 109 Tahun 2019`. */
  readonly formVersion: string
  /** The short code and the QR text that find this case again. */
  readonly code: string
  readonly link: string
  readonly fullName: string
  /** Sixteen digits, or empty for the pen. */
  readonly nik: string
  readonly nomorKk: string
  readonly purpose: FormPurpose | undefined
  /** The biodata in the order to be printed, in two columns, left column first. */
  readonly biodata: readonly FieldRow[]
  readonly attachments: readonly { readonly label: string; readonly isTicked: boolean }[]
  /** `Peninggalan, 14 Maret 2026`; empty for the pen. */
  readonly placeAndDate: string
  /** The officer's name, or empty for the pen. */
  readonly officer: string
  readonly endorsement: Endorsement
}

const MARGIN = 40
const WIDTH = pageSizes.a4[0] - 2 * MARGIN
const BIODATA_HEIGHT = 152

const purposes: readonly (readonly [FormPurpose, string])[] = [
  ['new', 'A. Baru'],
  ['moved-in', 'B. Pindah datang'],
  ['lost', 'C.1 Hilang'],
  ['damaged', 'C.2 Rusak'],
  ['itap-renewal', 'D. Perpanjangan ITAP'],
  ['citizenship', 'E. Perubahan status kewarganegaraan'],
  ['outside-domicile', 'F. Luar domisili'],
  ['transmigration', 'G. Transmigrasi'],
]

/**
 * The application form as a tagged A4 PDF of one page (F-1.02 of Permendagri 109/2019, the part
 * for KTP-el, and the endorsement of the village). Empty fields are left to the pen.
 */
export function renderFormF1(fields: FormF1Fields, options: PaperOptions): Promise<Uint8Array> {
  assert(fields.biodata.length <= MAX_LIST_ROWS, 'the biodata fit their part of the sheet')
  assert(fields.attachments.length <= MAX_LIST_ROWS, 'the attachments fit their part of the sheet')
  const title = `Formulir permohonan KTP-el ${fields.code}`
  const sheet = openSheet({ ...options, title, size: pageSizes.a4 })
  const isSample = isMarked(options, fields.nik)
  let y = drawTop(sheet, fields, isSample)
  y = drawApplicant(sheet, fields, y)
  y = drawPurpose(sheet, fields.purpose, y)
  y = drawBiodata(sheet, fields.biodata, y)
  drawAttachments(sheet, fields.attachments, y)
  drawSignatures(sheet, fields, { x: MARGIN, width: WIDTH })
  drawFooter(sheet, fields)
  if (isSample) drawWatermark(sheet)
  return finishSheet(sheet)
}

function drawTop(sheet: Sheet, fields: FormF1Fields, isSample: boolean): number {
  if (isSample) writeSampleLine(sheet, { x: MARGIN, y: 14, width: WIDTH })
  const place = { x: MARGIN, y: 34, width: WIDTH - 100 }
  const top = drawLetterhead(sheet, fields.head, place, WIDTH - 84)
  const side = 54
  const qr = { x: MARGIN + WIDTH - side - 8, y: 30, side }
  drawCodeBlock(sheet, fields, qr, `Kode QR permohonan ${fields.code}`)
  const line = (y: number) => ({ x: MARGIN, y, width: WIDTH - 84 })
  const title = 'FORMULIR PENDAFTARAN PERISTIWA KEPENDUDUKAN'
  const y = write(sheet, 'H1', title, line(top + 10), { face: 'bold', size: 12.5 })
  const how = 'Diisi dengan huruf cetak dan tinta hitam.'
  const text = `${fields.formVersion}. ${how}`
  return write(sheet, 'P', text, line(y), { size: 7.5, color: palette.muted }) + 9
}

function drawApplicant(sheet: Sheet, fields: FormF1Fields, top: number): number {
  let y = top
  section(sheet, 'Sect', () => {
    y = drawBand(sheet, 'I. DATA PEMOHON', { x: MARGIN, y, width: WIDTH })
    const place = () => ({ x: MARGIN + 6, y, width: WIDTH - 12 })
    const name = { label: '1. Nama lengkap', value: fields.fullName }
    y = drawFieldRow(sheet, name, place(), { labelWidth: 130, height: 18, size: 8.5 }) + 5
    const boxes = { labelWidth: 130, count: 16, boxWidth: 17 }
    y = drawDigitBoxes(sheet, { label: '2. NIK', value: fields.nik }, place(), boxes) + 5
    const kk = { label: '3. Nomor KK', value: fields.nomorKk }
    y = drawDigitBoxes(sheet, kk, place(), boxes) + 9
  })
  return y
}

function drawPurpose(sheet: Sheet, purpose: FormPurpose | undefined, top: number): number {
  let y = top
  const isChange = purpose === 'changed-data'
  section(sheet, 'Sect', () => {
    y = drawBand(sheet, 'II. JENIS PERMOHONAN', { x: MARGIN, y, width: WIDTH })
    const groups = [
      { label: 'I. Kartu Keluarga', isTicked: false },
      { label: 'II. KTP-el', isTicked: purpose !== undefined && !isChange },
      { label: 'III. KIA', isTicked: false },
      { label: 'IV. Perubahan data (B. KTP-el)', isTicked: isChange },
    ]
    const starts = [6, 130, 225, 320]
    groups.forEach((group, i) => {
      const place = { x: MARGIN + (starts[i] as number), y, width: 180, height: 13 }
      drawTickRow(sheet, group, place, 8.5)
    })
    y += 17
    const rows = purposes.map(([it, label]) => ({ label, isTicked: it === purpose }))
    y = drawTickColumns(sheet, rows, { x: MARGIN + 18, y, width: WIDTH - 24 }, 60) + 7
  })
  return y
}

function drawBiodata(sheet: Sheet, rows: readonly FieldRow[], top: number): number {
  let y = top
  section(sheet, 'Sect', () => {
    y = drawBand(sheet, 'BIODATA PEMOHON', { x: MARGIN, y, width: WIDTH })
    const half = Math.ceil(rows.length / 2)
    const width = (WIDTH - 12 - 18) / 2
    const spec = { labelWidth: 92, height: Math.min(19, BIODATA_HEIGHT / half), size: 8.5 }
    rows.forEach((row, i) => {
      const column = i < half ? 0 : 1
      const x = MARGIN + 6 + column * (width + 18)
      drawFieldRow(sheet, row, { x, y: y + (i % half) * spec.height, width }, spec)
    })
    y += half * spec.height + 9
  })
  return y
}

function drawAttachments(sheet: Sheet, rows: FormF1Fields['attachments'], top: number): number {
  let y = top
  section(sheet, 'Sect', () => {
    const title = 'III. PERSYARATAN YANG DILAMPIRKAN'
    y = drawBand(sheet, title, { x: MARGIN, y, width: WIDTH })
    y = drawTickColumns(
      sheet,
      rows,
      { x: MARGIN + 6, y, width: WIDTH - 12 },
      SIGNATURES_TOP - 8 - y,
    )
  })
  return y
}

/** Rows to tick, filled column by column, each fitted to its place; answers the y below. */
function drawTickColumns(
  sheet: Sheet,
  rows: readonly { readonly label: string; readonly isTicked: boolean }[],
  place: { readonly x: number; readonly y: number; readonly width: number },
  height: number,
): number {
  const perColumn = Math.ceil(rows.length / 2)
  const width = place.width / 2
  const pitch = Math.min(13, height / Math.max(1, perColumn))
  rows.forEach((row, i) => {
    const x = place.x + Math.floor(i / perColumn) * width
    const y = place.y + (i % perColumn) * pitch
    drawTickRow(sheet, row, { x, y, width: width - 10, height: pitch }, Math.min(8.5, pitch * 0.7))
  })
  return place.y + perColumn * pitch
}

function drawFooter(sheet: Sheet, fields: FormF1Fields): void {
  const y = pageSizes.a4[1] - 42
  artifact(sheet, () => {
    sheet.doc.rect(MARGIN, y - 5, WIDTH, 0.5).fill(palette.line)
  })
  const left = { x: MARGIN, width: WIDTH * 0.6 }
  write(sheet, 'P', FREE_OF_CHARGE, { ...left, y }, { face: 'bold', size: 8 })
  write(sheet, 'P', NO_PUNGLI, { ...left, y: y + 11 }, { size: 7, color: palette.muted })
  const page = `${fields.code} · halaman 1 dari 1`
  const right = { x: MARGIN + WIDTH * 0.6, y, width: WIDTH * 0.4 }
  write(sheet, 'P', page, right, { size: 7.5, color: palette.muted, align: 'right' })
}
