// Decode — any PNG's bytes to gray pixels, or to an issue, in bounded memory.
//
// The skeleton is read and the compressed data measured before a decoder allocates anything: a
// PNG of a hundred bytes can otherwise ask for gigabytes, by its header or by its DEFLATE stream.

import { decode } from 'fast-png'
import { Unzlib } from 'fflate'
import { type GrayImage, imageDpiMax, imageDpiMin } from '#formats/gray-image'
import { concat } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { type PngIssue, type PngSkeleton, readSkeleton } from './chunks.ts'
import { grayOf } from './gray.ts'
import { inflateSliceBytes } from './limits.ts'

const metersPerInch = 0.0254
/** What every finger standard asks for, and so what a silent file means. */
const defaultDpi = 500
/** What graphics programs write when they do not know: a screen's resolution, not a scanner's. */
const screenDpis = [72, 96]
const squareTolerance = 0.01

/**
 * Gray as it is; color by Rec. 601 luma over white. Resolution from pHYs, else 500 dpi. The
 * tRNS chunk is not heeded: a color that stands for "transparent" is still the color it is.
 */
export function decodePng(bytes: Uint8Array): Result<GrayImage, PngIssue> {
  const skeleton = readSkeleton(bytes)
  if (!skeleton.ok) return skeleton
  const dpi = dpiOf(skeleton.value.pixelsPerMeter)
  if (!dpi.ok) return dpi
  const measured = measureImageData(skeleton.value)
  if (!measured.ok) return measured
  try {
    const decoded = decode(concat(...skeleton.value.pixelsOnly), { checkCrc: true })
    const { width, height } = decoded
    return ok({ width, height, pixels: grayOf(decoded), dpi: dpi.value })
  } catch {
    return fail({ code: 'png.broken' })
  }
}

function dpiOf(pixelsPerMeter: PngSkeleton['pixelsPerMeter']): Result<number, PngIssue> {
  if (pixelsPerMeter === undefined) return ok(defaultDpi)
  const dpiX = Math.round(pixelsPerMeter.x * metersPerInch)
  const dpiY = Math.round(pixelsPerMeter.y * metersPerInch)
  if (dpiX === dpiY && screenDpis.includes(dpiX)) return ok(defaultDpi)
  const isSquare = Math.abs(dpiX - dpiY) <= squareTolerance * dpiX
  if (!isSquare || dpiX < imageDpiMin || dpiX > imageDpiMax) {
    return fail({ code: 'png.resolution', dpiX, dpiY })
  }
  return ok(dpiX)
}

/** Inflates slice by slice, keeping nothing, until the header's promise is met or broken. */
function measureImageData(skeleton: PngSkeleton): Result<undefined, PngIssue> {
  let inflatedBytes = 0
  const inflator = new Unzlib((part) => {
    inflatedBytes += part.length
  })
  try {
    for (const data of skeleton.imageData) {
      for (let at = 0; at < data.length; at += inflateSliceBytes) {
        inflator.push(data.slice(at, at + inflateSliceBytes))
        if (inflatedBytes > skeleton.scanlineBytes) return fail({ code: 'png.too-much-data' })
      }
    }
    inflator.push(new Uint8Array(0), true)
  } catch {
    return fail({ code: 'png.broken' })
  }
  if (inflatedBytes > skeleton.scanlineBytes) return fail({ code: 'png.too-much-data' })
  return inflatedBytes === skeleton.scanlineBytes ? ok(undefined) : fail({ code: 'png.torn' })
}
