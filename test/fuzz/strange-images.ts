// Strange images — pictures of one column, of the largest sides, of resolutions that nothing has.
//
// As bytes, so that a case can be kept: 2 width · 2 height · 8 resolution · what the pixels repeat.

import fc from 'fast-check'
import type { GrayImage } from '../../src/formats/gray-image/index.ts'
import { concat } from '../../src/kit/bytes.ts'

const headBytes = 12
const sidesAtBorders = [0, 1, 2, 7, 8, 9, 23, 63, 64, 65, 100, 999, 1_000, 1_001, 2_400, 4_000]
const dpis = [500, 508, 450, 449, 560, 561, 99, 100, 1_200, 1_201, 0, -500, 1e-300, 1e300]
const noDpis = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

const side = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 60, max: 260 }) },
  { weight: 1, arbitrary: fc.constantFrom(...sidesAtBorders) },
)
const dpi = fc.oneof(
  { weight: 4, arbitrary: fc.constant(500) },
  { weight: 2, arbitrary: fc.constantFrom(...dpis, ...noDpis) },
  { weight: 1, arbitrary: fc.double() },
)

/** Prints, stripes, checks and flakes; one gray where there is one. */
export function imageCases(prints: readonly GrayImage[]): fc.Arbitrary<Uint8Array> {
  const pixels = fc.oneof(
    fc.constantFrom(...prints.map((it) => it.pixels)),
    fc.uint8Array({ minLength: 1, maxLength: 2 }),
    fc.uint8Array({ minLength: 3, maxLength: 600 }),
    fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(255), fc.nat(255))
      .map(([width, a, b]) => concat(new Uint8Array(width).fill(a), new Uint8Array(width).fill(b))),
  )
  const anything = fc.tuple(side, side, dpi, pixels)
  const print = fc
    .tuple(fc.constantFrom(...prints), fc.oneof(dpi, fc.integer({ min: 250, max: 1_000 })))
    .map(([it, dpi]) => [it.width, it.height, dpi, it.pixels] as const)
  return fc
    .oneof({ weight: 2, arbitrary: anything }, print)
    .map(([width, height, dpi, pattern]) => {
      const head = new DataView(new ArrayBuffer(headBytes))
      head.setUint16(0, width)
      head.setUint16(2, height)
      head.setFloat64(4, dpi)
      return concat(new Uint8Array(head.buffer), pattern)
    })
}

export function readImageCase(bytes: Uint8Array): GrayImage {
  const head = new DataView(bytes.buffer, bytes.byteOffset, headBytes)
  const [width, height] = [head.getUint16(0), head.getUint16(2)]
  const pattern = bytes.subarray(headBytes)
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at += pattern.length) {
    pixels.set(pattern.subarray(0, pixels.length - at), at)
  }
  return { width, height, pixels, dpi: head.getFloat64(4) }
}
