// Codestream — the main header of a JPEG 2000 codestream. ISO/IEC 15444-1, annex A.
//
// It is read before the decoder sees a byte, because the decoder believes it: sides, tiles,
// layers and precincts written there decide how much memory is taken.

import { imageSidePxMax } from '#formats/gray-image'
import { constant, layout, uint8, uint16, uint32 } from '#formats/layout'
import { fail, ok, type Result } from '#kit/result'
import {
  decompositionsMax,
  layersMax,
  markersMax,
  precinctExponentMin,
  tilesMax,
} from './limits.ts'

export type CodestreamIssue =
  | { readonly code: 'jp2.torn' }
  | { readonly code: 'jp2.broken' }
  | { readonly code: 'jp2.too-large'; readonly widthPx: number; readonly heightPx: number }
  | { readonly code: 'jp2.unsupported'; readonly what: 'components' | 'bit-depth' | 'coding-style' }

export const startOfCodestream = layout({ marker: constant('\xff\x4f') })
const endOfCodestream = layout({ marker: constant('\xff\xd9') })

/** Image and tile size. A.5.1. */
export const imageSize = layout({
  marker: constant('\xff\x51'),
  length: uint16,
  capabilities: uint16,
  right: uint32,
  bottom: uint32,
  left: uint32,
  top: uint32,
  tileWidth: uint32,
  tileHeight: uint32,
  tileLeft: uint32,
  tileTop: uint32,
  components: uint16,
  precision: uint8,
  stepX: uint8,
  stepY: uint8,
})

const segmentHead = layout({ marker: uint16, length: uint16 })

/** Coding style default, without its table of precincts. A.6.1. */
const codingStyle = layout({
  marker: constant('\xff\x52'),
  length: uint16,
  style: uint8,
  progression: uint8,
  layers: uint16,
  componentTransform: uint8,
  decompositions: uint8,
  blockWidth: uint8,
  blockHeight: uint8,
  blockStyle: uint8,
  wavelet: uint8,
})

const marker = { codingStyle: 0xff52, codingStyleOfComponent: 0xff53, startOfTilePart: 0xff90 }
const eightBitsUnsigned = 7
const usesPrecincts = 1
const reversibleWavelet = 1

export interface Codestream {
  readonly width: number
  readonly height: number
  /** Of the wavelet; an irreversible one cannot be lossless. */
  readonly isReversible: boolean
}

/** Of one 8-bit gray component; anything else is an issue. */
export function readCodestreamHeader(bytes: Uint8Array): Result<Codestream, CodestreamIssue> {
  if (!startOfCodestream.read(bytes).ok) return fail({ code: 'jp2.broken' })
  // Without this the decoder fills what is missing with black and calls it a picture.
  const end = Math.max(0, bytes.length - endOfCodestream.size)
  if (!endOfCodestream.read(bytes, end).ok) return fail({ code: 'jp2.torn' })
  const size = imageSize.read(bytes, startOfCodestream.size)
  if (!size.ok)
    return fail({ code: size.issue.code === 'layout.short' ? 'jp2.torn' : 'jp2.broken' })
  const sides = sidesOf(size.value)
  if (!sides.ok) return sides
  const style = readCodingStyle(bytes, startOfCodestream.size + 2 + size.value.length)
  return style.ok ? ok({ ...sides.value, isReversible: style.value.isReversible }) : style
}

interface ImageSize {
  readonly right: number
  readonly bottom: number
  readonly left: number
  readonly top: number
  readonly tileWidth: number
  readonly tileHeight: number
  readonly components: number
  readonly precision: number
  readonly stepX: number
  readonly stepY: number
}

function sidesOf(size: ImageSize): Result<{ width: number; height: number }, CodestreamIssue> {
  const width = size.right - size.left
  const height = size.bottom - size.top
  if (size.components !== 1) return fail({ code: 'jp2.unsupported', what: 'components' })
  if (size.precision !== eightBitsUnsigned || size.stepX !== 1 || size.stepY !== 1) {
    return fail({ code: 'jp2.unsupported', what: 'bit-depth' })
  }
  if (width <= 0 || height <= 0) return fail({ code: 'jp2.broken' })
  if (width > imageSidePxMax || height > imageSidePxMax) {
    return fail({ code: 'jp2.too-large', widthPx: width, heightPx: height })
  }
  const { tileWidth, tileHeight } = size
  if (tileWidth === 0 || tileHeight === 0) return fail({ code: 'jp2.broken' })
  const tiles = Math.ceil(size.right / tileWidth) * Math.ceil(size.bottom / tileHeight)
  if (tiles > tilesMax) return fail({ code: 'jp2.unsupported', what: 'coding-style' })
  return ok({ width, height })
}

/** Walks the main header's segments to the first tile part. */
function readCodingStyle(
  bytes: Uint8Array,
  from: number,
): Result<{ readonly isReversible: boolean }, CodestreamIssue> {
  let style: { readonly isReversible: boolean } | undefined
  let at = from
  for (let count = 0; count < markersMax; count++) {
    const head = segmentHead.read(bytes, at)
    if (!head.ok) return fail({ code: 'jp2.torn' })
    if (head.value.marker === marker.startOfTilePart) {
      return style === undefined ? fail({ code: 'jp2.broken' }) : ok(style)
    }
    if (head.value.marker < 0xff00 || head.value.length < 2) return fail({ code: 'jp2.broken' })
    if (head.value.marker === marker.codingStyleOfComponent) {
      return fail({ code: 'jp2.unsupported', what: 'coding-style' })
    }
    if (head.value.marker === marker.codingStyle) {
      const read = checkCodingStyle(bytes, at)
      if (!read.ok) return read
      style = read.value
    }
    at += 2 + head.value.length
  }
  return fail({ code: 'jp2.broken' })
}

function checkCodingStyle(
  bytes: Uint8Array,
  at: number,
): Result<{ readonly isReversible: boolean }, CodestreamIssue> {
  const read = codingStyle.read(bytes, at)
  if (!read.ok) return fail({ code: 'jp2.torn' })
  const { style, layers, decompositions, wavelet, length } = read.value
  const precincts = bytes.subarray(at + codingStyle.size, at + 2 + length)
  const tooSmall = (it: number) => (it & 15) < precinctExponentMin || it >> 4 < precinctExponentMin
  if (
    layers > layersMax ||
    decompositions > decompositionsMax ||
    ((style & usesPrecincts) !== 0 && precincts.some(tooSmall))
  ) {
    return fail({ code: 'jp2.unsupported', what: 'coding-style' })
  }
  return ok({ isReversible: wavelet === reversibleWavelet })
}
