// Checks — what both editions ask of the fields of a view, and how both spell a resolution.

import { isFingerPosition } from '#formats/finger-position'
import { imageDpiMax, imageDpiMin, imageSidePxMax } from '#formats/gray-image'
import { assert } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import type { Compression, Edition, FingerImageView, FingerRecordIssue } from './record.ts'

const compressions: Readonly<Record<Edition, readonly Compression[]>> = {
  '2005': ['none', 'bit-packed', 'wsq', 'jpeg', 'jpeg2000', 'png'],
  '2011': ['none', 'bit-packed', 'wsq', 'jpeg', 'jpeg2000-lossy', 'jpeg2000-lossless', 'png'],
}

export function compressionCode(edition: Edition, compression: Compression): number {
  const code = compressions[edition].indexOf(compression)
  assert(code !== -1, `the ${edition} edition has a code for ${compression}`)
  return code
}

const perInch = 1
const perCentimeter = 2
const centimetersPerInch = 2.54

/** Records are always written in pixels per inch. */
export const scaleUnitsWritten = perInch

interface ViewFields {
  readonly position: number
  readonly scaleUnits: number
  readonly imageRateX: number
  readonly imageRateY: number
  readonly bitDepth: number
  readonly compression: number
  readonly widthPx: number
  readonly heightPx: number
}

type CheckedFields = Pick<
  FingerImageView,
  'position' | 'dpi' | 'compression' | 'widthPx' | 'heightPx'
>

/** `bytes` is the image data: uncompressed, it must have a byte for each pixel. */
export function checkView(
  edition: Edition,
  fields: ViewFields,
  bytes: Uint8Array,
): Result<CheckedFields, FingerRecordIssue> {
  const { position, bitDepth, widthPx, heightPx } = fields
  if (!isFingerPosition(position)) return fail({ code: 'fir.position', written: position })
  if (bitDepth !== 8) return fail({ code: 'fir.bit-depth', bits: bitDepth })
  const compression = compressions[edition][fields.compression]
  if (compression === undefined) {
    return fail({ code: 'fir.compression', written: fields.compression })
  }
  const dpi = dpiOf(fields)
  if (!dpi.ok) return dpi
  const sides = checkSides(widthPx, heightPx)
  if (!sides.ok) return sides
  if (compression === 'none' && bytes.length !== widthPx * heightPx) {
    return fail({ code: 'fir.field', field: 'imageLength', written: bytes.length })
  }
  return ok({
    position,
    dpi: dpi.value,
    compression,
    widthPx,
    heightPx,
  })
}

function dpiOf(fields: ViewFields): Result<number, FingerRecordIssue> {
  const { scaleUnits, imageRateX, imageRateY } = fields
  if (scaleUnits !== perInch && scaleUnits !== perCentimeter) {
    return fail({ code: 'fir.field', field: 'scaleUnits', written: scaleUnits })
  }
  const perUnit = scaleUnits === perInch ? 1 : centimetersPerInch
  const dpiX = Math.round(imageRateX * perUnit)
  const dpiY = Math.round(imageRateY * perUnit)
  if (dpiX !== dpiY || dpiX < imageDpiMin || dpiX > imageDpiMax) {
    return fail({ code: 'fir.resolution', dpiX, dpiY })
  }
  return ok(dpiX)
}

function checkSides(widthPx: number, heightPx: number): Result<undefined, FingerRecordIssue> {
  if (widthPx === 0) return fail({ code: 'fir.field', field: 'widthPx', written: 0 })
  if (heightPx === 0) return fail({ code: 'fir.field', field: 'heightPx', written: 0 })
  if (widthPx > imageSidePxMax || heightPx > imageSidePxMax) {
    return fail({ code: 'fir.too-large', widthPx, heightPx })
  }
  return ok(undefined)
}
