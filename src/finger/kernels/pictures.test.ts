// Picture kernels tests — each kernel of extraction does what its contract says, by both makers.

import { describe, expect, test } from 'vitest'
import { present } from '#kit/assert'
import { draw, show } from '../extract/skeleton.arbitrary.ts'
import { emptyPlane, originOf, type Plane } from '../plane.ts'
import { filterStride } from './contract.ts'
import { type Kernels, referenceKernels } from './kernels.ts'
import { startWasmKernels } from './wasm.ts'

const makers: [string, Kernels][] = [
  ['TypeScript', referenceKernels],
  ['WebAssembly', present(startWasmKernels(), 'Node 20 has SIMD')],
]

function planeOf(
  width: number,
  height: number,
  pixelAt: (x: number, y: number) => number,
  margin = 8,
): Plane {
  const plane = emptyPlane(width, height, margin)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      plane.data[originOf(plane) + y * plane.stride + x] = pixelAt(x, y)
    }
  }
  return plane
}

const at = ({ data, stride, ...plane }: Plane, x: number, y: number) =>
  data[originOf({ data, stride, ...plane }) + y * stride + x]

describe.each(makers)('normalize in %s', (_, maker) => {
  const measure = { radius: 10, deviationMin: 6, unit: 320, cut: 1000, blockPx: 8 }
  const run = (grayAt: (x: number, y: number) => number) => {
    const pixels = Uint8Array.from({ length: 45 * 40 }, (_, i) =>
      grayAt(i % 45, Math.floor(i / 45)),
    )
    const target = emptyPlane(45, 40, 8)
    const contrast = new Float32Array(5 * 5)
    maker.normalize({ width: 45, height: 40, pixels }, measure, target, contrast)
    return { target, contrast }
  }

  test('stripes become as high in a dark corner as in the light', () => {
    const { target, contrast } = run((x) => (x < 20 ? 20 + 40 * (x & 1) : 120 + 100 * (x & 1)))
    for (const x of [2, 43]) {
      const height = x % 2 === 0 ? 320 : -320
      expect(Math.abs(at(target, x, 20)! - height)).toBeLessThan(30)
      expect(Math.abs(at(target, x + 1, 20)! + height)).toBeLessThan(30)
    }
    expect(contrast[2 * 5]).toBeCloseTo(20, 0)
    expect(contrast[2 * 5 + 4]).toBeCloseTo(50, 0)
  })

  test('what is even gives nothing, and a speck is cut', () => {
    const { target } = run((x, y) => (x === 20 && y === 20 ? 0 : 200))
    expect(at(target, 5, 5)).toBe(0)
    expect(at(target, 20, 20)).toBe(1000)
  })
})

describe.each(makers)('quarter in %s', (_, maker) => {
  const run = (source: Plane) => {
    const { width, height } = source
    const empty = () => emptyPlane(Math.ceil(width / 2), Math.ceil(height / 2), 6)
    const targets = [empty(), empty(), empty(), empty()]
    maker.quarter(source, targets)
    return targets
  }

  test('a level stays what it is, but for the rim', () => {
    for (const it of run(planeOf(20, 20, () => 777))) expect(at(it, 5, 5)).toBe(777)
  })

  test('rows and columns take turns, each pixel spread by 1 4 6 4 1 both ways', () => {
    const targets = run(planeOf(21, 13, (x, y) => (x === 8 && y === 7 ? 1000 : 0)))
    const shares = [1, 4, 6, 4, 1]
    for (const [i, target] of targets.entries()) {
      for (let y = 0; y < 7; y++) {
        for (let x = 0; x < 11; x++) {
          const across = shares[2 * x + (i & 1) - 8 + 2] ?? 0
          const down = shares[2 * y + (i >> 1) - 7 + 2] ?? 0
          expect(Math.abs(at(target, x, y)! - (1000 * across * down) / 256)).toBeLessThan(2)
        }
      }
    }
  })
})

