// First editions — ANSI INCITS 378-2004 and ISO/IEC 19794-2:2005, clause 7: one record, two headers.
//
// Size and resolution stand once, in the record's header, and hold for all views.

import { fourCharacters, layout, uint8, uint16, uint32 } from '#formats/layout'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import {
  checkEnd,
  checkImage,
  checkPosition,
  type Image,
  readExtended,
  viewNumber,
  writeExtended,
} from './checks.ts'
import { viewsMax, viewsOfFingerMax } from './limits.ts'
import {
  minutiaBytes,
  qualityCode,
  qualityOf,
  readMinutiae,
  type Spelling,
  writeMinutiae,
} from './minutia.ts'
import type { MinutiaeRecordIssue, MinutiaeView } from './record.ts'

const magic = { format: fourCharacters, version: fourCharacters } as const
const rest = {
  /** Four bits of certificates, twelve that name the device. */
  device: uint16,
  widthPx: uint16,
  heightPx: uint16,
  perCmX: uint16,
  perCmY: uint16,
  views: uint8,
  reserved: uint8,
} as const
const maker = { vendor: uint16, product: uint16 } as const

export const isoHeader = layout({ ...magic, recordLength: uint32, ...rest })
export const ansiHeader = layout({ ...magic, recordLength: uint16, ...maker, ...rest })
/** For records that two bytes cannot count. */
export const ansiLongHeader = layout({
  ...{ ...magic, zero: uint16, recordLength: uint32 },
  ...{ ...maker, ...rest },
})

export const viewHeader = layout({
  position: uint8,
  /** Four bits each. */
  viewAndImpression: uint8,
  quality: uint8,
  minutiae: uint8,
})

export type FirstEdition = 'iso-2005' | 'ansi-2004'

const spellings: Readonly<Record<FirstEdition, Spelling>> = {
  'iso-2005': { anglesInTurn: 256, qualityUnknown: 0 },
  'ansi-2004': { anglesInTurn: 180, qualityUnknown: 0 },
}

const lengthAt = 8
const shortLengthMax = 0xffff
const nibbleMax = 15

type Views = Result<readonly MinutiaeView[], MinutiaeRecordIssue>

/**
 * Both begin alike. ISO's four bytes of length begin with zeros, as no record is that long; those
 * two bytes are ANSI's whole length, and zero only before one of four bytes that needs them all.
 */
export function firstEditionOf(bytes: Uint8Array): FirstEdition | undefined {
  const short = layout({ length: uint16 }).read(bytes, lengthAt)
  const long = layout({ length: uint32 }).read(bytes, lengthAt)
  if (!short.ok || !long.ok) return undefined
  if (short.value.length >= ansiHeader.size) return 'ansi-2004'
  return long.value.length >= isoHeader.size ? 'iso-2005' : 'ansi-2004'
}

export function readFirstEdition(bytes: Uint8Array, edition: FirstEdition): Views {
  const table = headerOf(bytes, edition)
  const header = table.read(bytes)
  if (!header.ok) return fail({ code: 'fmr.torn' })
  const { recordLength, views: count } = header.value
  if (count === 0 || count > viewsMax) {
    return fail({ code: 'fmr.views', count, countMax: viewsMax })
  }
  const image = checkImage(header.value)
  if (!image.ok) return image
  const views: MinutiaeView[] = []
  let at = table.size
  for (let i = 0; i < count; i++) {
    const read = readView(bytes, at, image.value, spellings[edition])
    if (!read.ok) return read
    views.push(read.value.view)
    at = read.value.end
  }
  const end = checkEnd(at, recordLength, bytes)
  return end.ok ? ok(views) : end
}

function headerOf(bytes: Uint8Array, edition: FirstEdition) {
  if (edition === 'iso-2005') return isoHeader
  return bytes[lengthAt] === 0 && bytes[lengthAt + 1] === 0 ? ansiLongHeader : ansiHeader
}

function readView(
  bytes: Uint8Array,
  at: number,
  image: Image,
  spelling: Spelling,
): Result<{ readonly view: MinutiaeView; readonly end: number }, MinutiaeRecordIssue> {
  const head = viewHeader.read(bytes, at)
  if (!head.ok) return fail({ code: 'fmr.torn' })
  const position = checkPosition(head.value.position)
  if (!position.ok) return position
  const count = head.value.minutiae
  const from = at + viewHeader.size
  const minutiae = readMinutiae(bytes, { at: from, count, ...image, hasQuality: true }, spelling)
  if (!minutiae.ok) return minutiae
  const area = readExtended(bytes, from + count * minutiaBytes)
  if (!area.ok) return area
  const view = {
    ...image,
    position: position.value,
    impression: head.value.viewAndImpression & nibbleMax,
    quality: qualityOf(head.value.quality, spelling),
    minutiae: minutiae.value,
    extended: area.value.extended,
  }
  return ok({ view, end: area.value.end })
}

/** What of these views a first edition has no room for. */
export function findNotFirst(views: readonly MinutiaeView[]): MinutiaeRecordIssue | undefined {
  if (!haveOneImage(views)) return { code: 'fmr.views-differ' }
  const impression = Math.max(...views.map((it) => it.impression))
  if (impression > nibbleMax) return { code: 'fmr.field', field: 'impression', written: impression }
  const count = 1 + Math.max(...views.map((_, i) => viewNumber(views, i)))
  if (count <= viewsOfFingerMax) return undefined
  return { code: 'fmr.views', count, countMax: viewsOfFingerMax }
}

function haveOneImage([first, ...others]: readonly MinutiaeView[]): boolean {
  return others.every(
    (it) =>
      it.widthPx === first?.widthPx &&
      it.heightPx === first.heightPx &&
      it.pixelsPerCm === first.pixelsPerCm,
  )
}

export function writeFirstEdition(
  views: readonly MinutiaeView[],
  edition: FirstEdition,
): Uint8Array {
  const [first] = views
  assert(
    first !== undefined && findNotFirst(views) === undefined,
    'a first edition holds the views',
  )
  const body = concat(...views.map((_, i) => writeView(views, i, spellings[edition])))
  const { widthPx, heightPx, pixelsPerCm } = first
  const fields = {
    ...{ format: 'FMR\0', version: ' 20\0', vendor: 0, product: 0, device: 0, reserved: 0 },
    ...{ widthPx, heightPx, perCmX: pixelsPerCm, perCmY: pixelsPerCm, views: views.length },
  }
  if (edition === 'iso-2005') {
    const recordLength = isoHeader.size + body.length
    return concat(isoHeader.write({ ...fields, recordLength }), body)
  }
  const recordLength = ansiHeader.size + body.length
  if (recordLength <= shortLengthMax) {
    return concat(ansiHeader.write({ ...fields, recordLength }), body)
  }
  const longLength = ansiLongHeader.size + body.length
  return concat(ansiLongHeader.write({ ...fields, zero: 0, recordLength: longLength }), body)
}

function writeView(views: readonly MinutiaeView[], index: number, spelling: Spelling): Uint8Array {
  const view = views[index]!
  const head = viewHeader.write({
    position: view.position ?? 0,
    viewAndImpression: (viewNumber(views, index) << 4) | view.impression,
    quality: qualityCode(view.quality, spelling),
    minutiae: view.minutiae.length,
  })
  return concat(head, ...writeMinutiae(view, spelling), writeExtended(view))
}
