// Edition ISO 2011 — the record of ISO/IEC 19794-2:2011, clause 8. Big-endian.
//
//     general header   15 bytes
//     representation   length, time, device
//                      quality blocks        count, then 5 bytes each
//                      certification blocks  only where the general header says so
//                      image and minutiae
//                      extended data

import { fourCharacters, layout, run, uint8, uint16, uint32 } from '#formats/layout'
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
  minutiaBytesWithoutQuality,
  qualityOf,
  readMinutiae,
  type Spelling,
  writeMinutiae,
} from './minutia.ts'
import type { MinutiaeRecordIssue, MinutiaeView } from './record.ts'

export const generalHeader = layout({
  format: fourCharacters,
  version: fourCharacters,
  recordLength: uint32,
  representations: uint16,
  certification: uint8,
})

export const representationHeader = layout({
  length: uint32,
  capturedAt: run(9),
  deviceTechnology: uint8,
  deviceVendor: uint16,
  deviceType: uint16,
})

const count = layout({ count: uint8 })
const qualityBlock = layout({ score: uint8, vendor: uint16, algorithm: uint16 })
const certificationBlockBytes = 3

export const minutiaeHeader = layout({
  position: uint8,
  representation: uint8,
  perCmX: uint16,
  perCmY: uint16,
  impression: uint8,
  widthPx: uint16,
  heightPx: uint16,
  /** Four bits: bytes of a minutia; four bits: where an ending is placed. */
  minutiaBytesAndEnding: uint8,
  minutiae: uint8,
})

/** Our endings lie on the ridge's skeleton, not where the valley around it forks. */
const endingOnRidge = 1
const spelling: Spelling = { anglesInTurn: 256, qualityUnknown: 254 }
const timeUnknown = new Uint8Array(9).fill(0xff)

/** ANSI's edition of 2009 begins alike; only here do the lengths of all views fill the record. */
export function isIso2011(bytes: Uint8Array): boolean {
  const header = generalHeader.read(bytes)
  if (!header.ok || header.value.representations > viewsMax) return false
  let at = generalHeader.size
  for (let i = 0; i < header.value.representations; i++) {
    const head = representationHeader.read(bytes, at)
    if (!head.ok || head.value.length < representationHeader.size) return false
    at += head.value.length
  }
  return at === header.value.recordLength
}

export function readIso2011(
  bytes: Uint8Array,
): Result<readonly MinutiaeView[], MinutiaeRecordIssue> {
  const header = generalHeader.read(bytes)
  if (!header.ok) return fail({ code: 'fmr.torn' })
  const { recordLength, representations, certification } = header.value
  if (representations === 0 || representations > viewsMax) {
    return fail({ code: 'fmr.views', count: representations, countMax: viewsMax })
  }
  const views: MinutiaeView[] = []
  let at = generalHeader.size
  for (let i = 0; i < representations; i++) {
    const head = representationHeader.read(bytes, at)
    if (!head.ok || at + head.value.length > bytes.length) return fail({ code: 'fmr.torn' })
    const end = at + head.value.length
    const view = readRepresentation(bytes.subarray(at, end), certification !== 0)
    if (!view.ok) return view
    views.push(view.value)
    at = end
  }
  const end = checkEnd(at, recordLength, bytes)
  return end.ok ? ok(views) : end
}

function readRepresentation(
  bytes: Uint8Array,
  isCertified: boolean,
): Result<MinutiaeView, MinutiaeRecordIssue> {
  const qualities = count.read(bytes, representationHeader.size)
  if (!qualities.ok) return fail({ code: 'fmr.torn' })
  const qualityAt = representationHeader.size + count.size
  const quality = qualities.value.count === 0 ? undefined : bytes[qualityAt]
  let at = qualityAt + qualities.value.count * qualityBlock.size
  if (isCertified) {
    const certificates = count.read(bytes, at)
    if (!certificates.ok) return fail({ code: 'fmr.torn' })
    at += count.size + certificates.value.count * certificationBlockBytes
  }
  const head = minutiaeHeader.read(bytes, at)
  if (!head.ok) return fail({ code: 'fmr.torn' })
  const position = checkPosition(head.value.position)
  if (!position.ok) return position
  const image = checkImage(head.value)
  if (!image.ok) return image
  const size = head.value.minutiaBytesAndEnding >> 4
  if (size !== minutiaBytes && size !== minutiaBytesWithoutQuality) {
    return fail({ code: 'fmr.field', field: 'minutiaBytes', written: size })
  }
  at += minutiaeHeader.size
  const { minutiae: minutiaeCount, impression } = head.value
  const hasQuality = size === minutiaBytes
  const place = { at, count: minutiaeCount, ...image.value, hasQuality }
  const minutiae = readMinutiae(bytes, place, spelling)
  if (!minutiae.ok) return minutiae
  const area = readExtended(bytes, at + minutiaeCount * size)
  if (!area.ok) return area
  if (area.value.end !== bytes.length) {
    return fail({ code: 'fmr.field', field: 'length', written: bytes.length })
  }
  return ok({
    ...image.value,
    position: position.value,
    impression,
    quality: qualityOf(quality, spelling),
    minutiae: minutiae.value,
    extended: area.value.extended,
  })
}

export function writeIso2011(views: readonly MinutiaeView[]): Uint8Array {
  const body = concat(...views.map((_, i) => writeRepresentation(views, i)))
  const header = generalHeader.write({
    ...{ format: 'FMR\0', version: '030\0', recordLength: generalHeader.size + body.length },
    ...{ representations: views.length, certification: 0 },
  })
  return concat(header, body)
}

function writeRepresentation(views: readonly MinutiaeView[], index: number): Uint8Array {
  const view = views[index]!
  const { impression, quality, widthPx, heightPx, pixelsPerCm, minutiae } = view
  const qualities =
    quality === undefined ? [] : [qualityBlock.write({ score: quality, vendor: 0, algorithm: 0 })]
  const head = minutiaeHeader.write({
    ...{ position: view.position ?? 0, representation: viewNumber(views, index), impression },
    ...{ perCmX: pixelsPerCm, perCmY: pixelsPerCm, widthPx, heightPx },
    ...{ minutiaBytesAndEnding: (minutiaBytes << 4) | endingOnRidge, minutiae: minutiae.length },
  })
  const body = concat(
    count.write({ count: qualities.length }),
    ...qualities,
    head,
    ...writeMinutiae(view, spelling),
    writeExtended(view),
  )
  const length = representationHeader.size + body.length
  const device = { deviceTechnology: 0, deviceVendor: 0, deviceType: 0 }
  return concat(representationHeader.write({ length, capturedAt: timeUnknown, ...device }), body)
}