describe.each(makers)('tensors in %s', (_, maker) => {
  test.each([4, 8] as const)('a slope has the same tensor in each block of %i px', (blockPx) => {
    const plane = emptyPlane(24, 16, 8)
    for (let i = 0; i < plane.data.length; i++) {
      plane.data[i] = 20 * (i % plane.stride) - 8 * Math.floor(i / plane.stride)
    }
    const [columns, rows] = [24 / blockPx, 16 / blockPx]
    const numbers = () => new Int32Array(columns * rows)
    const out = { columns, rows, blockPx, xx: numbers(), yy: numbers(), xy: numbers() }
    maker.tensors(plane, out)
    const count = blockPx ** 2
    expect(new Set(out.xx)).toEqual(new Set([count * 50 ** 2]))
    expect(new Set(out.yy)).toEqual(new Set([count * 20 ** 2]))
    expect(new Set(out.xy)).toEqual(new Set([count * 50 * -20]))
  })
})

describe.each(makers)('correlate in %s', (_, maker) => {
  const turn = (x: number, y: number, angle: number) =>
    [x, y, Math.cos(angle), Math.sin(angle)].map((it) => Math.round(65_536 * it))

  test.each([
    ['level', 0],
    ['slanting', 0.7],
    ['upright', Math.PI / 2],
  ])('%s ridges nine px apart are most alike at a lag of nine', (_, angle) => {
    const across = (x: number, y: number) => -x * Math.sin(angle) + y * Math.cos(angle)
    const plane = planeOf(90, 90, (x, y) => 500 * Math.cos((2 * Math.PI * across(x, y)) / 9))
    const spots = Int32Array.from([...turn(45, 45, angle), ...turn(3, 88, angle)])
    const out = new Int32Array(2 * 19)
    maker.correlate(plane, { spots, acrossPx: 40, alongPx: 16, lags: 19 }, out)
    const likeness = [...out.subarray(0, 19)].map((it, lag) => it / (40 - lag))
    expect(likeness.indexOf(Math.max(...likeness.slice(5)))).toBe(9)
    expect(likeness[9]).toBeGreaterThan(0.85 * likeness[0]!)
    expect(out[19]).toBeLessThan(out[0]!)
  })
})

describe.each(makers)('filter cells in %s', (_, maker) => {
  /** A filter of 3 × 3 px whose only weight stands at (column, row). */
  const single = (column: number, row: number, weight: number) => {
    const filter = new Int16Array(3 * filterStride)
    filter[row * filterStride + column] = weight
    return filter
  }
  const source = planeOf(8, 4, (x, y) => (x === 3 && y === 2 ? 1000 : 0))
  const run = (bank: Int16Array, choice: number[], shift = 1) => {
    const target = planeOf(8, 4, () => 7)
    const layout = { radius: 1, shift, cellPx: 4, columns: 2, rows: 1 }
    maker.filterCells([source], target, { bank, ...layout, choice: Uint16Array.from(choice) })
    return target
  }

  test('a weight moves a pixel from where it stands in the filter', () => {
    const target = run(single(2, 1, 2), [0, 0])
    expect(at(target, 2, 2)).toBe(1000)
    expect(at(target, 3, 2)).toBe(0)
  })

  test('each cell has its own filter, and some have none', () => {
    const bank = Int16Array.from([...single(1, 1, 2), ...single(0, 1, 4)])
    const target = run(bank, [0, 1])
    expect(at(target, 3, 2)).toBe(1000)
    expect(at(target, 4, 2)).toBe(2000)
    expect(at(run(bank, [0xffff, 0xffff]), 3, 2)).toBe(7)
  })

  test('sums are rounded and cut to 16 bits', () => {
    expect(at(run(single(1, 1, 3), [0, 0], 4), 3, 2)).toBe(188)
    expect(at(run(single(1, 1, 32000), [0, 0]), 3, 2)).toBe(32767)
    expect(at(run(single(1, 1, -32000), [0, 0]), 3, 2)).toBe(-32768)
  })

  test('four quarters become one picture again', () => {
    const quarters = [0, 1, 2, 3].map((i) => planeOf(6, 4, (x, y) => 100 * i + 10 * y + x))
    const target = emptyPlane(12, 8, 8)
    const layout = { radius: 1, shift: 1, cellPx: 2, columns: 3, rows: 2 }
    const choice = new Uint16Array(6)
    maker.filterCells(quarters, target, { bank: single(1, 1, 2), ...layout, choice })
    expect(at(target, 10, 6)).toBe(35)
    expect(at(target, 11, 6)).toBe(135)
    expect(at(target, 10, 7)).toBe(235)
    expect(at(target, 3, 5)).toBe(321)
  })
})

