// Kernels tests — one contract for both makers, and the same bits from both.

import { describe, expect, test } from 'vitest'
import { present } from '#kit/assert'
import { seeded } from '#kit/seeded'
import { emptyPlane, originOf } from '../plane.ts'
import { type Kernels, kernels, referenceKernels } from './kernels.ts'
import { startWasmKernels } from './wasm.ts'

const wasm = present(startWasmKernels(), 'Node 20 has SIMD')
const makers: [string, Kernels][] = [
  ['TypeScript', referenceKernels],
  ['WebAssembly', wasm],
]

test('WebAssembly is chosen where it runs', () => {
  expect(kernels().name).toBe('wasm')
})

describe.each(makers)('filter cells in %s', (_, maker) => {
  /** A filter of 3 × 3 px whose only weight stands at (column, row). */
  const single = (column: number, row: number, weight: number) => {
    const filter = new Int16Array(3 * 8)
    filter[row * 8 + column] = weight
    return filter
  }
  const run = (bank: Int16Array, choice: number[], shift = 1) => {
    const source = emptyPlane(8, 4, 4)
    const target = emptyPlane(8, 4, 4)
    source.data[originOf(source) + 2 * source.stride + 3] = 1000
    target.data.fill(7)
    const layout = { radius: 1, shift, cellPx: 4, columns: 2, rows: 1 }
    maker.filterCells(source, target, { bank, ...layout, choice: Uint16Array.from(choice) })
    const at = (x: number, y: number) => target.data[originOf(target) + y * target.stride + x]
    return { target, at }
  }

  test('a weight moves a pixel from where it stands in the filter', () => {
    const { at } = run(single(2, 1, 2), [0, 0])
    expect(at(2, 2)).toBe(1000)
    expect(at(3, 2)).toBe(0)
  })

  test('each cell has its own filter, and some have none', () => {
    const bank = Int16Array.from([...single(1, 1, 2), ...single(0, 1, 4)])
    const { at } = run(bank, [0, 1])
    expect(at(3, 2)).toBe(1000)
    expect(at(4, 2)).toBe(2000)
    const { at: left } = run(bank, [0xffff, 0xffff])
    expect(left(3, 2)).toBe(7)
  })

  test('sums are rounded and cut to 16 bits', () => {
    expect(run(single(1, 1, 3), [0, 0], 4).at(3, 2)).toBe(188)
    expect(run(single(1, 1, 32000), [0, 0]).at(3, 2)).toBe(32767)
    expect(run(single(1, 1, -32000), [0, 0]).at(3, 2)).toBe(-32768)
  })
})

describe('both makers give the same bits', () => {
  test('filtering noise', () => {
    const chance = seeded('filter')
    const source = emptyPlane(61, 45, 12)
    for (let i = 0; i < source.data.length; i++) source.data[i] = chance.below(2001) - 1000
    const bank = Int16Array.from({ length: 5 * 23 * 24 }, (_, i) =>
      i % 24 === 23 ? 0 : chance.below(801) - 400,
    )
    const choice = Uint16Array.from({ length: 15 * 11 }, () => chance.pick([0, 1, 2, 3, 4, 0xffff]))
    const layout = { radius: 11, shift: 12, cellPx: 4, columns: 15, rows: 11 }
    const targets = [referenceKernels, wasm].map((it) => {
      const target = emptyPlane(61, 45, 12)
      it.filterCells(source, target, { bank, ...layout, choice })
      return target.data
    })
    expect(targets[0]!.some((it) => it !== 0)).toBe(true)
    expect(targets[1]!.join()).toBe(targets[0]!.join())
  })
})
