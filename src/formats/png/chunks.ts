// Chunks — the skeleton of a PNG, read without decompressing anything. W3C PNG, clauses 5 and 11.

import { imageSidePxMax } from '#formats/gray-image'
import { constant, fourCharacters, layout, uint8, uint32 } from '#formats/layout'
import { fail, ok, type Result } from '#kit/result'
import { pngBytesMax, pngChunksMax } from './limits.ts'

export type PngIssue =
  | { readonly code: 'png.not-a-png' }
  | { readonly code: 'png.too-many-bytes'; readonly bytes: number; readonly bytesMax: number }
  /** The file ends before its image does. */
  | { readonly code: 'png.torn' }
  | { readonly code: 'png.broken' }
  | { readonly code: 'png.too-large'; readonly widthPx: number; readonly heightPx: number }
  /** More compressed data than the image has pixels for. */
  | { readonly code: 'png.too-much-data' }
  | { readonly code: 'png.unsupported'; readonly what: 'color-type' | 'interlace' }
  | { readonly code: 'png.resolution'; readonly dpiX: number; readonly dpiY: number }

export const signature = layout({ signature: constant('\x89PNG\r\n\x1a\n') })
export const chunkHead = layout({ length: uint32, type: fourCharacters })
const chunkTailBytes = 4

/** Image header. Clause 11.2.1. */
export const imageHeader = layout({
  widthPx: uint32,
  heightPx: uint32,
  bitDepth: uint8,
  colorType: uint8,
  compression: uint8,
  filter: uint8,
  interlace: uint8,
})

/** Physical pixel dimensions. Clause 11.3.4.3. */
export const physicalPixels = layout({ perUnitX: uint32, perUnitY: uint32, unit: uint8 })

export interface PngSkeleton {
  readonly widthPx: number
  readonly heightPx: number
  /** Of the pixels once decompressed, filter bytes included. */
  readonly scanlineBytes: number
  readonly imageData: readonly Uint8Array[]
  /** Undefined where the file does not state it in meters. */
  readonly pixelsPerMeter: { readonly x: number; readonly y: number } | undefined
  /** The file again with nothing but what the pixels need: other chunks may hold bombs of their own. */
  readonly pixelsOnly: readonly Uint8Array[]
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const depthsOf: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Length, type, data and check sum. */
  readonly whole: Uint8Array
}

export function readSkeleton(bytes: Uint8Array): Result<PngSkeleton, PngIssue> {
  if (!signature.read(bytes).ok) return fail({ code: 'png.not-a-png' })
  if (bytes.length > pngBytesMax) {
    return fail({ code: 'png.too-many-bytes', bytes: bytes.length, bytesMax: pngBytesMax })
  }
  const chunks = readChunks(bytes)
  if (!chunks.ok) return chunks
  return skeletonOf(bytes.subarray(0, signature.size), chunks.value)
}

function readChunks(bytes: Uint8Array): Result<readonly Chunk[], PngIssue> {
  const chunks: Chunk[] = []
  let at = signature.size
  while (chunks.length < pngChunksMax) {
    const head = chunkHead.read(bytes, at)
    if (!head.ok) return fail({ code: 'png.torn' })
    const dataAt = at + chunkHead.size
    const end = dataAt + head.value.length + chunkTailBytes
    if (end > bytes.length) return fail({ code: 'png.torn' })
    const data = bytes.subarray(dataAt, dataAt + head.value.length)
    chunks.push({ type: head.value.type, data, whole: bytes.subarray(at, end) })
    if (head.value.type === 'IEND') return ok(chunks)
    at = end
  }
  return fail({ code: 'png.broken' })
}

function skeletonOf(start: Uint8Array, chunks: readonly Chunk[]): Result<PngSkeleton, PngIssue> {
  const [first] = chunks
  if (first?.type !== 'IHDR' || first.data.length !== imageHeader.size) {
    return fail({ code: 'png.broken' })
  }
  const header = imageHeader.read(first.data)
  if (!header.ok) return fail({ code: 'png.broken' })
  const scanlineBytes = scanlineBytesOf(header.value)
  if (!scanlineBytes.ok) return scanlineBytes

  const needed = chunks.filter(
    (it, i) => ['PLTE', 'IDAT', 'IEND'].includes(it.type) || (it.type === 'IHDR' && i === 0),
  )
  return ok({
    widthPx: header.value.widthPx,
    heightPx: header.value.heightPx,
    scanlineBytes: scanlineBytes.value,
    imageData: chunks.filter((it) => it.type === 'IDAT').map((it) => it.data),
    pixelsPerMeter: pixelsPerMeterOf(chunks),
    pixelsOnly: [start, ...needed.map((it) => it.whole)],
  })
}

interface ImageHeader {
  readonly widthPx: number
  readonly heightPx: number
  readonly bitDepth: number
  readonly colorType: number
  readonly interlace: number
}

function scanlineBytesOf(header: ImageHeader): Result<number, PngIssue> {
  const { widthPx, heightPx, bitDepth, colorType, interlace } = header
  const channels = channelsOf[colorType]
  if (channels === undefined || depthsOf[colorType]?.includes(bitDepth) !== true) {
    return fail({ code: 'png.unsupported', what: 'color-type' })
  }
  // Interlaced pictures come from the web, never from a scanner.
  if (interlace !== 0) return fail({ code: 'png.unsupported', what: 'interlace' })
  if (widthPx === 0 || heightPx === 0) return fail({ code: 'png.broken' })
  if (widthPx > imageSidePxMax || heightPx > imageSidePxMax) {
    return fail({ code: 'png.too-large', widthPx, heightPx })
  }
  return ok(heightPx * (1 + Math.ceil((widthPx * channels * bitDepth) / 8)))
}

const unitMeter = 1

function pixelsPerMeterOf(chunks: readonly Chunk[]): PngSkeleton['pixelsPerMeter'] {
  const chunk = chunks.find((it) => it.type === 'pHYs')
  const read = chunk && physicalPixels.read(chunk.data)
  if (read?.ok !== true || read.value.unit !== unitMeter) return undefined
  return { x: read.value.perUnitX, y: read.value.perUnitY }
}
