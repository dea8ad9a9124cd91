// Edition 2011 — the finger image record of ISO/IEC 19794-4:2011, clause 8. Big-endian.
//
//     general header   16 bytes
//     representation   length, time, device
//                      quality blocks        count, then 5 bytes each
//                      certification blocks  only where the general header says so
//                      image header          22 bytes
//                      image data
//                      extended data         passed over

import { constant, layout, run, uint8, uint16, uint32 } from '#formats/layout'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { captureTime, captureTimeOf, epochMsOf } from './capture-time.ts'
import { checkView, compressionCode, scaleUnitsWritten } from './checks.ts'
import { viewsMax } from './limits.ts'
import type { FingerImageView, FingerRecordIssue, QualityBlock } from './record.ts'

export const generalHeader = layout({
  format: constant('FIR\0'),
  version: constant('020\0'),
  recordLength: uint32,
  representations: uint16,
  certification: uint8,
  distinctPositions: uint8,
})

export const representationHeader = layout({
  length: uint32,
  capturedAt: run(captureTime.size),
  deviceTechnology: uint8,
  deviceVendor: uint16,
  deviceType: uint16,
})

const count = layout({ count: uint8 })

export const qualityBlock = layout({ score: uint8, vendorId: uint16, algorithmId: uint16 })
const qualityFailed = 255

const certificationBlockBytes = 3

export const imageHeader = layout({
  position: uint8,
  representation: uint8,
  scaleUnits: uint8,
  captureRateX: uint16,
  captureRateY: uint16,
  imageRateX: uint16,
  imageRateY: uint16,
  bitDepth: uint8,
  compression: uint8,
  impression: uint8,
  widthPx: uint16,
  heightPx: uint16,
  imageLength: uint32,
})

type Views = Result<readonly FingerImageView[], FingerRecordIssue>

export function read2011(bytes: Uint8Array): Views {
  const header = generalHeader.read(bytes)
  if (!header.ok) return fail({ code: 'fir.torn' })
  const { recordLength, representations, certification } = header.value
  if (recordLength > bytes.length) return fail({ code: 'fir.torn' })
  if (recordLength < bytes.length) {
    return fail({ code: 'fir.field', field: 'recordLength', written: recordLength })
  }
  if (representations === 0 || representations > viewsMax) {
    return fail({ code: 'fir.views', count: representations, countMax: viewsMax })
  }
  const views: FingerImageView[] = []
  let at = generalHeader.size
  for (let i = 0; i < representations; i++) {
    const head = representationHeader.read(bytes, at)
    if (!head.ok || at + head.value.length > bytes.length) return fail({ code: 'fir.torn' })
    const view = readRepresentation(bytes.subarray(at, at + head.value.length), certification !== 0)
    if (!view.ok) return view
    views.push(view.value)
    at += head.value.length
  }
  if (at !== bytes.length) return fail({ code: 'fir.field', field: 'recordLength', written: at })
  return ok(views)
}

function readRepresentation(
  bytes: Uint8Array,
  isCertified: boolean,
): Result<FingerImageView, FingerRecordIssue> {
  const head = representationHeader.read(bytes)
  if (!head.ok) return fail({ code: 'fir.torn' })
  const quality = readQuality(bytes, representationHeader.size)
  if (!quality.ok) return quality
  let at = quality.value.end
  if (isCertified) {
    const blocks = count.read(bytes, at)
    if (!blocks.ok) return fail({ code: 'fir.torn' })
    at += count.size + blocks.value.count * certificationBlockBytes
  }
  const image = imageHeader.read(bytes, at)
  if (!image.ok) return fail({ code: 'fir.torn' })
  const dataAt = at + imageHeader.size
  const dataEnd = dataAt + image.value.imageLength
  if (dataEnd > bytes.length) return fail({ code: 'fir.torn' })
  const data = bytes.slice(dataAt, dataEnd)
  const checked = checkView('2011', image.value, data)
  if (!checked.ok) return checked
  const time = captureTime.read(head.value.capturedAt)
  return ok({
    ...checked.value,
    impression: image.value.impression,
    capturedAtMs: time.ok ? epochMsOf(time.value) : undefined,
    quality: quality.value.blocks,
    bytes: data,
  })
}

function readQuality(
  bytes: Uint8Array,
  from: number,
): Result<{ blocks: readonly QualityBlock[]; end: number }, FingerRecordIssue> {
  const blocks = count.read(bytes, from)
  if (!blocks.ok) return fail({ code: 'fir.torn' })
  const quality: QualityBlock[] = []
  let at = from + count.size
  for (let i = 0; i < blocks.value.count; i++) {
    const block = qualityBlock.read(bytes, at)
    if (!block.ok) return fail({ code: 'fir.torn' })
    const { score, vendorId, algorithmId } = block.value
    if (score > 100 && score !== qualityFailed) {
      return fail({ code: 'fir.field', field: 'quality', written: score })
    }
    quality.push({ score: score === qualityFailed ? undefined : score, vendorId, algorithmId })
    at += qualityBlock.size
  }
  return ok({ blocks: quality, end: at })
}

export function write2011(views: readonly FingerImageView[]): Uint8Array {
  assert(views.length > 0 && views.length <= viewsMax, 'a record has between one and 64 views')
  const representations = views.map((view, i) => {
    const earlier = views.slice(0, i).filter((it) => it.position === view.position)
    return writeRepresentation(view, earlier.length)
  })
  const bodyBytes = representations.reduce((sum, it) => sum + it.length, 0)
  const header = generalHeader.write({
    recordLength: generalHeader.size + bodyBytes,
    representations: views.length,
    certification: 0,
    distinctPositions: new Set(views.map((it) => it.position)).size,
  })
  return concat(header, ...representations)
}

function writeRepresentation(view: FingerImageView, representation: number): Uint8Array {
  const quality = view.quality.map((it) =>
    qualityBlock.write({ ...it, score: it.score ?? qualityFailed }),
  )
  const { position, impression, widthPx, heightPx, dpi, bytes } = view
  const image = imageHeader.write({
    ...{ position, representation, scaleUnits: scaleUnitsWritten },
    ...{ captureRateX: dpi, captureRateY: dpi, imageRateX: dpi, imageRateY: dpi },
    ...{ bitDepth: 8, compression: compressionCode('2011', view.compression) },
    ...{ impression, widthPx, heightPx, imageLength: bytes.length },
  })
  const body = concat(count.write({ count: quality.length }), ...quality, image, bytes)
  const head = representationHeader.write({
    length: representationHeader.size + body.length,
    capturedAt: captureTime.write(captureTimeOf(view.capturedAtMs)),
    // Not stated: which device it was is said, signed, by the protocol it speaks.
    ...{ deviceTechnology: 0, deviceVendor: 0, deviceType: 0 },
  })
  return concat(head, body)
}
