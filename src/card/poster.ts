// Poster — the published service standard on one A4 sheet for the wall of the waiting room.

import { assert } from '#kit/assert'
import { MAX_LIST_ROWS } from './limits.ts'
import type { PaperOptions } from './paper.ts'
import type { OfficeHead } from './pdf/letterhead.ts'
import { pageSizes, palette } from './pdf/palette.ts'
import { drawQr } from './pdf/qr-figure.ts'
import {
  artifact,
  content,
  drawFitted,
  drawText,
  finishSheet,
  heightOfText,
  openSheet,
  type Sheet,
  section,
  write,
} from './pdf/sheet.ts'
import { drawWatermark, writeSampleLine } from './pdf/watermark.ts'

export interface PosterFields {
  readonly head: OfficeHead
  /** `Standar pelayanan KTP-el`. */
  readonly title: string
  /** `SK Nomor 56 Tahun 2024`. */
  readonly decree: string
  readonly requirements: readonly string[]
  readonly steps: readonly string[]
  /** The three promises in a few words each: `10 menit`, `Gratis`, `KTP elektronik`. */
  readonly time: string
  readonly fee: string
  readonly product: string
  readonly complaints: readonly string[]
  /** The QR text of the portal. */
  readonly link: string
}

const MARGIN = 44
const WIDTH = pageSizes.a4[0] - 2 * MARGIN
const BAND_HEIGHT = 138
const PROMISES_TOP = BAND_HEIGHT + 24
const PROMISES_HEIGHT = 64
const LISTS_TOP = PROMISES_TOP + PROMISES_HEIGHT + 26
const COMPLAINTS_TOP = 662
const BOTTOM = pageSizes.a4[1] - 36
const GAP = 28

/** The service standard as a tagged A4 poster; long lists shrink together until they fit. */
export function renderStandardPoster(
  fields: PosterFields,
  options: PaperOptions,
): Promise<Uint8Array> {
  for (const rows of [fields.requirements, fields.steps, fields.complaints]) {
    assert(rows.length <= MAX_LIST_ROWS, 'a list fits the poster')
  }
  const sheet = openSheet({ ...options, title: fields.title, size: pageSizes.a4 })
  drawBanner(sheet, fields)
  drawPromises(sheet, fields)
  const left = (WIDTH - GAP) * 0.4
  const height = COMPLAINTS_TOP - 20 - LISTS_TOP
  const needed = { title: 'Persyaratan', rows: fields.requirements }
  drawNumbered(sheet, needed, { x: MARGIN, y: LISTS_TOP, width: left, height })
  const steps = { title: 'Alur pelayanan', rows: fields.steps }
  const x = MARGIN + left + GAP
  drawNumbered(sheet, steps, { x, y: LISTS_TOP, width: WIDTH - left - GAP, height })
  drawComplaints(sheet, fields)
  if (options.sample) {
    writeSampleLine(sheet, { x: MARGIN, y: pageSizes.a4[1] - 22, width: WIDTH })
    drawWatermark(sheet)
  }
  return finishSheet(sheet)
}

const WHITE = '#ffffff'
const PALE = '#cfe3e1'

function drawBanner(sheet: Sheet, fields: PosterFields): void {
  const { head } = fields
  artifact(sheet, () => sheet.doc.rect(0, 0, sheet.width, BAND_HEIGHT).fill(palette.teal))
  const line = (y: number) => ({ x: MARGIN, y, width: WIDTH })
  const who = `${head.government} · ${head.office}`.toUpperCase()
  let y = write(sheet, 'P', who, line(30), { size: 9, color: PALE, spacing: 0.6 }) + 6
  content(sheet, 'H1', () => {
    const style = { face: 'bold', size: 34, color: WHITE, leading: 1.15 } as const
    y = drawFitted(sheet, fields.title, { ...line(y), height: 42 }, style)
  })
  write(sheet, 'P', fields.decree, line(y + 3), { size: 12, color: PALE })
}

