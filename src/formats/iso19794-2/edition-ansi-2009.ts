// Edition ANSI 2009 — the record of ANSI INCITS 378-2009 (and its amendment of 2010). Big-endian.
//
// Each view says its own size, resolution and quality.

import { fourCharacters, layout, uint8, uint16, uint32 } from '#formats/layout'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import {
  checkEnd,
  checkImage,
  checkPosition,
  readExtended,
  viewNumber,
  writeExtended,
} from './checks.ts'
import { viewsMax } from './limits.ts'
import {
  minutiaBytes,
  qualityCode,
  qualityOf,
  readMinutiae,
  type Spelling,
  writeMinutiae,
} from './minutia.ts'
import type { MinutiaeRecordIssue, MinutiaeView } from './record.ts'

export const recordHeader = layout({
  format: fourCharacters,
  version: fourCharacters,
  recordLength: uint32,
  vendor: uint16,
  product: uint16,
  certification: uint8,
  device: uint16,
  views: uint8,
  reserved: uint8,
})

export const viewHeader = layout({
  position: uint8,
  view: uint8,
  impression: uint8,
  quality: uint8,
  qualityVendor: uint16,
  qualityAlgorithm: uint16,
  widthPx: uint16,
  heightPx: uint16,
  perCmX: uint16,
  perCmY: uint16,
  minutiae: uint8,
})

const spelling: Spelling = { anglesInTurn: 180, qualityUnknown: 254 }

export function readAnsi2009(
  bytes: Uint8Array,
): Result<readonly MinutiaeView[], MinutiaeRecordIssue> {
  const header = recordHeader.read(bytes)
  if (!header.ok) return fail({ code: 'fmr.torn' })
  const { recordLength, views: count } = header.value
  if (count === 0 || count > viewsMax) {
    return fail({ code: 'fmr.views', count, countMax: viewsMax })
  }
  const views: MinutiaeView[] = []
  let at = recordHeader.size
  for (let i = 0; i < count; i++) {
    const read = readView(bytes, at)
    if (!read.ok) return read
    views.push(read.value.view)
    at = read.value.end
  }
  const end = checkEnd(at, recordLength, bytes)
  return end.ok ? ok(views) : end
}

function readView(
  bytes: Uint8Array,
  at: number,
): Result<{ readonly view: MinutiaeView; readonly end: number }, MinutiaeRecordIssue> {
  const head = viewHeader.read(bytes, at)
  if (!head.ok) return fail({ code: 'fmr.torn' })
  const { impression, quality, minutiae: count } = head.value
  const position = checkPosition(head.value.position)
  if (!position.ok) return position
  const image = checkImage(head.value)
  if (!image.ok) return image
  const from = at + viewHeader.size
  const place = { at: from, count, ...image.value, hasQuality: true }
  const minutiae = readMinutiae(bytes, place, spelling)
  if (!minutiae.ok) return minutiae
  const area = readExtended(bytes, from + count * minutiaBytes)
  if (!area.ok) return area
  const view = {
    ...image.value,
    position: position.value,
    impression,
    quality: qualityOf(quality, spelling),
    minutiae: minutiae.value,
    extended: area.value.extended,
  }
  return ok({ view, end: area.value.end })
}

export function writeAnsi2009(views: readonly MinutiaeView[]): Uint8Array {
  const body = concat(...views.map((_, i) => writeView(views, i)))
  const header = recordHeader.write({
    ...{ format: 'FMR\0', version: '030\0', recordLength: recordHeader.size + body.length },
    ...{ vendor: 0, product: 0, certification: 0, device: 0, views: views.length, reserved: 0 },
  })
  return concat(header, body)
}

function writeView(views: readonly MinutiaeView[], index: number): Uint8Array {
  const view = views[index]!
  const { impression, widthPx, heightPx, pixelsPerCm, minutiae } = view
  const head = viewHeader.write({
    ...{ position: view.position ?? 0, view: viewNumber(views, index), impression },
    ...{ quality: qualityCode(view.quality, spelling), qualityVendor: 0, qualityAlgorithm: 0 },
    ...{ widthPx, heightPx, perCmX: pixelsPerCm, perCmY: pixelsPerCm, minutiae: minutiae.length },
  })
  return concat(head, ...writeMinutiae(view, spelling), writeExtended(view))
}
