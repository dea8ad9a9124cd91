// Readers — everything in this program that takes bytes, pictures or templates from outside.

import fc from 'fast-check'
import { decodeRaw } from '../../src/cli/finger/raw.ts'
import {
  examineFinger,
  type FingerTemplate,
  matchTemplates,
  minutiaeOf,
  readTemplate,
  templateOfMinutiae,
  writeTemplate,
} from '../../src/finger/index.ts'
import type { GrayImage } from '../../src/formats/gray-image/index.ts'
import { readMinutiaeRecord, writeMinutiaeRecord } from '../../src/formats/iso19794-2/index.ts'
import { decodeFingerView, readFingerImageRecord } from '../../src/formats/iso19794-4/index.ts'
import { decodeJp2 } from '../../src/formats/jpeg2000/index.ts'
import { decodePng } from '../../src/formats/png/index.ts'
import { decodeWsq } from '../../src/formats/wsq/index.ts'
import { concat } from '../../src/kit/bytes.ts'
import type { Result } from '../../src/kit/result.ts'
import type { GoodFiles } from './good-files.ts'
import type { Reader } from './hunt.ts'
import { mangled } from './mangle.ts'
import { mendPng } from './mend-png.ts'
import { imageCases, readImageCase } from './strange-images.ts'
import { readTemplatePair, templatePairs } from './strange-templates.ts'

/** A picture has as many pixels as its sides say, and a resolution. */
function pictureCode(decoded: Result<GrayImage, { readonly code: string }>): string {
  if (!decoded.ok) return decoded.issue.code
  const { width, height, pixels, dpi } = decoded.value
  if (pixels.length !== width * height || !(dpi > 0)) throw new Error('a picture of other sides')
  return 'ok'
}

export function readersOf(files: GoodFiles): readonly Reader[] {
  return [
    {
      name: 'png',
      share: 14,
      cases: mangled(files.png, mendPng),
      read: (bytes) => pictureCode(decodePng(bytes)),
    },
    {
      name: 'wsq',
      share: 14,
      cases: mangled(files.wsq),
      read: (bytes) => pictureCode(decodeWsq(bytes)),
    },
    {
      name: 'jpeg2000',
      share: 8,
      cases: mangled(files.jp2),
      read: async (bytes) => pictureCode(await decodeJp2(bytes)),
    },
    { name: 'raw', share: 6, cases: rawCases, read: readRaw },
    {
      name: 'iso19794-4',
      share: 14,
      cases: mangled(files.fingerImages),
      read: readFingerImages,
    },
    { name: 'iso19794-2', share: 18, cases: mangled(files.minutiae), read: readMinutiae },
    { name: 'template', share: 14, cases: mangled(files.ownTemplates), read: readOwnTemplate },
    { name: 'extract', share: 5, cases: imageCases(files.images), read: examine },
    { name: 'match', share: 7, cases: templatePairs(files.templates), read: matchPair },
  ]
}

const rawNames = ['a_8x8.raw', 'b_0x4.raw', '_4001x1.raw', '99999x99999', 'x', '3x3_1x7.raw']

/** The name of the file first, up to a zero, then what is in it; as much as the name says or not. */
const rawCases = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...rawNames),
      fc.tuple(fc.nat(30), fc.nat(30)).map((sides) => `print_${sides.join('x')}.raw`),
    ),
    fc.uint8Array({ maxLength: 900 }),
    fc.boolean(),
  )
  .map(([name, bytes, fits]) => {
    const [, width, height] = /_(\d{1,2})x(\d{1,2})\./.exec(name) ?? []
    const content = fits ? new Uint8Array(Number(width ?? 0) * Number(height ?? 0)) : bytes
    return concat(Buffer.from(`${name}\0`), content)
  })

function readRaw(bytes: Uint8Array): string {
  const end = Math.max(0, bytes.indexOf(0))
  const name = Buffer.from(bytes.subarray(0, end)).toString('utf8')
  return pictureCode(decodeRaw(bytes.subarray(end + 1), name, {}))
}

async function readFingerImages(bytes: Uint8Array): Promise<string> {
  const record = readFingerImageRecord(bytes)
  if (!record.ok) return record.issue.code
  const codes = await Promise.all(
    record.value.views.map(async (it) => pictureCode(await decodeFingerView(it))),
  )
  return codes.find((it) => it !== 'ok') ?? 'ok'
}

/** What is read can be written again, and made a template that can be compared. */
function readMinutiae(bytes: Uint8Array): string {
  const record = readMinutiaeRecord(bytes)
  if (!record.ok) return record.issue.code
  const again = readMinutiaeRecord(writeMinutiaeRecord(record.value))
  if (!again.ok) throw new Error(`written again it is ${again.issue.code}`)
  const template = templateOfMinutiae(record.value.views[0]!)
  if (!template.ok) return template.issue.code
  expectInside(template.value)
  compare(template.value, template.value)
  return 'ok'
}

/** What is read can be written again, compared, and given to others. */
function readOwnTemplate(bytes: Uint8Array): string {
  const template = readTemplate(bytes)
  if (!template.ok) return template.issue.code
  expectInside(template.value)
  const again = readTemplate(writeTemplate(template.value))
  if (!again.ok) throw new Error(`written again it is ${again.issue.code}`)
  compare(template.value, again.value)
  writeMinutiaeRecord({ edition: 'iso-2005', views: [minutiaeOf(template.value)] })
  return 'ok'
}

function examine(bytes: Uint8Array): string {
  const { template, quality } = examineFinger(readImageCase(bytes))
  if (!(quality.score >= 0 && quality.score <= 100)) throw new Error(`quality ${quality.score}`)
  if (!template.ok) return template.issue.code
  expectInside(template.value)
  if (!readTemplate(writeTemplate(template.value)).ok) throw new Error('it cannot be read again')
  return 'ok'
}

function matchPair(bytes: Uint8Array): string {
  const [a, b] = readTemplatePair(bytes)
  compare(a, b)
  return 'ok'
}

function expectInside({ width, height, minutiae }: FingerTemplate): void {
  for (const { x, y, direction, quality } of minutiae) {
    const isInside = x >= 0 && x < width && y >= 0 && y < height
    const isInRange = direction >= 0 && direction < 256 && quality >= 0 && quality <= 100
    if (!isInside || !isInRange) throw new Error(`a minutia at ${x}, ${y} of quality ${quality}`)
  }
}

function compare(a: FingerTemplate, b: FingerTemplate): void {
  const score = matchTemplates(a, b)
  if (!Number.isFinite(score)) throw new Error(`a score of ${score}`)
}
