// Pixels — the image of one view, out of its compression and into it.

import type { FingerPosition } from '#formats/finger-position'
import type { GrayImage } from '#formats/gray-image'
import { decodeJp2, encodeJp2, type Jp2Issue } from '#formats/jpeg2000'
import { decodePng, type PngIssue } from '#formats/png'
import { decodeWsq, encodeWsq, standardBitsPerPixel, type WsqIssue } from '#formats/wsq'
import { never } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import {
  type Compression,
  type FingerImageView,
  impressionType,
  type QualityBlock,
} from './record.ts'

export type FingerPixelsIssue =
  | { readonly code: 'fir.compression-unsupported'; readonly compression: Compression }
  /** The compressed image has other sides than the record says. */
  | { readonly code: 'fir.sides-differ'; readonly widthPx: number; readonly heightPx: number }
  | Jp2Issue
  | PngIssue
  | WsqIssue

/** The resolution is that of the record, whatever the compressed image says of its own. */
export async function decodeFingerView(
  view: FingerImageView,
): Promise<Result<GrayImage, FingerPixelsIssue>> {
  const { widthPx, heightPx, dpi } = view
  const decoded = await decodePayload(view)
  if (!decoded.ok) return decoded
  const { width, height, pixels } = decoded.value
  if (width !== widthPx || height !== heightPx) {
    return fail({ code: 'fir.sides-differ', widthPx: width, heightPx: height })
  }
  return ok({ width, height, pixels, dpi })
}

async function decodePayload(view: FingerImageView): Promise<Result<GrayImage, FingerPixelsIssue>> {
  const { compression, bytes, widthPx, heightPx, dpi } = view
  switch (compression) {
    case 'none':
      return ok({ width: widthPx, height: heightPx, pixels: Uint8Array.from(bytes), dpi })
    case 'jpeg2000':
    case 'jpeg2000-lossy':
    case 'jpeg2000-lossless':
      return decodeJp2(bytes)
    case 'png':
      return decodePng(bytes)
    case 'wsq':
      return decodeWsq(bytes)
    case 'bit-packed':
    case 'jpeg':
      return fail({ code: 'fir.compression-unsupported', compression })
    default:
      return never(compression)
  }
}

/** What `encodeFingerView` can write. */
export type WrittenCompression = Extract<Compression, 'none' | 'jpeg2000-lossless' | 'wsq'>

/**
 * A live plain impression for the 2011 edition: compressed as registration wants it, losslessly,
 * unless `compression` says otherwise. WSQ is written at 0.75 bits a pixel and loses detail.
 */
export async function encodeFingerView(
  image: GrayImage,
  about: {
    readonly position: FingerPosition
    readonly capturedAtMs: number
    readonly quality: readonly QualityBlock[]
  },
  compression: WrittenCompression = 'jpeg2000-lossless',
): Promise<FingerImageView> {
  return {
    ...about,
    impression: impressionType.liveScanPlain,
    widthPx: image.width,
    heightPx: image.height,
    dpi: image.dpi,
    compression,
    bytes: await encodePayload(image, compression),
  }
}

async function encodePayload(
  image: GrayImage,
  compression: WrittenCompression,
): Promise<Uint8Array> {
  switch (compression) {
    case 'none':
      return Uint8Array.from(image.pixels)
    case 'jpeg2000-lossless':
      return encodeJp2(image)
    case 'wsq':
      return encodeWsq(image, standardBitsPerPixel)
    default:
      return never(compression)
  }
}
