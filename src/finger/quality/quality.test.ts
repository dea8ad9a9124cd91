// Quality tests — good pictures pass, bad ones are named.

import { describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { type Drawing, drawRidges, scatter } from '../drawn-ridges.arbitrary.ts'
import { extractTemplate } from '../extract-template.ts'
import { assessQuality, qualityAccepted } from './quality.ts'

const size = { width: 320, height: 360 }
const good: Drawing = { ...size, dislocations: scatter('quality', 30, 320, 360), noise: 15 }

function assess(image: GrayImage) {
  const extracted = extractTemplate(image)
  return assessQuality(image, extracted.ok ? extracted.value : undefined)
}

function changed(image: GrayImage, pixel: (gray: number, x: number, y: number) => number) {
  const pixels = image.pixels.map((gray, i) =>
    Math.max(0, Math.min(255, pixel(gray, i % image.width, Math.floor(i / image.width)))),
  )
  return { ...image, pixels }
}

test('a clear picture is accepted and has no problem', () => {
  const { score, problems } = assess(drawRidges(good))
  expect(score).toBeGreaterThan(qualityAccepted + 10)
  expect(score).toBeLessThanOrEqual(100)
  expect(problems).toEqual([])
})

test('an empty glass is not a finger', () => {
  const empty = { ...size, dpi: 500, pixels: new Uint8Array(320 * 360).fill(230) }
  expect(assess(empty)).toEqual({ score: 0, problems: ['not-a-finger'] })
})

describe('what is wrong is named', () => {
  const picture = drawRidges(good)

  test('a corner of a finger is too small', () => {
    const corner = changed(picture, (gray, x, y) => (x < 120 && y < 130 ? gray : 255))
    const { score, problems } = assess(corner)
    expect(problems).toContain('too-small')
    expect(score).toBeLessThan(qualityAccepted)
  })

  test('thin ridges are dry, thin valleys wet', () => {
    expect(assess(changed(picture, (gray) => (gray < 70 ? 40 : 240))).problems).toContain('too-dry')
    expect(assess(changed(picture, (gray) => (gray < 200 ? 20 : 230))).problems).toContain(
      'too-wet',
    )
  })

  test('few minutiae are too few', () => {
    const bare = drawRidges({ ...good, dislocations: scatter('few', 3, 320, 360) })
    expect(assess(bare).problems).toEqual(['too-few-minutiae'])
  })
})

test('noise lowers the score', () => {
  const noisy = assess(drawRidges({ ...good, noise: 110 }))
  expect(noisy.score).toBeLessThan(assess(drawRidges(good)).score - 8)
})
