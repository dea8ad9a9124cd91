// Thin — every ridge worn down to a line one pixel wide.
//
// Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", CACM 27(3), 1984;
// then the corners are cut that it leaves, so that a pixel inside a line has two neighbors.

import type { Kernels } from '../kernels/kernels.ts'
import { thinPassesMax } from '../limits.ts'
import { crossings, e, hasAll, n, neighborhoodAt, ridgesIn, s, w } from '../neighborhood.ts'
import { type Binary, ridgeIndices } from './binarize.ts'

const corner = Uint8Array.from({ length: 256 }, (_, around) => {
  const isElbow = [n | e, e | s, s | w, w | n].some((it) => hasAll(around, it))
  return isElbow && crossings[around] === 2 && ridgesIn(around) <= 3 && isBent(around) ? 1 : 0
})

export function thin(binary: Binary, kernels: Kernels): Binary {
  const { width, height } = binary
  const pixels = binary.pixels.slice()
  kernels.wearDown(pixels, width, height, thinPassesMax)
  for (const i of ridgeIndices(pixels)) {
    if (corner[neighborhoodAt(pixels, width, i)] === 1) pixels[i] = 0
  }
  return { width, height, pixels }
}

/** An elbow's two arms are joined by the diagonal too, so its corner carries nothing. */
function isBent(around: number): boolean {
  const arms = [
    [n, e],
    [e, s],
    [s, w],
    [w, n],
  ] as const
  return arms.some(
    ([a, b]) =>
      hasAll(around, a | b) && !hasAll(around, opposite(a)) && !hasAll(around, opposite(b)),
  )
}

function opposite(bit: number): number {
  return ((bit << 4) | (bit >> 4)) & 255
}
