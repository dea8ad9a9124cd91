// Encode — gray pixels to a PNG that says its resolution, drawings to a PNG of few colors.

import { encode } from 'fast-png'
import type { GrayImage } from '#formats/gray-image'
import { layout, uint32 } from '#formats/layout'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { chunkHead, imageHeader, physicalPixels, signature } from './chunks.ts'

const inchesPerMeter = 1 / 0.0254
const chunkTail = layout({ checkSum: uint32 })
/** pHYs must come before the image data; right after the header is before everything. */
const afterHeader = signature.size + chunkHead.size + imageHeader.size + chunkTail.size

/** Eight-bit gray, with pHYs. Lossless. */
export function encodePng(image: GrayImage): Uint8Array {
  const { width, height, pixels, dpi } = image
  assert(pixels.length === width * height, 'the image has as many pixels as its sides say')
  const plain = encode({ width, height, data: pixels, channels: 1, depth: 8 })
  const perMeter = Math.round(dpi * inchesPerMeter)
  const resolution = physicalPixels.write({ perUnitX: perMeter, perUnitY: perMeter, unit: 1 })
  return concat(
    plain.subarray(0, afterHeader),
    chunk('pHYs', resolution),
    plain.subarray(afterHeader),
  )
}

/** A drawing: one byte a pixel, the number of its color. */
export interface ColorDrawing {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Red, green and blue, 0 … 255. */
export type Color = readonly [red: number, green: number, blue: number]

/** Eight-bit indices with a palette of at most 256 colors. Lossless, and as small as it can be. */
export function encodeColorPng(
  { width, height, pixels }: ColorDrawing,
  palette: readonly Color[],
): Uint8Array {
  assert(pixels.length === width * height, 'the drawing has as many pixels as its sides say')
  assert(palette.length <= 256, 'a byte can number the colors')
  const colors = palette.map((color) => [...color])
  return encode(
    { width, height, data: pixels, channels: 1, depth: 8, palette: colors },
    { zlib: { level: 9 } },
  )
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const head = chunkHead.write({ length: data.length, type })
  const checked = concat(head.subarray(4), data)
  return concat(head, data, chunkTail.write({ checkSum: crc32(checked) }))
}

/** ISO 3309, as W3C PNG annex D has it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
