// Sheet — a tagged PDF page being drawn: every stroke is either content with a tag or an artifact.

import PDFDocument from 'pdfkit'
import { palette } from './palette.ts'
import { type Box, fitText, wrapText } from './wrap.ts'

/** Font files, TTF or OTF; what is used of them is embedded. */
export interface PrintFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
  readonly mono: Uint8Array
}

export type Face = keyof PrintFonts

export interface TextStyle {
  readonly face?: Face
  /** Points. */
  readonly size: number
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  /** Extra points between letters. */
  readonly spacing?: number
  /** Line height as a multiple of the size. */
  readonly leading?: number
}

export interface Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly width: number
  readonly height: number
  /** The open structure elements, outermost first. */
  readonly open: PDFKit.PDFStructureElement[]
}

export interface SheetSpec {
  readonly title: string
  /** Width and height in points. */
  readonly size: readonly [number, number]
  readonly fonts: PrintFonts
  /** Epoch milliseconds written as the date of creation. */
  readonly at: number
}

const LEADING = 1.3
/** Plus Jakarta Sans sets its words tight; this much of the size more between them. */
const WORD_SPACING = 0.05

/** A page of one tagged Indonesian document; `finishSheet` turns it into bytes. */
export function openSheet(spec: SheetSpec): Sheet {
  const sheet = openPlainSheet(spec, { tagged: true, lang: 'id-ID', displayTitle: true })
  const root = sheet.doc.struct('Document')
  sheet.doc.addStructure(root)
  return { ...sheet, open: [root] }
}

/** A page without tags: a drawing that becomes part of another document. */
export function openPlainSheet(spec: SheetSpec, tagging: PDFKit.PDFDocumentOptions = {}): Sheet {
  const doc = new PDFDocument({
    ...tagging,
    size: [...spec.size],
    margin: 0,
    pdfVersion: '1.7',
    info: {
      Title: spec.title,
      Producer: 'Loket',
      Creator: 'Loket',
      CreationDate: new Date(spec.at),
    },
  })
  for (const face of ['regular', 'bold', 'mono'] as const) {
    doc.registerFont(face, spec.fonts[face] as PDFKit.Mixins.PDFFontSource)
  }
  return { doc, width: spec.size[0], height: spec.size[1], open: [] }
}

/** Closes the document; the sheet is spent. */
export function finishSheet(sheet: Sheet): Promise<Uint8Array> {
  const { doc, open } = sheet
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
    open[0]?.end()
    doc.end()
  })
}

interface TagOptions {
  /** What a picture shows, for those who cannot see it. */
  readonly alt?: string
  /** The text that is meant, where the drawn letters are not in one piece. */
  readonly actual?: string
}

/** A structure element around others. */
export function section(sheet: Sheet, tag: string, draw: () => void): void {
  const element = sheet.doc.struct(tag)
  sheet.open.at(-1)?.add(element)
  sheet.open.push(element)
  draw()
  sheet.open.pop()
  element.end()
}

/** One piece of content with its tag, read where it stands in the order of the calls. */
export function content(sheet: Sheet, tag: string, draw: () => void, options: TagOptions = {}) {
  const element = sheet.doc.struct(tag, options)
  sheet.open.at(-1)?.add(element)
  const marked = sheet.doc.markStructureContent(tag, options)
  draw()
  sheet.doc.endMarkedContent()
  element.add(marked)
  element.end()
}

/** Lines, boxes and marks that mean nothing read aloud. */
export function artifact(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact', { type: 'Layout' })
  draw()
  sheet.doc.endMarkedContent()
}

export function measureText(sheet: Sheet, text: string, style: TextStyle): number {
  sheet.doc.font(style.face ?? 'regular').fontSize(style.size)
  const width = sheet.doc.widthOfString(text, { characterSpacing: style.spacing ?? 0 })
  return width + (text.split(' ').length - 1) * style.size * WORD_SPACING
}

export function heightOfText(sheet: Sheet, text: string, width: number, style: TextStyle): number {
  const lines = wrapText(text, width, (it) => measureText(sheet, it, style))
  return lines.length * style.size * (style.leading ?? LEADING)
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Draws the text wrapped to the width, untagged; answers where the next line would stand. */
export function drawText(sheet: Sheet, text: string, place: Place, style: TextStyle): number {
  const lines = wrapText(text, place.width, (it) => measureText(sheet, it, style))
  return drawLines(sheet, lines, place, style)
}

/** Draws the text as large as fits the box, at most at the size of the style. */
export function drawFitted(sheet: Sheet, text: string, place: Place & Box, style: TextStyle) {
  const leading = style.leading ?? LEADING
  const fitted = fitText(text, place, style.size, leading, (size) => {
    return (it) => measureText(sheet, it, { ...style, size })
  })
  return drawLines(sheet, fitted.lines, place, { ...style, size: fitted.size })
}

/** Draws lines that are already broken; answers where the next line would stand. */
export function drawLines(
  sheet: Sheet,
  lines: readonly string[],
  place: Place,
  style: TextStyle,
): number {
  const lineHeight = style.size * (style.leading ?? LEADING)
  lines.forEach((line, i) => {
    const spare = place.width - measureText(sheet, line, style)
    const shift = style.align === 'right' ? spare : style.align === 'center' ? spare / 2 : 0
    sheet.doc.fillColor(style.color ?? palette.ink)
    sheet.doc.text(line, place.x + shift, place.y + i * lineHeight, {
      lineBreak: false,
      characterSpacing: style.spacing ?? 0,
      wordSpacing: style.size * WORD_SPACING,
    })
  })
  return place.y + lines.length * lineHeight
}

/** A tagged piece of text: `P`, `H1`, `H2`, `Caption` … */
export function write(
  sheet: Sheet,
  tag: string,
  text: string,
  place: Place,
  style: TextStyle,
): number {
  let below = place.y
  content(sheet, tag, () => {
    below = drawText(sheet, text, place, style)
  })
  return below
}
