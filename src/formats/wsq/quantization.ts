// Quantization — coefficients of a subband to whole numbers and back. IAFIS-IC-0110, clause 6.

import { concat } from '#kit/bytes'
import { bin, quantizationHead } from './markers.ts'
import type { Region } from './subbands.ts'
import type { Plane } from './wavelet.ts'

export interface Bin {
  /** Nought where the subband is not coded: all of it is nought then. */
  readonly width: number
  /** Of the bin around nought, which is wider. */
  readonly zeroWidth: number
}

export interface Quantization {
  /** Where in a bin its value is put back, 0 … 1. */
  readonly center: number
  /** One for each of 64 subbands. */
  readonly bins: readonly Bin[]
}

const tableSubbands = 64

export function writeQuantization({ center, bins }: Quantization): Uint8Array {
  return concat(quantizationHead.write({ center }), ...bins.map((it) => bin.write(it)))
}

/** Undefined where the table is torn. */
export function readQuantization(content: Uint8Array): Quantization | undefined {
  const head = quantizationHead.read(content)
  if (!head.ok) return undefined
  const bins: Bin[] = []
  for (let i = 0; i < tableSubbands; i++) {
    const read = bin.read(content, quantizationHead.size + i * bin.size)
    if (!read.ok) return undefined
    bins.push(read.value)
  }
  return { center: head.value.center, bins }
}

/** The bins as a reader will see them: few digits are written. */
export function roundedQuantization(exact: Quantization): Quantization {
  return readQuantization(writeQuantization(exact)) as Quantization
}

/** The longest escape has room for no more. */
const coefficientMax = 0xffff

/** Writes the subband's numbers to `out` from `at` on, row by row. */
export function quantizeSubband(
  plane: Plane,
  subband: Region,
  { width, zeroWidth }: Bin,
  out: Int32Array,
  at: number,
): void {
  const { samples } = plane
  const margin = zeroWidth / 2
  const perUnit = 1 / width
  let next = at
  for (let y = 0; y < subband.height; y++) {
    const from = (subband.y + y) * plane.width + subband.x
    for (let i = from; i < from + subband.width; i++) {
      const sample = samples[i]!
      if (sample > margin) {
        out[next] = Math.min((sample - margin) * perUnit + 1, coefficientMax)
      } else if (sample < -margin) {
        out[next] = Math.max((sample + margin) * perUnit - 1, -coefficientMax)
      } else {
        out[next] = 0
      }
      next++
    }
  }
}

/** Reads the subband's numbers from `from` on; answers whether all of them are nought. */
export function restoreSubband(
  plane: Plane,
  subband: Region,
  { width, zeroWidth }: Bin,
  center: number,
  from: Int32Array,
  at: number,
): boolean {
  const { samples } = plane
  const margin = zeroWidth / 2
  let next = at
  let isEmpty = true
  for (let y = 0; y < subband.height; y++) {
    const start = (subband.y + y) * plane.width + subband.x
    for (let i = start; i < start + subband.width; i++) {
      const coefficient = from[next++]!
      if (coefficient === 0) continue
      isEmpty = false
      samples[i] =
        coefficient > 0
          ? width * (coefficient - center) + margin
          : width * (coefficient + center) - margin
    }
  }
  return isEmpty
}
