// Decode — any WSQ file's bytes to gray pixels, or to an issue, within bounded work.
//
//   file → blocks of coefficients → subbands → the plane, joined → gray

import type { GrayImage } from '#formats/gray-image'
import { fail, ok, type Result } from '#kit/result'
import { decodeBlock } from './block.ts'
import { readWsqFile, type WsqFile, type WsqFrame, type WsqIssue } from './file.ts'
import { lookupOf } from './huffman.ts'
import { restoreSubband } from './quantization.ts'
import { type Band, bandsOf, blocks, type Region, subbandsOf } from './subbands.ts'
import { joinPlane, type Plane } from './wavelet.ts'

/** What every finger standard asks for, and so what a silent file means. */
const defaultDpi = 500

/** Resolution from NIST_COM, else 500 dpi. IAFIS-IC-0110 (V3.1). */
export function decodeWsq(bytes: Uint8Array): Result<GrayImage, WsqIssue> {
  const file = readWsqFile(bytes)
  if (!file.ok) return file
  const { frame, dpi = defaultDpi } = file.value
  const { widthPx: width, heightPx: height } = frame
  const whole = bandsOf(width, height)
  const subbands = subbandsOf(whole)
  const coefficients = decodeBlocks(file.value, subbands)
  if (!coefficients.ok) return coefficients
  const plane = { width, height, samples: new Float32Array(width * height) }
  const filled = restorePlane(plane, file.value, subbands, coefficients.value)
  joinPlane(plane, whole, (it: Band) => !filled.has(it))
  return ok({ width, height, pixels: grayOf(plane, frame), dpi })
}

function decodeBlocks(
  file: WsqFile,
  subbands: readonly Region[],
): Result<readonly Int32Array[], WsqIssue> {
  const decoded: Int32Array[] = []
  for (const [i, { table, intervals }] of file.blocks.entries()) {
    const lookup = lookupOf(table)
    if (lookup === undefined) return fail({ code: 'wsq.broken' })
    const block = decodeBlock(intervals, lookup, codedSamples(file, subbands, i))
    if (!block.ok) return block
    decoded.push(block.value)
  }
  return ok(decoded)
}

/** Subbands without a bin have no coefficients in their block. */
function codedSamples(
  { quantization }: WsqFile,
  subbands: readonly Region[],
  block: number,
): number {
  const { from, to } = blocks[block]!
  let samples = 0
  for (let i = from; i < to; i++) {
    if (quantization.bins[i]!.width > 0) samples += subbands[i]!.width * subbands[i]!.height
  }
  return samples
}

/** Answers the subbands in which there is anything. */
function restorePlane(
  plane: Plane,
  { quantization }: WsqFile,
  subbands: readonly Region[],
  coefficients: readonly Int32Array[],
): ReadonlySet<Region> {
  const filled = new Set<Region>()
  for (const [block, { from, to }] of blocks.entries()) {
    let at = 0
    for (let i = from; i < to; i++) {
      const subband = subbands[i]!
      const bin = quantization.bins[i]!
      if (bin.width === 0) continue
      const numbers = coefficients[block]!
      const isEmpty = restoreSubband(plane, subband, bin, quantization.center, numbers, at)
      if (!isEmpty) filled.add(subband)
      at += subband.width * subband.height
    }
  }
  return filled
}

function grayOf({ samples }: Plane, { shift, scale }: WsqFrame): Uint8Array {
  // Stored into clamped bytes, a number is rounded and held to 0 … 255.
  const gray = new Uint8ClampedArray(samples.length)
  for (let i = 0; i < samples.length; i++) gray[i] = samples[i]! * scale + shift
  return new Uint8Array(gray.buffer)
}
