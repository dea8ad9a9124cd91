// Correlate — lines of gray across the ridges, each compared with itself: the plain form.

import { originOf, type Plane } from '../../plane.ts'
import type { Lines } from '../contract.ts'

export function correlate(plane: Plane, lines: Lines, out: Int32Array): void {
  const { spots, acrossPx, lags } = lines
  for (let spot = 0; spot < spots.length / 4; spot++) {
    const line = grayAcross(plane, lines, spot * 4)
    const mean = Math.trunc(line.reduce((sum, it) => sum + it, 0) / acrossPx)
    for (let lag = 0; lag < lags; lag++) {
      let sum = 0
      for (let k = 0; k + lag < acrossPx; k++) sum += (line[k]! - mean) * (line[k + lag]! - mean)
      out[spot * lags + lag] = sum
    }
  }
}

/** Each sample the mean of pixels along the ridge, every second one. */
function grayAcross(plane: Plane, { spots, acrossPx, alongPx }: Lines, at: number): Int16Array {
  const { width, height, stride, data } = plane
  const origin = originOf(plane)
  const cos = spots[at + 2]!
  const sin = spots[at + 3]!
  const line = new Int16Array(acrossPx)
  for (let k = 0; k < acrossPx; k++) {
    const across = k - (acrossPx >> 1)
    let sum = 0
    for (let l = 0; l < alongPx; l += 2) {
      const along = l - (alongPx >> 1)
      const x = (spots[at]! - across * sin + along * cos + 32768) >> 16
      const y = (spots[at + 1]! + across * cos + along * sin + 32768) >> 16
      if (x >= 0 && y >= 0 && x < width && y < height) sum += data[origin + y * stride + x]!
    }
    line[k] = (sum + 4) >> 3
  }
  return line
}
