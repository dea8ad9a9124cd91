// Checklist — the resident's slip from the information desk: what to bring, what happens, the ticket.

import { assert } from '#kit/assert'
import { MAX_LIST_ROWS } from './limits.ts'
import type { PaperOptions } from './paper.ts'
import { drawTickBox } from './pdf/field-rows.ts'
import { drawFreeFooter } from './pdf/free.ts'
import { drawLetterhead, type OfficeHead } from './pdf/letterhead.ts'
import { pageSizes, palette } from './pdf/palette.ts'
import { drawQr } from './pdf/qr-figure.ts'
import {
  artifact,
  content,
  drawFitted,
  finishSheet,
  heightOfText,
  openSheet,
  type Sheet,
  section,
  write,
} from './pdf/sheet.ts'
import { drawWatermark, writeSampleLine } from './pdf/watermark.ts'

export interface ChecklistFields {
  readonly head: OfficeHead
  readonly ticket: string
  /** `KTP-el baru`. */
  readonly service: string
  /** `Sabtu, 14 Maret 2026`. */
  readonly day: string
  readonly requirements: readonly {
    readonly label: string
    /** What to know about it, `asli dan fotokopi`; empty where there is nothing to say. */
    readonly note: string
    readonly isTicked: boolean
  }[]
  /** What happens next, in order. */
  readonly steps: readonly string[]
  /** `10 menit di loket`. */
  readonly promise: string
  readonly complaints: string
  /** The QR text of the status page, and the code to type there. */
  readonly link: string
  readonly code: string
}

const MARGIN = 30
const WIDTH = pageSizes.a5[0] - 2 * MARGIN
const FOOT_TOP = pageSizes.a5[1] - 128

/** The checklist with the ticket as a tagged A5 PDF of one page. */
export function renderChecklist(
  fields: ChecklistFields,
  options: PaperOptions,
): Promise<Uint8Array> {
  const rows = fields.requirements.length + fields.steps.length
  assert(rows <= MAX_LIST_ROWS, 'requirements and steps fit the slip')
  const sheet = openSheet({
    ...options,
    title: `Daftar persyaratan dan nomor antrean ${fields.ticket}`,
    size: pageSizes.a5,
  })
  const top = drawTop(sheet, fields, options.sample)
  drawLists(sheet, fields, top)
  drawStatus(sheet, fields)
  drawFreeFooter(sheet, fields.complaints, { x: MARGIN, y: pageSizes.a5[1] - 50, width: WIDTH })
  if (options.sample) drawWatermark(sheet)
  return finishSheet(sheet)
}

function drawTop(sheet: Sheet, fields: ChecklistFields, isSample: boolean): number {
  if (isSample) writeSampleLine(sheet, { x: MARGIN, y: 11, width: WIDTH })
  const head = { x: MARGIN, y: 27, width: WIDTH }
  const y = drawLetterhead(sheet, fields.head, head, WIDTH) + 12
  const ticketWidth = 118
  const textWidth = WIDTH - ticketWidth - 14
  artifact(sheet, () => {
    const x = MARGIN + WIDTH - ticketWidth
    sheet.doc.roundedRect(x, y, ticketWidth, 62, 5).fill(palette.tint)
  })
  const line = (top: number) => ({ x: MARGIN, y: top, width: textWidth })
  const title = { face: 'bold', size: 16, leading: 1.2 } as const
  let below = y
  content(sheet, 'H1', () => {
    below = drawFitted(sheet, fields.service, { ...line(y), height: 40 }, title)
  })
  below = write(sheet, 'P', fields.day, line(below + 2), { size: 8.5, color: palette.muted })
  const promise = `Janji layanan: ${fields.promise}`
  write(sheet, 'P', promise, line(below), { size: 8.5, color: palette.muted })
  section(sheet, 'Sect', () => {
    const ticket = (top: number) => ({ x: MARGIN + WIDTH - ticketWidth, y: top })
    const small = { size: 8, color: palette.teal, align: 'center' } as const
    write(sheet, 'P', 'Nomor antrean', { ...ticket(y + 8), width: ticketWidth }, small)
    const big = { face: 'bold', size: 28, align: 'center', leading: 1.1 } as const
    const room = { ...ticket(y + 20), x: MARGIN + WIDTH - ticketWidth + 6, height: 34 }
    content(sheet, 'P', () => {
      drawFitted(sheet, fields.ticket, { ...room, width: ticketWidth - 12 }, big)
    })
  })
  return y + 78
}

