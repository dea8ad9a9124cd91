// Wavelet tests — the lifting is the 9/7 filter pair, and the cuts are those of the standard.

import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '#kit/bytes'
import { seeded } from '#kit/seeded'
import { lift, unlift } from './lifting.ts'
import { bandsOf, codedSubbands, subbandsOf } from './subbands.ts'
import { hasKnownFilters, highTaps, lowTaps, writeTransformTable } from './transform-table.ts'
import { joinPlane, splitPlane } from './wavelet.ts'

const chance = seeded('wavelet')

/** Places past the ends are mirrored at the first and the last sample. */
function mirrored(at: number, count: number): number {
  if (count === 1) return 0
  const period = 2 * (count - 1)
  const inPeriod = ((at % period) + period) % period
  return inPeriod < count ? inPeriod : period - inPeriod
}

/** The sum of the samples around `at`, weighted by the taps. */
function filtered(line: readonly number[], at: number, taps: readonly number[]): number {
  const sample = (i: number) => line[mirrored(i, line.length)]!
  return taps.reduce(
    (sum, weight, i) => sum + weight * (i === 0 ? sample(at) : sample(at - i) + sample(at + i)),
    0,
  )
}

test.each([1, 2, 3, 4, 5, 8, 9, 31, 64])(
  'a line of %d samples is lifted as it would be filtered',
  (count) => {
    const line = Array.from({ length: count }, () => chance.unit() * 256 - 128)
    const even = line.filter((_, i) => i % 2 === 0)
    const odd = line.filter((_, i) => i % 2 === 1)
    const samples = Float32Array.from([...even, ...odd])
    const halves = { lines: 1, lowCount: even.length, highCount: odd.length }
    lift(samples, halves)
    const wanted = [
      ...even.map((_, i) => filtered(line, 2 * i, lowTaps)),
      ...odd.map((_, i) => filtered(line, 2 * i + 1, highTaps)),
    ]
    for (const [i, it] of wanted.entries()) expect(samples[i]).toBeCloseTo(it, 3)
    unlift(samples, halves)
    for (const [i, it] of [...even, ...odd].entries()) expect(samples[i]).toBeCloseTo(it, 3)
  },
)

test('a plane that was split is joined to what it was', () => {
  for (const [width, height] of [
    [96, 80],
    [61, 77],
    [130, 3],
  ] as const) {
    const before = Float32Array.from({ length: width * height }, () => chance.unit() * 256 - 128)
    const plane = { width, height, samples: before.slice() }
    const whole = bandsOf(width, height)
    splitPlane(plane, whole)
    expect(plane.samples).not.toEqual(before)
    joinPlane(plane, whole, () => false)
    const furthest = before.map((it, i) => Math.abs(it - plane.samples[i]!))
    expect(Math.max(...furthest)).toBeLessThan(0.001)
  }
})

test('a wave comes to lie in the subband of its frequency, and in no other', () => {
  const [width, height] = [256, 256]
  // Of the sixteenths of the band, the one in the middle of a subband along x.
  for (const [sixteenth, subband] of [
    [3.5, 8],
    [4.5, 19],
    [5.5, 20],
    [6.5, 23],
    [7.5, 24],
    [10, 52],
    [14, 53],
  ] as const) {
    const perPixel = (Math.PI * sixteenth) / 16
    const samples = Float32Array.from({ length: width * height }, (_, i) =>
      Math.cos(perPixel * (i % width)),
    )
    const plane = { width, height, samples }
    const whole = bandsOf(width, height)
    splitPlane(plane, whole)
    const energies = subbandsOf(whole).map((it) => {
      let energy = 0
      for (let y = it.y; y < it.y + it.height; y++) {
        for (let x = it.x; x < it.x + it.width; x++) energy += samples[y * width + x]! ** 2
      }
      return energy
    })
    expect(energies.indexOf(Math.max(...energies))).toBe(subband)
  }
})

describe('the cuts', () => {
  const whole = bandsOf(389, 375)
  const subbands = subbandsOf(whole)

  test('make sixty subbands that lie beside each other and fill three quarters', () => {
    expect(subbands).toHaveLength(codedSubbands)
    const covered = new Uint8Array(389 * 375)
    for (const { x, y, width, height } of subbands) {
      for (let row = y; row < y + height; row++) {
        for (let column = x; column < x + width; column++) covered[row * 389 + column]!++
      }
    }
    expect(new Set(covered)).toEqual(new Set([0, 1]))
    expect(covered.reduce((sum, it) => sum + it, 0)).toBe(389 * 375 - 194 * 187)
  })

  test('are numbered as in the standard', () => {
    expect(subbands[0]).toMatchObject({ x: 0, y: 0, width: 13, height: 12 })
    expect(subbands[3]).toMatchObject({ x: 13, y: 12 })
    expect(subbands[7]).toMatchObject({ x: 49, y: 0 })
    expect(subbands[19]).toMatchObject({ x: 98, y: 0 })
    expect(subbands[35]).toMatchObject({ x: 0, y: 94 })
    expect(subbands[51]).toMatchObject({ x: 98, y: 94, width: 97, height: 94 })
    expect(subbands[52]).toMatchObject({ x: 195, y: 0 })
    expect(subbands[56]).toMatchObject({ x: 0, y: 188 })
  })
})

describe('a table of filters', () => {
  // As the reference encoder writes it, in single precision.
  const written =
    '0907000932d325cd000ae0f3199a010a41eff19a010b8e2764cd000be179a333' +
    '00092eff5600010af933d333010bf287219a000a2677da33'
  const reference = bytesOfHex(written)!

  test('from the reference encoder or from here is known', () => {
    expect(hasKnownFilters(reference)).toBe(true)
    expect(hasKnownFilters(writeTransformTable())).toBe(true)
  })

  test('with another weight, or another number of them, is not', () => {
    expect(hasKnownFilters(reference.with(2, 1))).toBe(false)
    expect(hasKnownFilters(reference.with(5, 0xd0))).toBe(false)
    expect(hasKnownFilters(reference.with(0, 8))).toBe(false)
    expect(hasKnownFilters(reference.subarray(0, -1))).toBeUndefined()
  })
})
