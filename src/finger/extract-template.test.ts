// Extract template tests — drawn minutiae are found in place, and what is no finger is named.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawRidges, scatter } from './drawn-ridges.arbitrary.ts'
import { extractTemplate } from './extract-template.ts'
import { matchTemplates } from './match-templates.ts'
import type { FingerTemplate } from './template/finger-template.ts'
import { thresholds } from './thresholds.ts'

const size = { width: 320, height: 360 }
const places = scatter('places', 18, size.width, size.height)

function templateOf(drawing: Parameters<typeof drawRidges>[0]): FingerTemplate {
  const extracted = extractTemplate(drawRidges(drawing))
  if (!extracted.ok) throw new Error(extracted.issue.code)
  return extracted.value
}

describe('minutiae are found where they were drawn', () => {
  const { minutiae } = templateOf({ ...size, dislocations: places })

  test.each(places)('at $x, $y', ({ x, y }) => {
    expect(Math.min(...minutiae.map((it) => Math.hypot(it.x - x, it.y - y)))).toBeLessThan(8)
  })

  test('and hardly any elsewhere', () => {
    const false_ = minutiae.filter((it) =>
      places.every(({ x, y }) => Math.hypot(it.x - x, it.y - y) >= 8),
    )
    expect(false_.length).toBeLessThanOrEqual(1)
  })

  test('each pointing along the ridges, which run from left to right here', () => {
    for (const { direction } of minutiae) {
      expect(Math.abs(Math.sin((direction * Math.PI) / 128))).toBeLessThan(0.6)
    }
  })

  test('the two senses point opposite ways', () => {
    const towardRight = (sense: number) =>
      places
        .filter((it) => it.sense === sense)
        .flatMap(({ x, y }) => minutiae.filter((it) => Math.hypot(it.x - x, it.y - y) < 8))
        .map((it) => Math.cos((it.direction * Math.PI) / 128) > 0)
    expect(new Set(towardRight(1)).size).toBe(1)
    expect(new Set(towardRight(-1)).size).toBe(1)
    expect(towardRight(1)[0]).not.toBe(towardRight(-1)[0])
  })
})

test('ridges without a minutia are no ground for one', () => {
  expect(extractTemplate(drawRidges({ ...size, dislocations: [] }))).toEqual({
    ok: false,
    issue: { code: 'finger.no-ridges' },
  })
})

describe('the same finger is recognized', () => {
  const first = templateOf({ ...size, dislocations: places, noise: 25 })
  const other = templateOf({ ...size, dislocations: scatter('others', 18, 320, 360), noise: 25 })

  test.each([
    ['shifted', { shiftX: 22 }],
    ['turned by 20°', { turn: 0.35 }],
    ['turned the other way', { turn: -0.5 }],
    ['noisier', { noise: 60 }],
  ])('%s', (_, change) => {
    const again = templateOf({ ...size, dislocations: places, noise: 25, ...change })
    expect(matchTemplates(first, again)).toBeGreaterThan(thresholds.fingerFmr10000 + 2)
    expect(matchTemplates(first, again)).toBeGreaterThan(matchTemplates(other, again) + 4)
  })

  test('at 1000 dpi', () => {
    const doubled = places.map((it) => ({ ...it, x: 2 * it.x, y: 2 * it.y }))
    const again = templateOf({
      width: 640,
      height: 720,
      dislocations: doubled,
      periodPx: 18,
      dpi: 1000,
    })
    expect(again).toMatchObject({ width: 320, height: 360 })
    expect(matchTemplates(first, again)).toBeGreaterThan(thresholds.fingerFmr10000 + 2)
  })
})

describe('what cannot be a finger is named', () => {
  const plain = (width: number, height: number, dpi: number) => ({
    width,
    height,
    dpi,
    pixels: new Uint8Array(width * height).fill(200),
  })

  test.each([
    [plain(300, 63, 500), { code: 'finger.too-small', width: 300, height: 63 }],
    [plain(120, 300, 1000), { code: 'finger.too-small', width: 60, height: 150 }],
    [plain(1001, 300, 500), { code: 'finger.too-large', width: 1001, height: 300 }],
    [plain(300, 300, 99), { code: 'finger.resolution', dpi: 99 }],
    [plain(300, 300, Number.NaN), { code: 'finger.resolution', dpi: Number.NaN }],
    [plain(300, 300, 500), { code: 'finger.no-ridges' }],
    [plain(64, 64, 500), { code: 'finger.no-ridges' }],
  ])('%#', (image, issue) => {
    expect(extractTemplate(image)).toEqual({ ok: false, issue })
  })

  test('any pixels at all get an answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 64, max: 90 }),
        fc.infiniteStream(fc.nat(255)),
        (side, gray) => {
          const pixels = Uint8Array.from({ length: side * 70 }, () => gray.next().value)
          const extracted = extractTemplate({ width: side, height: 70, dpi: 500, pixels })
          if (!extracted.ok) expect(extracted.issue.code).toBe('finger.no-ridges')
        },
      ),
      { numRuns: 25 },
    )
  })
})
