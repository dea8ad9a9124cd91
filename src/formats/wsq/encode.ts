// Encode — gray pixels to a WSQ file of about a bit rate.
//
//   gray → the plane, split → bins for the bit rate → coefficients → blocks → file

import type { GrayImage } from '#formats/gray-image'
import { imageSidePxMax } from '#formats/gray-image'
import { assert } from '#kit/assert'
import { concat } from '#kit/bytes'
import { allocateBits } from './bit-allocation.ts'
import { encodeBlock, tableFor } from './block.ts'
import { writeComment } from './comment.ts'
import type { HuffmanTable } from './huffman.ts'
import {
  anyMarker,
  blockHeader,
  frameHeader,
  huffmanHead,
  marker,
  segmentHead,
  startOfImage,
} from './markers.ts'
import {
  type Quantization,
  quantizeSubband,
  roundedQuantization,
  writeQuantization,
} from './quantization.ts'
import { bandsOf, blocks, type Region, subbandsOf } from './subbands.ts'
import { writeTransformTable } from './transform-table.ts'
import { type Plane, splitPlane } from './wavelet.ts'

/** As the FBI asks for: about 15 to 1. */
export const standardBitsPerPixel = 0.75
const bitsPerPixelMax = 5

/** Samples reach from −128 to 128. */
const sampleMax = 128
/** The encoder of the specification that this one follows, by its number. */
const encoderNumber = 2

/**
 * `bitsPerPixel` is what the bit allocation aims at, above 0 and at most 5; files turn out smaller.
 * Lossy. IAFIS-IC-0110 (V3.1), with a NIST_COM comment.
 */
export function encodeWsq(image: GrayImage, bitsPerPixel: number): Uint8Array {
  const { width, height, pixels } = image
  assert(pixels.length === width * height, 'the image has as many pixels as its sides say')
  assert(Math.max(width, height) <= imageSidePxMax, 'the image is no larger than a reader takes')
  assert(bitsPerPixel > 0 && bitsPerPixel <= bitsPerPixelMax, 'the bit rate is one of WSQ')
  const { shift, scale } = rangeOf(pixels)
  const plane = planeOf(image, shift, scale)
  const whole = bandsOf(width, height)
  splitPlane(plane, whole)
  const subbands = subbandsOf(whole)
  const quantization = roundedQuantization(allocateBits(plane, subbands, bitsPerPixel))
  const [first, ...others] = blocks.map((it) => quantizeBlock(plane, subbands, quantization, it))
  const frame = { black: 0, white: 255, heightPx: height, widthPx: width, shift, scale }
  return concat(
    startOfImage.write({}),
    segment(marker.comment, writeComment(image, bitsPerPixel)),
    segment(marker.transformTable, writeTransformTable()),
    segment(marker.quantizationTable, writeQuantization(quantization)),
    segment(
      marker.startOfFrame,
      frameHeader.write({ ...frame, encoder: encoderNumber, software: 0 }),
    ),
    // One table for the lowest frequencies, one for all others.
    codedBlocks(0, first ? [first] : []),
    codedBlocks(1, others),
    anyMarker.write({ marker: marker.endOfImage }),
  )
}

/** As they will be read: shift and scale are written with few digits. */
function rangeOf(pixels: Uint8Array): { readonly shift: number; readonly scale: number } {
  let sum = 0
  let lowest = 255
  let highest = 0
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i]!
    sum += pixel
    if (pixel < lowest) lowest = pixel
    if (pixel > highest) highest = pixel
  }
  const mean = pixels.length === 0 ? 0 : sum / pixels.length
  // A picture of one gray has no range; any scale restores it.
  const reach = Math.max(mean - lowest, highest - mean) || sampleMax
  const header = { black: 0, white: 255, heightPx: 0, widthPx: 0, encoder: 0, software: 0 }
  const written = frameHeader.write({ ...header, shift: mean, scale: reach / sampleMax })
  const read = frameHeader.read(written)
  assert(read.ok, 'what a layout wrote it reads')
  return read.value
}

function planeOf({ width, height, pixels }: GrayImage, shift: number, scale: number): Plane {
  const samples = new Float32Array(pixels.length)
  const perGray = 1 / scale
  for (let i = 0; i < pixels.length; i++) samples[i] = (pixels[i]! - shift) * perGray
  return { width, height, samples }
}

function quantizeBlock(
  plane: Plane,
  subbands: readonly Region[],
  { bins }: Quantization,
  { from, to }: (typeof blocks)[number],
): Int32Array {
  const coded = subbands
    .slice(from, to)
    .map((subband, i) => ({
      subband,
      bin: bins[from + i]!,
      samples: subband.width * subband.height,
    }))
    .filter(({ bin }) => bin.width > 0)
  const coefficients = new Int32Array(coded.reduce((sum, { samples }) => sum + samples, 0))
  let at = 0
  for (const { subband, bin, samples } of coded) {
    quantizeSubband(plane, subband, bin, coefficients, at)
    at += samples
  }
  return coefficients
}

/** The table, and the blocks that it codes. */
function codedBlocks(table: number, coefficients: readonly Int32Array[]): Uint8Array {
  const huffman = tableFor(coefficients)
  const written = coefficients.map((it) =>
    concat(segment(marker.startOfBlock, blockHeader.write({ table })), encodeBlock(it, huffman)),
  )
  return concat(segment(marker.huffmanTable, huffmanSegment(table, huffman)), ...written)
}

function huffmanSegment(table: number, { countOfLength, symbols }: HuffmanTable): Uint8Array {
  return concat(huffmanHead.write({ table, countOfLength }), symbols)
}

function segment(code: number, content: Uint8Array): Uint8Array {
  const lengthBytes = segmentHead.size - anyMarker.size
  return concat(segmentHead.write({ marker: code, length: lengthBytes + content.length }), content)
}
