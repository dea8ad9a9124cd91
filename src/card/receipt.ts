// Receipt — the stamped proof that a recording took place, on A5, for the resident to keep.

import { assert } from '#kit/assert'
import { MAX_FINGERS, MAX_LIST_ROWS } from './limits.ts'
import { isMarked, type PaperOptions } from './paper.ts'
import { drawFieldRow, drawTickRow } from './pdf/field-rows.ts'
import { drawFingers, type FingerLine } from './pdf/fingers.ts'
import { drawFreeFooter } from './pdf/free.ts'
import { drawLetterhead, type OfficeHead } from './pdf/letterhead.ts'
import { pageSizes, palette } from './pdf/palette.ts'
import { drawCodeBlock } from './pdf/qr-figure.ts'
import {
  content,
  drawFitted,
  finishSheet,
  openSheet,
  type Sheet,
  section,
  write,
} from './pdf/sheet.ts'
import { drawStamp } from './pdf/stamp.ts'
import { drawWatermark, writeSampleLine } from './pdf/watermark.ts'

export type { FingerLine } from './pdf/fingers.ts'

export interface ReceiptFields {
  readonly head: OfficeHead
  /** The receipt's own number. */
  readonly number: string
  readonly ticket: string
  /** `Peninggalan, 14 Maret 2026, 09.41 WIB`. */
  readonly placeAndTime: string
  /** `14 MAR 2026`, inside the stamp. */
  readonly stampDay: string
  readonly fullName: string
  readonly nik: string
  /** `KTP-el baru`. */
  readonly service: string
  /** Photo, signature, iris …; the fingers stand apart. */
  readonly captured: readonly { readonly label: string; readonly isTicked: boolean }[]
  readonly fingers: readonly FingerLine[]
  readonly operator: string
  /** The first groups of the digest that the operator's key signed. */
  readonly digest: string
  /** The QR text by which anyone verifies the receipt, and the code to type instead. */
  readonly link: string
  readonly code: string
  /** Where to complain: `SMS 0822 8046 1751`. */
  readonly complaints: string
}

const MARGIN = 30
const WIDTH = pageSizes.a5[0] - 2 * MARGIN
const ATTESTATION_TOP = pageSizes.a5[1] - 168

/** The receipt ("tanda bukti perekaman") as a tagged A5 PDF of one page. */
export function renderReceipt(fields: ReceiptFields, options: PaperOptions): Promise<Uint8Array> {
  assert(fields.fingers.length <= MAX_FINGERS, 'nobody has more than ten fingers to record')
  assert(fields.captured.length <= MAX_LIST_ROWS, 'what was captured fits the receipt')
  const title = `Tanda bukti perekaman ${fields.number}`
  const isSample = isMarked(options, fields.nik)
  const sheet = openSheet({ ...options, title, size: pageSizes.a5 })
  const below = drawTop(sheet, fields, isSample)
  drawCaptured(sheet, fields, drawWho(sheet, fields, below))
  drawAttestation(sheet, fields)
  drawFreeFooter(sheet, fields.complaints, { x: MARGIN, y: pageSizes.a5[1] - 50, width: WIDTH })
  if (isSample) drawWatermark(sheet)
  return finishSheet(sheet)
}

function drawTop(sheet: Sheet, fields: ReceiptFields, isSample: boolean): number {
  if (isSample) writeSampleLine(sheet, { x: MARGIN, y: 11, width: WIDTH })
  const headWidth = WIDTH - 84
  const place = { x: MARGIN, y: 27, width: headWidth }
  const top = drawLetterhead(sheet, fields.head, place, headWidth)
  const qr = { x: MARGIN + WIDTH - 60, y: 27, side: 54 }
  drawCodeBlock(sheet, fields, qr, `Kode QR untuk memeriksa tanda bukti ${fields.number}`)
  const line = { x: MARGIN, width: headWidth }
  const style = { face: 'bold', size: 15 } as const
  const y = write(sheet, 'H1', 'TANDA BUKTI PEREKAMAN', { ...line, y: top + 9 }, style)
  const number = { face: 'mono', size: 9, color: palette.teal } as const
  return write(sheet, 'P', `Nomor ${fields.number}`, { ...line, y }, number) + 8
}

function drawWho(sheet: Sheet, fields: ReceiptFields, top: number): number {
  let y = top
  const rows = [
    { label: 'Nama', value: fields.fullName },
    { label: 'NIK', value: fields.nik },
    { label: 'Layanan', value: fields.service },
    { label: 'Nomor antrean', value: fields.ticket },
    { label: 'Tempat dan waktu', value: fields.placeAndTime },
  ]
  section(sheet, 'Sect', () => {
    for (const row of rows) {
      const spec = { labelWidth: 88, height: 17, size: 8.5 }
      y = drawFieldRow(sheet, row, { x: MARGIN, y, width: WIDTH }, spec)
    }
  })
  return y + 12
}

function drawCaptured(sheet: Sheet, fields: ReceiptFields, top: number): void {
  let y = top
  const title = { face: 'bold', size: 9.5, color: palette.teal } as const
  section(sheet, 'Sect', () => {
    y = write(sheet, 'H2', 'Yang telah direkam', { x: MARGIN, y, width: WIDTH }, title) + 4
    const width = WIDTH / 3
    fields.captured.forEach((row, i) => {
      const at = { x: MARGIN + (i % 3) * width, y: y + Math.floor(i / 3) * 14, width: width - 8 }
      drawTickRow(sheet, row, { ...at, height: 13 }, 8.5)
    })
    y += Math.ceil(fields.captured.length / 3) * 14 + 4
    const taken = fields.fingers.filter((it) => it.isCaptured).length
    const count = `Sidik jari: ${taken} dari ${fields.fingers.length} jari`
    y = write(sheet, 'P', count, { x: MARGIN, y, width: WIDTH }, { face: 'bold', size: 8.5 }) + 4
    const height = ATTESTATION_TOP - 8 - y
    drawFingers(sheet, fields.fingers, { x: MARGIN, y, width: WIDTH, height })
  })
}

function drawAttestation(sheet: Sheet, fields: ReceiptFields): void {
  const top = ATTESTATION_TOP
  section(sheet, 'Sect', () => {
    const line = (y: number) => ({ x: MARGIN, y, width: WIDTH - 112 })
    const small = { size: 7.5, color: palette.muted }
    let y = write(sheet, 'P', 'Operator perekaman', line(top), small)
    content(sheet, 'P', () => {
      const room = { ...line(y), height: 28 }
      y = drawFitted(sheet, fields.operator, room, { face: 'bold', size: 10.5 }) + 4
    })
    const signed = 'Data rekaman ditandatangani dengan kunci operator. Sidik data:'
    y = write(sheet, 'P', signed, line(y), small) + 1
    y = write(sheet, 'P', fields.digest, line(y), { face: 'mono', size: 8.5 }) + 5
    const keep = 'Simpan lembar ini. Lembar ini bukan KTP-el dan bukan penggantinya.'
    write(sheet, 'P', keep, line(y), { size: 8 })
  })
  const words = {
    above: fields.head.office,
    below: fields.head.government.replace(/^pemerintah /i, ''),
    confirms: 'Telah direkam',
    day: fields.stampDay,
  }
  drawStamp(sheet, words, { x: MARGIN + WIDTH - 52, y: top + 44, radius: 48 })
}
