// WSQ tests — drawn prints to files and back: how alike, how small, and what the file says.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, hexOf } from '#kit/bytes'
import { seeded } from '#kit/seeded'
import { drawnPrint } from './drawn-print.arbitrary.ts'
import { decodeWsq, encodeWsq } from './index.ts'

const print = drawnPrint(300, 280)

function decoded(bytes: Uint8Array) {
  const image = decodeWsq(bytes)
  if (!image.ok) throw new Error(image.issue.code)
  return image.value
}

/** Peak signal to noise, dB. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const squares = a.reduce((sum, it, i) => sum + (it - b[i]!) ** 2, 0)
  return 10 * Math.log10((255 * 255 * a.length) / squares)
}

describe('a print comes back', () => {
  test.each([
    [0.75, 34, 1 / 10],
    [2.25, 44, 1 / 4],
  ])('at %d bits a pixel as one like it, much smaller', (rate, likenessMin, shareMax) => {
    const bytes = encodeWsq(print, rate)
    const image = decoded(bytes)
    expect(image).toMatchObject({ width: 300, height: 280, dpi: 500 })
    expect(likeness(image.pixels, print.pixels)).toBeGreaterThan(likenessMin)
    expect(bytes.length).toBeLessThan(print.pixels.length * shareMax)
  })

  test('with more bits more alike', () => {
    const rates = [0.4, 0.75, 1.5, 3, 5]
    const likenesses = rates.map((it) =>
      likeness(decoded(encodeWsq(print, it)).pixels, print.pixels),
    )
    expect(likenesses).toEqual(likenesses.toSorted((a, b) => a - b))
  })

  test('with its resolution', () => {
    expect(decoded(encodeWsq({ ...print, dpi: 1000 }, 0.75)).dpi).toBe(1000)
  })

  test('whatever its sides', () => {
    const side = fc.constantFrom(1, 2, 3, 7, 16, 17, 33, 64, 95)
    fc.assert(
      fc.property(side, side, (width, height) => {
        const small = drawnPrint(width, height)
        const image = decoded(encodeWsq(small, 5))
        expect(image).toMatchObject({ width, height })
        const furthest = image.pixels.map((it, i) => Math.abs(it - small.pixels[i]!))
        expect(Math.max(...furthest)).toBeLessThan(60)
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})

test.each([0, 77, 255])('a picture of nothing but gray %d is that gray again', (gray) => {
  const blank = { ...print, pixels: new Uint8Array(print.pixels.length).fill(gray) }
  expect(decoded(encodeWsq(blank, 0.75)).pixels).toEqual(blank.pixels)
})

test('noise comes back but for the quarter that is never coded', () => {
  const chance = seeded('wsq-noise')
  const pixels = Uint8Array.from({ length: 128 * 128 }, () => chance.below(256))
  const noise = { width: 128, height: 128, dpi: 500, pixels }
  expect(likeness(decoded(encodeWsq(noise, 5)).pixels, pixels)).toBeGreaterThan(15)
})

test('a picture with little in it is not spoiled by all the bits there are for it', () => {
  const pixels = Uint8Array.from(print.pixels, (_, i) => 100 + (i % print.width) / 4)
  const image = decoded(encodeWsq({ ...print, pixels }, 0.75))
  expect(likeness(image.pixels, pixels)).toBeGreaterThan(45)
})

describe('the file', () => {
  const bytes = encodeWsq(print, 0.75)
  const hex = hexOf(bytes)
  const comment = Buffer.from(bytes.subarray(6, 6 + 120)).toString('latin1')

  test('begins and ends with its markers, and lists its segments in order', () => {
    expect(hex.startsWith('ffa0ffa8')).toBe(true)
    expect(hex.endsWith('ffa1')).toBe(true)
    const order = ['ffa4003a0907', 'ffa50185', 'ffa2001100ff0118012c', 'ffa6', 'ffa30003', 'ffa6']
    const places: number[] = []
    for (const it of order) places.push(hex.indexOf(it, (places.at(-1) ?? 0) + 1))
    expect(places.every((it) => it > 0)).toBe(true)
    expect(hex.split('ffa30003')).toHaveLength(4)
  })

  test('says its size and resolution in words', () => {
    expect(comment).toContain('NIST_COM 9\nPIX_WIDTH 300\nPIX_HEIGHT 280\nPIX_DEPTH 8\nPPI 500\n')
  })

  test('is read past restart markers and past what stands between blocks', () => {
    const second = hex.indexOf('ffa30003', hex.indexOf('ffa30003') + 8) / 2
    const restart = Uint8Array.of(0xff, 0xb0)
    const interval = Uint8Array.of(0xff, 0xa7, 0, 4, 0, 9)
    const table = hex.lastIndexOf('ffa6', second * 2) / 2
    const other = concat(bytes.subarray(0, table), restart, interval, bytes.subarray(table))
    expect(decoded(other)).toEqual(decoded(bytes))
  })

  test('without a word on its resolution has 500 dots an inch', () => {
    const at = bytes.indexOf(0xa4) - 1
    const silent = concat(bytes.subarray(0, 2), bytes.subarray(at))
    expect(decoded(silent).dpi).toBe(500)
    const unknown = Buffer.from(
      Buffer.from(bytes).toString('latin1').replace('PPI 500', 'PPI -1 '),
      'latin1',
    )
    expect(decoded(unknown).dpi).toBe(500)
  })
})