function drawPromises(sheet: Sheet, fields: PosterFields): void {
  const promises = [
    ['Waktu', fields.time],
    ['Biaya', fields.fee],
    ['Produk', fields.product],
  ] as const
  const width = (WIDTH - 2 * 14) / 3
  promises.forEach(([label, words], i) => {
    const x = MARGIN + i * (width + 14)
    artifact(sheet, () => {
      sheet.doc.roundedRect(x, PROMISES_TOP, width, PROMISES_HEIGHT, 6).fill(palette.tint)
    })
    section(sheet, 'Sect', () => {
      const at = { x: x + 14, y: PROMISES_TOP + 11, width: width - 28 }
      const y = write(sheet, 'H2', label, at, { size: 10, color: palette.teal }) + 1
      content(sheet, 'P', () => {
        const room = { ...at, y, height: PROMISES_TOP + PROMISES_HEIGHT - 8 - y }
        drawFitted(sheet, words, room, { face: 'bold', size: 18, leading: 1.2 })
      })
    })
  })
}

interface NumberedList {
  readonly title: string
  readonly rows: readonly string[]
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const HEADING = { face: 'bold', size: 15, color: palette.teal } as const

function drawNumbered(sheet: Sheet, list: NumberedList, area: Area): void {
  section(sheet, 'Sect', () => {
    const top = write(sheet, 'H2', list.title, area, HEADING) + 8
    const room = area.y + area.height - top
    const size = sizeThatFits(sheet, list.rows, area.width, room)
    const indent = size * 2
    let y = top
    section(sheet, 'L', () => {
      list.rows.forEach((row, i) => {
        const rowTop = y
        section(sheet, 'LI', () => {
          const label = { x: area.x, y: rowTop, width: indent }
          const style = { face: 'bold', size, color: palette.teal } as const
          write(sheet, 'Lbl', `${i + 1}.`, label, style)
          const body = { x: area.x + indent, y: rowTop, width: area.width - indent }
          y = write(sheet, 'LBody', row, body, { size }) + size * 0.55
        })
      })
    })
  })
}

/** The largest size at which all rows stand in the room. */
function sizeThatFits(sheet: Sheet, rows: readonly string[], width: number, room: number): number {
  const smallest = 4
  for (let size = 13; size > smallest; size -= 0.25) {
    const heights = rows.map((row) => heightOfText(sheet, row, width - 2 * size, { size }))
    const gaps = rows.length * size * 0.55
    if (heights.reduce((sum, height) => sum + height, gaps) <= room) return size
  }
  return smallest
}

function drawComplaints(sheet: Sheet, fields: PosterFields): void {
  const side = 78
  const top = COMPLAINTS_TOP
  artifact(sheet, () => {
    sheet.doc.rect(MARGIN, top - 10, WIDTH, 0.6).fill(palette.line)
  })
  const area = { x: MARGIN, y: top, width: WIDTH - side - 60 }
  const height = BOTTOM - 20 - top
  drawNumbered(sheet, { title: 'Pengaduan', rows: fields.complaints }, { ...area, height })
  const qrX = MARGIN + WIDTH - side - 8
  drawQr(sheet, fields.link, { x: qrX, y: top + 6, side }, 'Kode QR portal pelayanan')
  const caption = { x: qrX - 12, y: top + side + 14, width: side + 24 }
  const style = { size: 8.5, align: 'center', color: palette.muted } as const
  write(sheet, 'P', 'Portal pelayanan', caption, style)
  content(sheet, 'P', () => {
    const { address, phone } = fields.head
    const text = phone === '' ? address : `${address} · ${phone}`
    drawText(
      sheet,
      text,
      { x: MARGIN, y: BOTTOM - 10, width: WIDTH },
      {
        size: 9,
        color: palette.muted,
      },
    )
  })
}
