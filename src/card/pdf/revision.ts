// Revision — a PDF as its objects, and a further revision appended to it without touching a byte.
//
// ISO 32000-1, 7.5.6: an incremental update keeps what was signed before exactly as it was.

import { assert, present } from '#kit/assert'
import { MAX_PDF_BYTES, MAX_PDF_OBJECTS, MAX_PDF_REVISIONS } from '../limits.ts'

export interface PdfRevision {
  /** The file, a character for each byte. */
  readonly text: string
  /** Where each object of the newest state begins. */
  readonly offsets: ReadonlyMap<number, number>
  /** One more than the highest object number. */
  readonly size: number
  readonly rootNumber: number
  /** The newest trailer dictionary. */
  readonly trailer: string
  readonly startXref: number
}

/**
 * The newest state of a PDF with classic cross-reference tables, as everything rendered here has
 * them. Another kind of PDF is a slip of the programmer who handed it in.
 */
export function readRevision(pdf: Uint8Array): PdfRevision {
  assert(pdf.length <= MAX_PDF_BYTES, 'the PDF is of a size to be signed')
  const text = Buffer.from(pdf).toString('latin1')
  const startXref = startXrefOf(text)
  const offsets = new Map<number, number>()
  const newest = readSection(text, startXref, offsets)
  let previous = numberAfter(newest, '/Prev')
  for (let i = 0; previous !== undefined; i++) {
    assert(i < MAX_PDF_REVISIONS, 'the revisions of the PDF come to an end')
    previous = numberAfter(readSection(text, previous, offsets), '/Prev')
  }
  const size = present(numberAfter(newest, '/Size'), 'a trailer says how many objects there are')
  const rootNumber = present(referenceAfter(newest, '/Root'), 'a trailer names the catalog')
  return { text, offsets, size, rootNumber, trailer: newest, startXref }
}

function startXrefOf(text: string): number {
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1024))
  assert(found, 'a PDF ends in startxref and %%EOF')
  return Number(found[1])
}

/** Reads one table into `offsets`, where a newer one is not known; answers its trailer. */
function readSection(text: string, start: number, offsets: Map<number, number>): string {
  const line = /[^\r\n]*\r?\n/y
  line.lastIndex = start
  const nextLine = () => present(line.exec(text), 'a table is made of lines')[0].trim()
  assert(nextLine() === 'xref', 'the PDF has a classic cross-reference table')
  for (let count = 0; ; ) {
    const header = nextLine()
    if (header === 'trailer') break
    const [first = Number.NaN, length = Number.NaN] = header.split(' ').map(Number)
    count += length
    assert(count <= MAX_PDF_OBJECTS, 'the objects of the PDF can be counted')
    for (let i = 0; i < length; i++) {
      const [offset, , use] = nextLine().split(' ')
      if (use === 'n' && !offsets.has(first + i)) offsets.set(first + i, Number(offset))
    }
  }
  const end = text.indexOf('startxref', line.lastIndex)
  return text.slice(line.lastIndex, end)
}

/** What stands between `n 0 obj` and `endobj`. */
export function bodyOf(revision: PdfRevision, objectNumber: number): string {
  const { text, offsets } = revision
  const start = present(offsets.get(objectNumber), 'the object is in the file')
  const header = /\d+ \d+ obj\s*/y
  header.lastIndex = start
  assert(header.test(text), 'an object begins where the table says')
  // The next thing in the file bounds a body whose stream may hold the word `endobj`.
  let end = start < revision.startXref ? revision.startXref : text.length
  for (const offset of offsets.values()) if (offset > start && offset < end) end = offset
  return text.slice(header.lastIndex, text.lastIndexOf('endobj', end)).trimEnd()
}

export function referenceAfter(body: string, key: string): number | undefined {
  const found = new RegExp(`${key}\\s+(\\d+)\\s+\\d+\\s+R\\b`).exec(body)
  return found === null ? undefined : Number(found[1])
}

function numberAfter(body: string, key: string): number | undefined {
  const found = new RegExp(`${key}\\s+(\\d+)`).exec(body)
  return found === null ? undefined : Number(found[1])
}

/** References in an array entry, none where the entry is not there. */
export function referencesIn(body: string, key: string): number[] {
  const array = new RegExp(`${key}\\s*\\[([^\\]]*)\\]`).exec(body)?.[1] ?? ''
  return Array.from(array.matchAll(/(\d+)\s+\d+\s+R\b/g), (it) => Number(it[1]))
}

/** The dictionary with one more entry, or with another value for an entry that is an array. */
export function withEntry(body: string, key: string, value: string): string {
  const without = body.replace(new RegExp(`${key}\\s*\\[[^\\]]*\\]`), '')
  const end = without.lastIndexOf('>>')
  assert(end > 0, 'the object is a dictionary')
  return `${without.slice(0, end)}\n${key} ${value}\n>>`
}

/** The object numbers of the pages in order; a flat or nested page tree. */
export function pageNumbersOf(revision: PdfRevision): number[] {
  const root = bodyOf(revision, revision.rootNumber)
  const queue = [present(referenceAfter(root, '/Pages'), 'a catalog names its pages')]
  const pages: number[] = []
  for (let visited = 0; queue.length > 0; visited++) {
    assert(visited < MAX_PDF_OBJECTS, 'the page tree comes to an end')
    const number = queue.shift() as number
    const kids = referencesIn(bodyOf(revision, number), '/Kids')
    if (kids.length === 0) pages.push(number)
    else queue.unshift(...kids)
  }
  return pages
}

/**
 * The PDF with these objects added or replaced in a further revision. Answers also where each of
 * them begins.
 */
export function appendRevision(
  revision: PdfRevision,
  objects: ReadonlyMap<number, string>,
): { readonly pdf: Uint8Array; readonly starts: ReadonlyMap<number, number> } {
  const starts = new Map<number, number>()
  let text = revision.text.endsWith('\n') ? revision.text : `${revision.text}\n`
  for (const [number, body] of objects) {
    starts.set(number, text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const startXref = text.length
  const size = Math.max(revision.size, ...Array.from(objects.keys(), (it) => it + 1))
  const trailer = revision.trailer
    .replace(/\/Prev\s+\d+/, '')
    .replace(/\/Size\s+\d+/, `/Size ${size}\n/Prev ${revision.startXref}`)
    .replace(/^trailer\s*/, '')
    .trim()
  text += `xref\n${tableOf(starts)}trailer\n${trailer}\nstartxref\n${startXref}\n%%EOF\n`
  return { pdf: new Uint8Array(Buffer.from(text, 'latin1')), starts }
}

function tableOf(starts: ReadonlyMap<number, number>): string {
  const sorted = [...starts].sort(([a], [b]) => a - b)
  return sorted
    .map(([number, start]) => `${number} 1\n${String(start).padStart(10, '0')} 00000 n \n`)
    .join('')
}
