// F-1 signatures — who signs the form and where: applicant, officer, and the village's endorsement.

import { never } from '#kit/assert'
import { palette } from './palette.ts'
import { artifact, content, drawFitted, drawText, type Sheet, section, write } from './sheet.ts'

/**
 * How the village confirms the form. `wet` leaves room for pen and stamp; `digital` keeps an area
 * that the signature of the village head's own certificate fills in. Never called the same.
 */
export interface Endorsement {
  readonly kind: 'wet' | 'digital'
  /** `Kepala Desa Peninggalan`. */
  readonly office: string
  /** The name of the village head, or empty for the pen. */
  readonly name: string
}

interface Signers {
  readonly placeAndDate: string
  readonly fullName: string
  readonly officer: string
  readonly endorsement: Endorsement
}

/** Where the signatures begin, points from the top of the A4 sheet. */
export const SIGNATURES_TOP = 636

const COLUMN_GAP = 16
const SPACE_TOP = SIGNATURES_TOP + 52
const SPACE_HEIGHT = 74

/** Where the digital signature is shown: page index and `[left, bottom, right, top]` in points. */
export const f1EndorsementArea = {
  page: 0,
  rect: [40, 841.89 - SPACE_TOP - SPACE_HEIGHT, 40 + 192, 841.89 - SPACE_TOP],
} as const

/** Draws the statement and the three signatures at the foot of the form. */
export function drawSignatures(
  sheet: Sheet,
  signers: Signers,
  area: { readonly x: number; readonly width: number },
): void {
  const truth =
    'Saya menyatakan bahwa keterangan dalam formulir ini benar. Apabila di kemudian hari ternyata ' +
    'tidak benar, saya bersedia menerima sanksi sesuai ketentuan peraturan perundang-undangan.'
  write(sheet, 'P', truth, { ...area, y: SIGNATURES_TOP }, { size: 7.5, color: palette.muted })
  const villageWidth = f1EndorsementArea.rect[2] - f1EndorsementArea.rect[0]
  const otherWidth = (area.width - villageWidth - 2 * COLUMN_GAP) / 2
  drawVillage(sheet, signers.endorsement, { x: area.x, width: villageWidth })
  const officerX = area.x + villageWidth + COLUMN_GAP
  const officer = { lines: ['', 'Petugas pelayanan'], name: signers.officer, hint: '' }
  drawSigner(sheet, officer, { x: officerX, width: otherWidth })
  const applicant = {
    lines: [signers.placeAndDate || '....................., ...................', 'Pemohon'],
    name: signers.fullName,
    hint: 'tanda tangan atau cap jempol',
  }
  drawSigner(sheet, applicant, { x: officerX + otherWidth + COLUMN_GAP, width: otherWidth })
}

interface Column {
  readonly x: number
  readonly width: number
}

function drawSigner(
  sheet: Sheet,
  signer: { readonly lines: readonly string[]; readonly name: string; readonly hint: string },
  column: Column,
): void {
  section(sheet, 'Sect', () => {
    writeAbove(sheet, signer.lines, column)
    if (signer.hint !== '') drawFrame(sheet, column, signer.hint)
    writeName(sheet, signer.name, column)
  })
}

function drawVillage(sheet: Sheet, endorsement: Endorsement, column: Column): void {
  section(sheet, 'Sect', () => {
    writeAbove(sheet, ['Mengetahui,', endorsement.office || 'Kepala Desa/Lurah'], column)
    switch (endorsement.kind) {
      case 'wet':
        drawStampRoom(sheet, column)
        break
      case 'digital':
        drawFrame(sheet, column, 'ruang tanda tangan elektronik')
        break
      default:
        never(endorsement.kind)
    }
    writeName(sheet, endorsement.name, column)
  })
}

function writeAbove(sheet: Sheet, lines: readonly string[], column: Column): void {
  lines.forEach((line, i) => {
    if (line === '') return
    const face = i === lines.length - 1 ? 'bold' : 'regular'
    const at = { ...column, y: SPACE_TOP - 26 + i * 11.5, height: 11.5 }
    content(sheet, 'P', () => drawFitted(sheet, line, at, { size: 8.5, face }))
  })
}

/** A frame to sign in, with a small word in its corner. */
function drawFrame(sheet: Sheet, column: Column, hint: string): void {
  artifact(sheet, () => {
    sheet.doc.rect(column.x, SPACE_TOP, column.width, SPACE_HEIGHT)
    sheet.doc.lineWidth(0.6).stroke(palette.line)
  })
  const at = { x: column.x + 5, y: SPACE_TOP + SPACE_HEIGHT - 11, width: column.width - 10 }
  content(sheet, 'P', () => drawText(sheet, hint, at, { size: 6.5, color: palette.muted }))
}

/** Where the village's stamp goes: a dashed circle at the left of the signature. */
function drawStampRoom(sheet: Sheet, column: Column): void {
  const radius = SPACE_HEIGHT / 2 - 4
  const center = { x: column.x + radius + 4, y: SPACE_TOP + SPACE_HEIGHT / 2 }
  artifact(sheet, () => {
    sheet.doc.circle(center.x, center.y, radius).lineWidth(0.6).dash(2, { space: 2 })
    sheet.doc.stroke(palette.line).undash()
  })
  const at = { x: center.x - radius, y: center.y - 4, width: 2 * radius }
  content(sheet, 'P', () => {
    drawText(sheet, 'stempel', at, { size: 6.5, color: palette.muted, align: 'center' })
  })
}

function writeName(sheet: Sheet, name: string, column: Column): void {
  const y = SPACE_TOP + SPACE_HEIGHT + 16
  artifact(sheet, () => {
    sheet.doc.rect(column.x, y, column.width, 0.6).fill(palette.ink)
  })
  const below = { ...column, y: y + 2.5 }
  if (name === '') write(sheet, 'P', 'nama jelas', below, { size: 6.5, color: palette.muted })
  else {
    const room = { ...below, height: 12 }
    content(sheet, 'P', () => drawFitted(sheet, name, room, { size: 8.5, face: 'bold' }))
  }
}
