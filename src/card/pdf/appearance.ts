// Appearance — how a digital signature looks on the page: lines in a frame, fonts embedded.

import { assert, present } from '#kit/assert'
import { palette } from './palette.ts'
import {
  bodyOf,
  type PdfRevision,
  pageNumbersOf,
  readRevision,
  referenceAfter,
} from './revision.ts'
import { drawFitted, finishSheet, openPlainSheet, type PrintFonts } from './sheet.ts'

export interface AppearanceSpec {
  readonly width: number
  readonly height: number
  /** The first line is set bold. */
  readonly lines: readonly string[]
  readonly fonts: PrintFonts
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Appearance {
  /** Objects to add, by their numbers. */
  readonly objects: ReadonlyMap<number, string>
  /** The form XObject among them. */
  readonly formNumber: number
}

/**
 * The lines as a form XObject, drawn as a small PDF of its own and carried over object by object;
 * `firstNumber` is the first object number free in the PDF that takes it.
 */
export async function renderAppearance(
  spec: AppearanceSpec,
  firstNumber: number,
): Promise<Appearance> {
  const donor = readRevision(await drawAlone(spec))
  const page = bodyOf(donor, present(pageNumbersOf(donor)[0], 'the drawing has a page'))
  const contents = present(referenceAfter(page, '/Contents'), 'a page has contents')
  const resources = present(referenceAfter(page, '/Resources'), 'a page has resources')
  const numbers = new Map<number, number>()
  for (const number of [contents, ...reachableFrom(donor, resources)]) {
    numbers.set(number, firstNumber + numbers.size)
  }
  const objects = new Map<number, string>()
  for (const [number, renumbered] of numbers) {
    objects.set(renumbered, renumberedBody(bodyOf(donor, number), numbers))
  }
  const formNumber = present(numbers.get(contents), 'the contents were carried over')
  const entries = [
    '<< /Type /XObject /Subtype /Form',
    `/BBox [0 0 ${spec.width} ${spec.height}]`,
    `/Resources ${numbers.get(resources)} 0 R`,
  ].join(' ')
  const stream = present(objects.get(formNumber), 'the contents were carried over')
  objects.set(
    formNumber,
    stream.replace('<<', () => entries),
  )
  return { objects, formNumber }
}

function drawAlone(spec: AppearanceSpec): Promise<Uint8Array> {
  const { width, height, lines, fonts, at } = spec
  const sheet = openPlainSheet({ title: '', size: [width, height], fonts, at })
  sheet.doc.rect(0.4, 0.4, width - 0.8, height - 0.8).lineWidth(0.8)
  sheet.doc.fillAndStroke('#ffffff', palette.teal)
  const [first = '', ...rest] = lines
  const inset = 6
  const place = { x: inset, y: inset - 1, width: width - 2 * inset }
  const bold = { face: 'bold', size: 8, color: palette.teal } as const
  let y = drawFitted(sheet, first, { ...place, height: 2 * 8 * 1.3 }, bold) + 2
  rest.forEach((line, i) => {
    const row = { ...place, y, height: (height - inset - y) / (rest.length - i) }
    y = drawFitted(sheet, line, row, { size: 7.5, leading: 1.25 })
  })
  return finishSheet(sheet)
}

const REFERENCE = /\b(\d+) 0 R\b/g

function reachableFrom(donor: PdfRevision, start: number): number[] {
  const found = [start]
  for (let i = 0; i < found.length; i++) {
    const { dictionary } = partsOf(bodyOf(donor, found[i] as number))
    for (const [, number] of dictionary.matchAll(REFERENCE)) {
      if (!found.includes(Number(number))) found.push(Number(number))
    }
  }
  return found
}

function renumberedBody(body: string, numbers: ReadonlyMap<number, number>): string {
  const { dictionary, stream } = partsOf(body)
  const renumbered = dictionary.replace(REFERENCE, (_, number) => {
    const there = numbers.get(Number(number))
    assert(there !== undefined, 'everything that is referred to was carried over')
    return `${there} 0 R`
  })
  return renumbered + stream
}

function partsOf(body: string): { dictionary: string; stream: string } {
  const at = body.search(/\bstream\r?\n/)
  if (at < 0) return { dictionary: body, stream: '' }
  return { dictionary: body.slice(0, at), stream: body.slice(at) }
}
