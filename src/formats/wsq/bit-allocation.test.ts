// Bit allocation tests — the bins come to the rate that was asked for, and go where there is something.

import { describe, expect, test } from 'vitest'
import { allocateBits } from './bit-allocation.ts'
import { drawnPrint } from './drawn-print.arbitrary.ts'
import { bandsOf, subbandsOf } from './subbands.ts'
import { splitPlane } from './wavelet.ts'

const [width, height] = [320, 300]
const whole = bandsOf(width, height)
const subbands = subbandsOf(whole)
const samples = Float32Array.from(drawnPrint(width, height).pixels, (it) => it - 190)
const plane = { width, height, samples }
splitPlane(plane, whole)

const coded = (rate: number) => allocateBits(plane, subbands, rate).bins.map(({ width: it }) => it)

describe('bins', () => {
  test('are given to 64 subbands, the last four none', () => {
    const bins = coded(0.75)
    expect(bins).toHaveLength(64)
    expect(bins.slice(60)).toEqual([0, 0, 0, 0])
  })

  test('are as wide in the four lowest subbands', () => {
    expect(new Set(coded(0.75).slice(0, 4)).size).toBe(1)
  })

  test('around nought are a fifth wider', () => {
    for (const it of allocateBits(plane, subbands, 0.75).bins) {
      expect(it.zeroWidth).toBeCloseTo(1.2 * it.width, 9)
    }
  })

  test('get narrower with more bits, all alike', () => {
    const [few, many] = [coded(0.75), coded(1.5)]
    const ratios = few.flatMap((it, i) => (it > 0 ? [it / many[i]!] : []))
    expect(Math.min(...ratios)).toBeGreaterThan(1.5)
    expect(Math.max(...ratios) - Math.min(...ratios)).toBeLessThan(1e-9)
  })

  test('are not given to a subband with next to nothing in it', () => {
    const { x, y, width: wide, height: high } = subbands[30]!
    const emptied = { ...plane, samples: samples.slice() }
    for (let row = y; row < y + high; row++) {
      emptied.samples.fill(0, row * width + x, row * width + x + wide)
    }
    expect(coded(0.75)[30]).toBeGreaterThan(0)
    expect(allocateBits(emptied, subbands, 0.75).bins[30]!.width).toBe(0)
  })
})

test('the rate of all subbands that get bits is the rate asked for', () => {
  const rate = 0.75
  const bins = coded(rate)
  // Of a subband, how far its coefficients reach over its bins, in bits.
  const bits = subbands.map((it, i) => {
    if (bins[i] === 0) return 0
    let [sum, squares] = [0, 0]
    for (let row = it.y; row < it.y + it.height; row++) {
      for (let column = it.x; column < it.x + it.width; column++) {
        const sample = samples[row * width + column]!
        sum += sample
        squares += sample * sample
      }
    }
    const count = it.width * it.height
    const deviation = Math.sqrt((squares - (sum * sum) / count) / (count - 1))
    return Math.max(0, Math.log2((5 * deviation) / bins[i]!))
  })
  const share = (i: number) => (i < 4 ? 1 / 1024 : i < 51 ? 1 / 256 : 1 / 16)
  const total = bits.reduce((sum, it, i) => sum + it * share(i), 0)
  // Variances are taken in the middle of a subband where there is much in the lowest ones.
  expect(total).toBeGreaterThan(rate * 0.7)
  expect(total).toBeLessThan(rate * 1.3)
})
