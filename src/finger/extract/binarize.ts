// Binarize — ridge or not: the sign of the enhanced picture.

import type { Kernels } from '../kernels/kernels.ts'
import type { Plane } from '../plane.ts'
import type { Mask } from './mask.ts'

/** One byte a pixel, 1 on a ridge; the outermost pixels of the picture are always 0. */
export interface Binary {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

export function binarize(enhanced: Plane, mask: Mask, kernels: Kernels): Binary {
  const { width, height } = enhanced
  const pixels = new Uint8Array(width * height)
  kernels.binarize(enhanced, mask, mask.inside, pixels)
  return { width, height, pixels }
}

/** Room for the indices of one picture at a time: a new array of that size costs more than they. */
let found = new Int32Array(0)

/** Indices of the ridge pixels, row by row. */
export function ridgeIndices(pixels: Uint8Array): Int32Array {
  if (found.length < pixels.length) found = new Int32Array(pixels.length)
  let count = 0
  const fours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2)
  for (let four = 0; four < fours.length; four++) {
    if (fours[four] === 0) continue
    for (let i = 4 * four; i < 4 * four + 4; i++) if (pixels[i] === 1) found[count++] = i
  }
  for (let i = 4 * fours.length; i < pixels.length; i++) if (pixels[i] === 1) found[count++] = i
  return found.slice(0, count)
}
