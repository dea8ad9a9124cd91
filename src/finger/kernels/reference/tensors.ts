// Tensors — the gradients of each block squared and summed up: the plain form.

import { originOf, type Plane } from '../../plane.ts'
import type { Tensors } from '../contract.ts'

export function tensors(plane: Plane, { columns, rows, blockPx, xx, yy, xy }: Tensors): void {
  const { data, stride } = plane
  for (let i = 0; i < columns * rows; i++) {
    const row = Math.floor(i / columns)
    const corner = originOf(plane) + (row * stride + (i % columns)) * blockPx
    xx[i] = 0
    yy[i] = 0
    xy[i] = 0
    for (let k = 0; k < blockPx * blockPx; k++) {
      const at = corner + Math.floor(k / blockPx) * stride + (k % blockPx)
      const falling = data[at + stride + 1]! - data[at - stride - 1]!
      const rising = data[at - stride + 1]! - data[at + stride - 1]!
      const gx = (falling + rising + 3 * (data[at + 1]! - data[at - 1]!)) >> 2
      const gy = (falling - rising + 3 * (data[at + stride]! - data[at - stride]!)) >> 2
      xx[i]! += gx * gx
      yy[i]! += gy * gy
      xy[i]! += gx * gy
    }
  }
}