interface ListRow {
  readonly label: string
  readonly note: string
  readonly mark: boolean | string
}

/** Both lists, squeezed together where there are many rows. */
function drawLists(sheet: Sheet, fields: ChecklistFields, top: number): void {
  const steps = fields.steps.map((label, i) => ({ label, note: '', mark: `${i + 1}.` }))
  const needed = fields.requirements.map((it) => ({ ...it, mark: it.isTicked }))
  const wanted = [...steps, ...needed].reduce((sum, row) => sum + rowHeightOf(sheet, row), 0)
  const headings = 2 * 30
  const squeeze = Math.min(1, (FOOT_TOP - 10 - top - headings) / Math.max(1, wanted))
  const y = drawList(sheet, 'Yang perlu dibawa', needed, top, squeeze)
  drawList(sheet, 'Langkah berikutnya', steps, y + 10, squeeze)
}

const LABEL = { size: 9.5, leading: 1.25 } as const
const NOTE = { size: 7.5, color: palette.muted, leading: 1.25 } as const
const BODY = { x: MARGIN + 18, width: WIDTH - 18 }
const ROW_GAP = 7

/** What the row would like to have, its words at full size. */
function rowHeightOf(sheet: Sheet, row: ListRow): number {
  const label = heightOfText(sheet, row.label, BODY.width, LABEL)
  return label + heightOfText(sheet, row.note, BODY.width, NOTE) + ROW_GAP
}

function drawList(
  sheet: Sheet,
  title: string,
  rows: readonly ListRow[],
  top: number,
  squeeze: number,
): number {
  const heading = { face: 'bold', size: 10, color: palette.teal } as const
  let y = write(sheet, 'H2', title, { x: MARGIN, y: top, width: WIDTH }, heading) + 4
  section(sheet, 'L', () => {
    for (const row of rows) {
      const height = rowHeightOf(sheet, row) * squeeze
      section(sheet, 'LI', () => drawListRow(sheet, row, y, squeeze))
      y += height
    }
  })
  return y
}

function drawListRow(sheet: Sheet, row: ListRow, y: number, squeeze: number): void {
  if (typeof row.mark === 'string') {
    const style = { face: 'bold', size: 9, color: palette.teal } as const
    write(sheet, 'Lbl', row.mark, { x: MARGIN, y, width: 18 }, style)
  } else {
    drawTickBox(sheet, row.mark, MARGIN, y + 1.5, 9.5)
  }
  section(sheet, 'LBody', () => {
    const height = heightOfText(sheet, row.label, BODY.width, LABEL) * squeeze
    content(sheet, 'P', () => drawFitted(sheet, row.label, { ...BODY, y, height }, LABEL))
    if (row.note === '') return
    const below = { ...BODY, y: y + height }
    const noteHeight = heightOfText(sheet, row.note, BODY.width, NOTE) * squeeze
    content(sheet, 'P', () => {
      drawFitted(sheet, row.note, { ...below, height: noteHeight }, NOTE)
    })
  })
}

function drawStatus(sheet: Sheet, fields: ChecklistFields): void {
  section(sheet, 'Sect', () => {
    const side = 56
    const qr = { x: MARGIN, y: FOOT_TOP + 2, side }
    const alt = `Kode QR halaman status permohonan ${fields.code}`
    drawQr(sheet, fields.link, qr, alt)
    const line = (y: number) => ({ x: MARGIN + side + 16, y, width: WIDTH - side - 16 })
    const small = { size: 8.5, color: palette.muted }
    let y = write(sheet, 'P', 'Kode permohonan', line(FOOT_TOP + 1), small)
    y = write(sheet, 'P', fields.code, line(y), { face: 'mono', size: 14 }) + 2
    const how =
      'Pindai kode QR, atau sebutkan kode ini, untuk mengetahui sampai di mana permohonan.'
    write(sheet, 'P', how, line(y), small)
  })
}
