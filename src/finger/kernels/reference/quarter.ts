// Quarter — a picture smoothed and dealt out to four of half the size: the plain form.

import { originOf, type Plane } from '../../plane.ts'

export function quarter(source: Plane, targets: readonly Plane[]): void {
  const { data, stride } = source
  const { width, height } = targets[0]!
  const line = new Int16Array(stride)
  for (let y = 0; y < 2 * height; y++) {
    const center = originOf(source) + y * stride - source.margin
    for (let x = 0; x < stride; x++) {
      const at = center + x
      const beside = data[at - stride]! + data[at + stride]!
      const beyond = data[at - 2 * stride]! + data[at + 2 * stride]!
      line[x] = (6 * data[at]! + 4 * beside + beyond + 4) >> 3
    }
    for (let x = 0; x < 2 * width; x++) {
      const at = source.margin + x
      const beside = line[at - 1]! + line[at + 1]!
      const beyond = line[at - 2]! + line[at + 2]!
      const target = targets[2 * (y & 1) + (x & 1)]!
      target.data[originOf(target) + (y >> 1) * target.stride + (x >> 1)] =
        (6 * line[at]! + 4 * beside + beyond + 16) >> 5
    }
  }
}
