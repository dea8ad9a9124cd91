// Thin — every ridge worn down to a line one pixel wide.
//
// Zhang and Suen, "A fast parallel algorithm for thinning digital patterns", CACM 27(3), 1984;
// then the corners are cut that it leaves, so that a pixel inside a line has two neighbors.

import { thinPassesMax } from '../limits.ts'
import type { Binary } from './binarize.ts'

/** Bit k of a neighborhood is the k-th neighbor clockwise from above: N NE E SE S SW W NW. */
export function neighborhoodAt(pixels: Uint8Array, width: number, i: number): number {
  return (
    pixels[i - width]! |
    (pixels[i - width + 1]! << 1) |
    (pixels[i + 1]! << 2) |
    (pixels[i + width + 1]! << 3) |
    (pixels[i + width]! << 4) |
    (pixels[i + width - 1]! << 5) |
    (pixels[i - 1]! << 6) |
    (pixels[i - width - 1]! << 7)
  )
}

const n = 1
const e = 4
const s = 16
const w = 64

/** How often the neighborhood changes from valley to ridge in one round: the lines that meet. */
export const crossings = Uint8Array.from({ length: 256 }, (_, around) => {
  const next = ((around << 1) | (around >> 7)) & 255
  return bitsOf(next & ~around)
})

const firstPass = table((around) => !has(around, n | e | s) && !has(around, e | s | w))
const secondPass = table((around) => !has(around, n | e | w) && !has(around, n | s | w))
const corner = Uint8Array.from({ length: 256 }, (_, around) => {
  const elbow = [n | e, e | s, s | w, w | n].some((it) => has(around, it))
  return elbow && crossings[around] === 2 && bitsOf(around) <= 3 && isBent(around) ? 1 : 0
})

export function thin(binary: Binary): Binary {
  const { width } = binary
  const pixels = binary.pixels.slice()
  const ridge = indicesOf(pixels)
  let count = ridge.length
  for (let pass = 0; pass < thinPassesMax; pass++) {
    const before = count
    count = wearDown(pixels, width, ridge, count, firstPass)
    count = wearDown(pixels, width, ridge, count, secondPass)
    if (count === before) break
  }
  for (const i of ridge.subarray(0, count)) {
    if (corner[neighborhoodAt(pixels, width, i)] === 1) pixels[i] = 0
  }
  return { ...binary, pixels }
}

/** Takes all removable pixels away at once; keeps the others' indices in front, says how many. */
function wearDown(
  pixels: Uint8Array,
  width: number,
  ridge: Int32Array,
  count: number,
  removable: Uint8Array,
): number {
  const gone = new Int32Array(count)
  let goneCount = 0
  let kept = 0
  for (let k = 0; k < count; k++) {
    const i = ridge[k]!
    if (removable[neighborhoodAt(pixels, width, i)] === 1) gone[goneCount++] = i
    else ridge[kept++] = i
  }
  for (let k = 0; k < goneCount; k++) pixels[gone[k]!] = 0
  return kept
}

function indicesOf(pixels: Uint8Array): Int32Array {
  const indices = new Int32Array(pixels.length)
  let count = 0
  for (let i = 0; i < pixels.length; i++) if (pixels[i] === 1) indices[count++] = i
  return indices.slice(0, count)
}

function table(mayGo: (around: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, around) => {
    const count = bitsOf(around)
    return count >= 2 && count <= 6 && crossings[around] === 1 && mayGo(around) ? 1 : 0
  })
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
    ([a, b]) => has(around, a | b) && !has(around, opposite(a)) && !has(around, opposite(b)),
  )
}

function opposite(bit: number): number {
  return ((bit << 4) | (bit >> 4)) & 255
}

function has(around: number, bits: number): boolean {
  return (around & bits) === bits
}

function bitsOf(value: number): number {
  let count = 0
  for (let rest = value; rest > 0; rest >>= 1) count += rest & 1
  return count
}
