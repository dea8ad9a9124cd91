// Cylinders — what surrounds each minutia, as 384 bits that do not change when the finger turns.
//
// Minutia Cylinder-Code (Cappelli, Ferrara, Maltoni, IEEE TPAMI 32(12), 2010) in its bit form: a
// square of cells turned with the minutia, for each cell one bit per section of directions that
// says whether a neighbor of that direction is near.

import type { BitCodes } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import type { Minutia } from '../template/finger-template.ts'
import { hullOf, isNearHull, type Point } from './hull.ts'

const { radius, cells, sections, sigmaPx, sigmaDirection } = parameters.cylinder
const cellPx = (2 * radius) / cells
const bits = cells * cells * sections
const words = bits / 32
const reach = 3 * sigmaPx

/** Cells whose center lies in the circle. */
const inCircle = Uint8Array.from({ length: cells * cells }, (_, cell) =>
  Math.hypot(centerOf(cell % cells), centerOf(Math.floor(cell / cells))) <= radius ? 1 : 0,
)
export const cellsInCircle = inCircle.reduce((sum, it) => sum + it, 0)

/** For each difference of directions (256ths of a turn) its share in each section. */
const shares = Float32Array.from({ length: 256 * sections }, (_, i) =>
  shareOf(((Math.floor(i / sections) / 256) * 2 - 1) * Math.PI, i % sections),
)

/** exp(−d² ÷ 2σ²) by the squared distance in px, as far as the corner of the reach. */
const nearness = Float32Array.from({ length: 2 * (reach + cellPx) ** 2 + 2 }, (_, square) =>
  Math.exp(-square / (2 * sigmaPx * sigmaPx)),
)

export function codesOf(minutiae: readonly Minutia[]): BitCodes {
  const codes = {
    count: minutiae.length,
    words,
    bits: new Uint32Array(minutiae.length * words),
    known: new Uint32Array(minutiae.length * words),
    directions: Uint8Array.from(minutiae, (it) => it.direction),
  }
  const hull = hullOf(minutiae)
  for (let i = 0; i < minutiae.length; i++) writeCode(minutiae, i, hull, codes)
  return codes
}

function writeCode(
  minutiae: readonly Minutia[],
  i: number,
  hull: readonly Point[],
  codes: BitCodes,
): void {
  const { contributionMin, hullMargin, knownShareMin, neighborsMin } = parameters.cylinder
  const center = minutiae[i]!
  const cos = Math.cos((center.direction * Math.PI) / 128)
  const sin = Math.sin((center.direction * Math.PI) / 128)
  const { sums, neighbors } = contributions(minutiae, center, cos, sin)
  let known = 0
  for (let cell = 0; cell < cells * cells; cell++) {
    if (inCircle[cell] === 0) continue
    const along = centerOf(cell % cells)
    const across = centerOf(Math.floor(cell / cells))
    const x = center.x + along * cos + across * sin
    const y = center.y - along * sin + across * cos
    if (!isNearHull(hull, x, y, hullMargin)) continue
    known++
    for (let section = 0; section < sections; section++) {
      const bit = cell * sections + section
      const word = i * words + (bit >> 5)
      codes.known[word]! |= 1 << (bit & 31)
      if (sums[bit]! >= contributionMin) codes.bits[word]! |= 1 << (bit & 31)
    }
  }
  // A minutia with too little around it is like too many others: it then likens nothing.
  if (known < knownShareMin * cellsInCircle || neighbors < neighborsMin) {
    codes.known.fill(0, i * words, (i + 1) * words)
    codes.bits.fill(0, i * words, (i + 1) * words)
  }
}

function contributions(
  minutiae: readonly Minutia[],
  center: Minutia,
  cos: number,
  sin: number,
): { sums: Float32Array; neighbors: number } {
  const sums = new Float32Array(bits)
  let neighbors = 0
  for (const it of minutiae) {
    if (it === center) continue
    const dx = it.x - center.x
    const dy = it.y - center.y
    if (dx * dx + dy * dy > (radius + reach) ** 2) continue
    neighbors++
    const along = dx * cos - dy * sin
    const across = dx * sin + dy * cos
    const turn = (center.direction - it.direction + 128) & 255
    const firstRow = Math.max(0, cellOf(across - reach))
    const lastRow = Math.min(cells - 1, cellOf(across + reach))
    const firstColumn = Math.max(0, cellOf(along - reach))
    const lastColumn = Math.min(cells - 1, cellOf(along + reach))
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const distance = (centerOf(column) - along) ** 2 + (centerOf(row) - across) ** 2
        const near = nearness[Math.round(distance)]!
        const at = (row * cells + column) * sections
        for (let s = 0; s < sections; s++) sums[at + s]! += near * shares[turn * sections + s]!
      }
    }
  }
  return { sums, neighbors }
}

function cellOf(position: number): number {
  return Math.floor((position + radius) / cellPx)
}

function centerOf(cell: number): number {
  return (cell + 0.5) * cellPx - radius
}

/** The part of a Gaussian around `turn` (radians, −π … π) that falls into a section. */
function shareOf(turn: number, section: number): number {
  const width = (2 * Math.PI) / sections
  const from = -Math.PI + section * width
  const away = Math.atan2(Math.sin(from + width / 2 - turn), Math.cos(from + width / 2 - turn))
  return (
    cumulative((away + width / 2) / sigmaDirection) -
    cumulative((away - width / 2) / sigmaDirection)
  )
}

/** The normal distribution's cumulative function, to about 1e-7 (Abramowitz and Stegun 7.1.26). */
function cumulative(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const half = (1 - tail * Math.exp(-x * x)) / 2
  return z >= 0 ? 0.5 + half : 0.5 - half
}
