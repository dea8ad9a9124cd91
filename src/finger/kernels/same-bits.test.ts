// Same bits tests — WebAssembly and TypeScript agree on noise of every size, to the last bit.

import { expect, test } from 'vitest'
import { present } from '#kit/assert'
import { type Seeded, seeded } from '#kit/seeded'
import { emptyPlane, originOf, type Plane } from '../plane.ts'
import { type Kernels, referenceKernels } from './kernels.ts'
import { startWasmKernels } from './wasm.ts'

const wasm = present(startWasmKernels(), 'Node 20 has SIMD')

type Numbers = Int16Array | Int32Array | Float32Array | Uint8Array

/** Both makers' outcomes: not all zero, and the same. */
function expectSameBits(run: (kernels: Kernels) => readonly Numbers[]): void {
  const [plain, fast] = [referenceKernels, wasm].map((it) => run(it).map((out) => out.join()))
  for (const [i, text] of plain!.entries()) {
    expect(text).toMatch(/[1-9]/)
    expect(fast![i]).toBe(text)
  }
}

const sizes: readonly (readonly [number, number])[] = [
  [64, 64],
  [85, 70],
  [131, 66],
  [333, 77],
]

function noise(chance: Seeded, width: number, height: number, high: number, margin = 8): Plane {
  const plane = emptyPlane(width, height, margin)
  for (let i = 0; i < width * height; i++) {
    const place = originOf(plane) + Math.floor(i / width) * plane.stride + (i % width)
    plane.data[place] = chance.below(2 * high + 1) - high
  }
  return plane
}

const blocksOf = (width: number, height: number) => ({
  columns: Math.floor(width / 8),
  rows: Math.floor(height / 8),
})

test.each(sizes)('a picture of %i × %i px normalized', (width, height) => {
  const chance = seeded(`normalize ${width}`)
  const pixels = Uint8Array.from({ length: width * height }, (_, i) =>
    i % width < 30 ? 250 + chance.below(4) : chance.below(256),
  )
  const { columns, rows } = blocksOf(width, height)
  const measure = { radius: 10, deviationMin: 6, unit: 320, cut: 1000, blockPx: 8 }
  expectSameBits((kernels) => {
    const target = emptyPlane(width, height, 8)
    const contrast = new Float32Array(columns * rows)
    kernels.normalize({ width, height, pixels }, measure, target, contrast)
    return [target.data, contrast]
  })
})

test.each(sizes)('a plane of %i × %i px quartered', (width, height) => {
  const source = noise(seeded('quarter'), width, height, 1023)
  expectSameBits((kernels) => {
    const empty = () => emptyPlane(Math.ceil(width / 2), Math.ceil(height / 2), 6)
    const targets = [empty(), empty(), empty(), empty()]
    kernels.quarter(source, targets)
    return targets.map((it) => it.data)
  })
})

test.each(sizes)('tensors, products and ridges of %i × %i px', (width, height) => {
  const chance = seeded('blocks')
  const [a, b] = [noise(chance, width, height, 2500), noise(chance, width, height, 2500)]
  const grid = blocksOf(width, height)
  const count = grid.columns * grid.rows
  const inside = Uint8Array.from({ length: count }, () => chance.below(2))
  for (const blockPx of [4, 8] as const) {
    expectSameBits((kernels) => {
      const numbers = () => new Int32Array(count)
      const out = { ...grid, blockPx, xx: numbers(), yy: numbers(), xy: numbers() }
      kernels.tensors(a, out)
      return [out.xx, out.yy, out.xy]
    })
  }
  expectSameBits((kernels) => {
    const products = new Int32Array(3 * count)
    const pixels = new Uint8Array(width * height)
    kernels.blockProducts(a, b, grid, products)
    kernels.binarize(a, grid, inside, pixels)
    return [products, pixels]
  })
})

test('lines in every direction, also over the rim', () => {
  const chance = seeded('lines')
  const plane = noise(chance, 120, 90, 1000)
  const spots = Int32Array.from({ length: 80 }, (_, k) => {
    const angle = (Math.floor(k / 4) * Math.PI) / 20
    const numbers = [chance.below(120), chance.below(90), Math.cos(angle), Math.sin(angle)]
    return Math.round(65_536 * numbers[k % 4]!)
  })
  expectSameBits((kernels) => {
    const out = new Int32Array(20 * 19)
    kernels.correlate(plane, { spots, acrossPx: 40, alongPx: 16, lags: 19 }, out)
    return [out]
  })
})

test.each([1, 4])('%i pictures filtered', (count) => {
  const chance = seeded('filter')
  const sources = Array.from({ length: count }, () => noise(chance, 61, 45, 1000, 6))
  const bank = Int16Array.from({ length: 5 * 11 * 16 }, (_, i) =>
    i % 16 > 10 ? 0 : chance.below(801) - 400,
  )
  const choice = Uint16Array.from({ length: 15 * 11 }, () => chance.pick([0, 1, 2, 3, 4, 0xffff]))
  const layout = { radius: 5, shift: 12, cellPx: 4, columns: 15, rows: 11 }
  expectSameBits((kernels) => {
    const target = emptyPlane(122, 90, 8)
    kernels.filterCells(sources, target, { bank, ...layout, choice })
    return [target.data]
  })
})

test.each([
  [1, 1],
  [7, 5],
  [48, 46],
])('a grid of %i × %i numbers smoothed', (columns, rows) => {
  const chance = seeded('blur')
  const values = Float32Array.from({ length: columns * rows }, () => 1e6 * chance.normal())
  const weights = Float32Array.from({ length: 9 }, (_, k) => Math.exp(-((k - 4) ** 2) / 3))
  expectSameBits((kernels) => {
    const out = new Float32Array(columns * rows)
    kernels.blur({ columns, rows }, values, weights, out)
    return [out]
  })
})

const narrow: typeof sizes = [
  [8, 8],
  [128, 20],
  [129, 40],
]

test.each([...narrow, ...sizes])('blots on %i × %i px worn down', (width, height) => {
  const chance = seeded('wear')
  const blots = Uint8Array.from({ length: width * height }, (_, i) => {
    const x = i % width
    const y = Math.floor(i / width)
    const isRim = x === 0 || y === 0 || x === width - 1 || y === height - 1
    const wave = Math.sin(x / 5) + Math.cos(y / 4 + x / 30)
    return !isRim && wave + chance.below(100) / 90 > 0.7 ? 1 : 0
  })
  expectSameBits((kernels) => {
    const pixels = blots.slice()
    kernels.wearDown(pixels, width, height, 60)
    return [pixels]
  })
})
