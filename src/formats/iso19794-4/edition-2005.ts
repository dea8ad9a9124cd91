// Edition 2005 — the finger image record of ISO/IEC 19794-4:2005, clause 7. Big-endian.
//
// Resolution, depth and compression stand once, in the record's header, and hold for all views.

import { constant, layout, uint8, uint16, uint32, uint48 } from '#formats/layout'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { checkView, compressionCode, scaleUnitsWritten } from './checks.ts'
import { viewsMax } from './limits.ts'
import type { FingerImageView, FingerRecordIssue } from './record.ts'

export const recordHeader = layout({
  format: constant('FIR\0'),
  version: constant('010\0'),
  recordLength: uint48,
  device: uint16,
  acquisitionLevel: uint16,
  fingers: uint8,
  scaleUnits: uint8,
  scanRateX: uint16,
  scanRateY: uint16,
  imageRateX: uint16,
  imageRateY: uint16,
  bitDepth: uint8,
  compression: uint8,
  reserved: uint16,
})

export const viewHeader = layout({
  length: uint32,
  position: uint8,
  views: uint8,
  view: uint8,
  quality: uint8,
  impression: uint8,
  widthPx: uint16,
  heightPx: uint16,
  reserved: uint8,
})

const qualityUndefined = 254

/** Table 1: level 31 is 500 pixels per inch with 200 gray levels, level 41 is 1,000. */
const acquisitionLevels = [
  { dpiMin: 1_000, level: 41 },
  { dpiMin: 500, level: 31 },
] as const

type Views = Result<readonly FingerImageView[], FingerRecordIssue>

export function read2005(bytes: Uint8Array): Views {
  const header = recordHeader.read(bytes)
  if (!header.ok) return fail({ code: 'fir.torn' })
  const { recordLength } = header.value
  if (recordLength > bytes.length) return fail({ code: 'fir.torn' })
  if (recordLength < bytes.length) {
    return fail({ code: 'fir.field', field: 'recordLength', written: recordLength })
  }
  const views: FingerImageView[] = []
  let at = recordHeader.size
  while (at < bytes.length && views.length < viewsMax) {
    const head = viewHeader.read(bytes, at)
    if (!head.ok || at + head.value.length > bytes.length) return fail({ code: 'fir.torn' })
    const { length, quality } = head.value
    if (length < viewHeader.size) {
      return fail({ code: 'fir.field', field: 'length', written: length })
    }
    const data = bytes.slice(at + viewHeader.size, at + length)
    const checked = checkView('2005', { ...header.value, ...head.value }, data)
    if (!checked.ok) return checked
    views.push({
      ...checked.value,
      impression: head.value.impression,
      capturedAtMs: undefined,
      quality: quality > 100 ? [] : [{ score: quality, vendorId: 0, algorithmId: 0 }],
      bytes: data,
    })
    at += length
  }
  if (views.length === 0 || at < bytes.length) {
    return fail({ code: 'fir.views', count: views.length, countMax: viewsMax })
  }
  return ok(views)
}

export function write2005(views: readonly FingerImageView[]): Uint8Array {
  const [first] = views
  assert(first !== undefined && views.length <= viewsMax, 'a record has between one and 64 views')
  assert(
    views.every((it) => it.dpi === first.dpi && it.compression === first.compression),
    'all views of a 2005 record share one resolution and one compression',
  )
  const { dpi } = first
  const written = views.map((view, i) => writeView(view, i, views))
  const bodyBytes = written.reduce((sum, it) => sum + it.length, 0)
  const header = recordHeader.write({
    recordLength: recordHeader.size + bodyBytes,
    device: 0,
    acquisitionLevel: acquisitionLevels.find((it) => dpi >= it.dpiMin)?.level ?? 0,
    fingers: new Set(views.map((it) => it.position)).size,
    ...{ scaleUnits: scaleUnitsWritten, scanRateX: dpi, scanRateY: dpi },
    ...{ imageRateX: dpi, imageRateY: dpi, bitDepth: 8, reserved: 0 },
    compression: compressionCode('2005', first.compression),
  })
  return concat(header, ...written)
}

function writeView(
  view: FingerImageView,
  index: number,
  views: readonly FingerImageView[],
): Uint8Array {
  assert(view.quality.length <= 1, 'a view of a 2005 record has one quality at most')
  const ofSameFinger = (it: FingerImageView) => it.position === view.position
  const { position, impression, widthPx, heightPx, bytes } = view
  const head = viewHeader.write({
    length: viewHeader.size + bytes.length,
    position,
    views: views.filter(ofSameFinger).length,
    view: views.slice(0, index + 1).filter(ofSameFinger).length,
    quality: view.quality[0]?.score ?? qualityUndefined,
    ...{ impression, widthPx, heightPx, reserved: 0 },
  })
  return concat(head, bytes)
}
