// Strange templates — pairs made to trouble the matcher: all alike, all in one place, in lines, in
// grids, turned, as many as there may be, over skin of any shape.
//
// As bytes, so that a case can be kept: 4 length of the first · the first · the second.

import fc from 'fast-check'
import {
  type FingerTemplate,
  type Minutia,
  readTemplate,
  writeTemplate,
} from '../../src/finger/index.ts'
import { minutiaeMax, templateSidePxMax } from '../../src/finger/limits.ts'
import { present } from '../../src/kit/assert.ts'
import { concat } from '../../src/kit/bytes.ts'

const flowMax = 64
const outside = 255

const side = fc.constantFrom(1, 2, 64, 300, 400, 1_000, templateSidePxMax)

/** Steps that repeat: a grid whose neighborhoods all look the same. */
const minutiae = fc
  .record({
    count: fc.constantFrom(0, 1, 2, 3, 12, 40, minutiaeMax - 1, minutiaeMax),
    stepX: fc.constantFrom(0, 1, 7, 20, 33, 100),
    stepY: fc.constantFrom(0, 1, 7, 20, 33),
    perRow: fc.constantFrom(1, 3, 11, minutiaeMax),
    turns: fc.constantFrom(0, 1, 64, 128, 37),
    noise: fc.array(fc.nat(2 ** 24), { maxLength: 40 }),
    quality: fc.constantFrom(0, 4, 60, 100),
  })
  .map(
    ({ count, stepX, stepY, perRow, turns, noise, quality }) =>
      (width: number, height: number) =>
        Array.from({ length: count }, (_, i): Minutia => {
          const chance = noise[i] ?? 0
          return {
            x: ((i % perRow) * stepX + (chance & 0xff)) % width,
            y: (Math.floor(i / perRow) * stepY + ((chance >> 8) & 0xff)) % height,
            direction: (i * turns + (chance >> 16)) & 0xff,
            kind: (chance & 1) === 0 ? 'ending' : 'bifurcation',
            quality,
          }
        }).toSorted((a, b) => a.y - b.y),
  )

const flow = fc.option(
  fc
    .tuple(
      fc.integer({ min: 1, max: flowMax }),
      fc.integer({ min: 1, max: flowMax }),
      fc.uint8Array({ minLength: 1, maxLength: 50 }),
    )
    .map(([columns, rows, pattern]) => ({
      columns,
      rows,
      directions: Uint8Array.from({ length: columns * rows }, (_, i) => {
        const value = pattern[i % pattern.length]!
        return value < 200 ? value % 64 : outside
      }),
    })),
  { nil: undefined },
)

const strange: fc.Arbitrary<FingerTemplate> = fc
  .tuple(side, side, minutiae, flow)
  .map(([width, height, place, flow]) => ({ width, height, minutiae: place(width, height), flow }))

export function templatePairs(good: readonly FingerTemplate[]): fc.Arbitrary<Uint8Array> {
  const one = fc.oneof({ weight: 5, arbitrary: strange }, fc.constantFrom(...good))
  return fc.tuple(one, one, fc.boolean()).map(([a, b, isSame]) => {
    const [first, second] = [writeTemplate(a), writeTemplate(isSame ? a : b)]
    const length = new DataView(new ArrayBuffer(4))
    length.setUint32(0, first.length)
    return concat(new Uint8Array(length.buffer), first, second)
  })
}

export function readTemplatePair(bytes: Uint8Array): [FingerTemplate, FingerTemplate] {
  const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
  return [getTemplate(bytes.subarray(4, 4 + length)), getTemplate(bytes.subarray(4 + length))]
}

function getTemplate(bytes: Uint8Array): FingerTemplate {
  const read = readTemplate(bytes)
  return present(read.ok ? read.value : undefined, 'what was written can be read')
}
