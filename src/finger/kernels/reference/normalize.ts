// Normalize — every pixel measured against the square around it: the plain form.

import { originOf, type Plane } from '../../plane.ts'
import type { Measure, Picture } from '../contract.ts'

const single = Math.fround

export function normalize(
  picture: Picture,
  measure: Measure,
  target: Plane,
  contrast: Float32Array,
): void {
  const { width, height, pixels } = picture
  const { radius, deviationMin, unit, cut, blockPx } = measure
  const columns = Math.floor(width / blockPx)
  const rows = Math.floor(height / blockPx)
  const window = slidingSums(picture, radius)
  for (let y = 0; y < height; y++) {
    window.moveTo(y)
    const rowsIn = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1
    const isCenterRow = y % blockPx === blockPx >> 1 && Math.floor(y / blockPx) < rows
    for (let x = 0; x < width; x++) {
      const { sum, square } = window.next(x)
      const columnsIn = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1
      const count = rowsIn * columnsIn
      const mean = single(sum / count)
      const variance = single(single(single(square) / count) - single(mean * mean))
      const deviation = single(Math.sqrt(Math.max(0, variance)))
      const distance = single(single(mean - pixels[y * width + x]!) * unit)
      const value = Math.trunc(single(distance / Math.max(deviation, deviationMin)))
      target.data[originOf(target) + y * target.stride + x] = Math.max(-cut, Math.min(cut, value))
      const column = Math.floor(x / blockPx)
      if (isCenterRow && x % blockPx === blockPx >> 1 && column < columns) {
        contrast[Math.floor(y / blockPx) * columns + column] = deviation
      }
    }
  }
}

/** Sums of gray and of its square over a square that moves down the picture and along each row. */
function slidingSums({ width, height, pixels }: Picture, radius: number) {
  const columnSums = new Float64Array(width)
  const columnSquares = new Float64Array(width)
  const window = { sum: 0, square: 0 }
  const change = (y: number, sign: number) => {
    for (let x = 0; x < width && y >= 0 && y < height; x++) {
      const gray = pixels[y * width + x]!
      columnSums[x]! += sign * gray
      columnSquares[x]! += sign * gray * gray
    }
  }
  const changeAcross = (x: number, sign: number) => {
    window.sum += sign * (columnSums[x] ?? 0)
    window.square += sign * (columnSquares[x] ?? 0)
  }
  const moveTo = (y: number) => {
    for (let k = y === 0 ? 0 : y + radius; k <= y + radius; k++) change(k, 1)
    change(y - radius - 1, -1)
    window.sum = 0
    window.square = 0
    for (let x = 0; x < radius; x++) changeAcross(x, 1)
  }
  const next = (x: number) => {
    changeAcross(x + radius, 1)
    changeAcross(x - radius - 1, -1)
    return window
  }
  return { moveTo, next }
}
