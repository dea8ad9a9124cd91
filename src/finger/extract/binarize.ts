// Binarize — ridge or not: the sign of the enhanced picture.

import * as parameters from '../parameters.ts'
import { originOf, type Plane } from '../plane.ts'
import type { Mask } from './mask.ts'

/** One byte a pixel, 1 on a ridge; the outermost pixels of the picture are always 0. */
export interface Binary {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

export function binarize(enhanced: Plane, mask: Mask): Binary {
  const { width, height, stride, data } = enhanced
  const pixels = new Uint8Array(width * height)
  const side = parameters.block
  for (let y = 1; y < Math.min(height - 1, mask.rows * side); y++) {
    const source = originOf(enhanced) + y * stride
    const blocks = (y >> 3) * mask.columns
    for (let x = 1; x < Math.min(width - 1, mask.columns * side); x++) {
      if (mask.inside[blocks + (x >> 3)] === 1 && data[source + x]! > 0) pixels[y * width + x] = 1
    }
  }
  return { width, height, pixels }
}