describe.each(makers)('blur in %s', (_, maker) => {
  const run = (values: Float32Array) => {
    const out = new Float32Array(30)
    maker.blur({ columns: 5, rows: 6 }, values, Float32Array.of(1, 2, 1), out)
    return out
  }

  test('what is level stays level up to the rim', () => {
    expect(run(new Float32Array(30).fill(3))).toEqual(new Float32Array(30).fill(3))
  })

  test('a peak is spread both ways', () => {
    const out = run(new Float32Array(30).fill(16, 12, 13))
    expect([6, 7, 11, 12, 13, 17].map((i) => out[i])).toEqual([1, 2, 2, 4, 2, 2])
    expect([2, 10, 14, 22].map((i) => out[i])).toEqual([0, 0, 0, 0])
  })
})

describe.each(makers)('block products in %s', (_, maker) => {
  test('are sums over one block each', () => {
    const a = planeOf(24, 16, (x) => (x < 8 ? 1 : 3))
    const b = planeOf(24, 16, (_, y) => (y < 8 ? -2 : 5))
    const out = new Int32Array(3 * 6)
    maker.blockProducts(a, b, { columns: 3, rows: 2 }, out)
    expect([...out.subarray(0, 6)]).toEqual([1, 4, -2, 9, 4, -6].map((it) => 64 * it))
    expect([...out.subarray(9, 12)]).toEqual([1, 25, 5].map((it) => 64 * it))
  })
})

describe.each(makers)('binarize in %s', (_, maker) => {
  test('ridge is what is above zero, inside, and not outermost', () => {
    const plane = planeOf(19, 16, (x) => (x % 3 === 0 ? 0 : x % 3 === 1 ? 5 : -5))
    const pixels = new Uint8Array(19 * 16)
    maker.binarize(plane, { columns: 2, rows: 2 }, Uint8Array.of(1, 0, 1, 1), pixels)
    const rows = [0, 1, 8, 15].map((y) => [...pixels.subarray(19 * y, 19 * (y + 1))].join(''))
    expect(rows).toEqual(['', '01001001', '0100100100100100', ''].map((it) => it.padEnd(19, '0')))
  })
})

describe.each(makers)('wear down in %s', (_, maker) => {
  const worn = (passes: number, ...rows: string[]) => {
    const { width, height, pixels } = draw(...rows)
    maker.wearDown(pixels, width, height, passes)
    return show({ width, height, pixels })
  }
  const bar = Array.from({ length: 5 }, () => '#'.repeat(200))

  test('a bar of any length loses a rim in each half of a pass', () => {
    expect(worn(0, ...bar)).toEqual(bar)
    expect(worn(1, ...bar).map((it) => it.includes('#'))).toEqual([false, true, true, true, false])
    const line = worn(9, ...bar)
    expect(line.map((it) => it.includes('#'))).toEqual([false, false, true, false, false])
    expect(line[2]).toContain('#'.repeat(195))
  })

  test('what is one pixel wide stays', () => {
    const lines = ['#....#', '.#..#.', '..##..', '..#...', '.#....']
    expect(worn(9, ...lines)).toEqual(lines)
  })
})
