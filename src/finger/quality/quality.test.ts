// Quality tests — good pictures pass, bad ones are named, and one below the gate always is.

import { describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { type Drawing, drawRidges, scatter } from '../drawn-ridges.arbitrary.ts'
import { examineFinger } from '../examine-finger.ts'
import { extractTemplate } from '../extract-template.ts'
import type { Measures } from './measures.ts'
import { qualityAccepted, qualityOf } from './quality.ts'

const size = { width: 320, height: 360 }
const bowPx = 200
const good: Drawing = { ...size, bowPx, dislocations: scatter('quality', 30, 320, 360), noise: 15 }
const picture = drawRidges(good)

const assess = (image: GrayImage) => examineFinger(image).quality

function changed(image: GrayImage, pixel: (gray: number, x: number, y: number) => number) {
  const pixels = image.pixels.map((gray, i) =>
    Math.max(0, Math.min(255, pixel(gray, i % image.width, Math.floor(i / image.width)))),
  )
  return { ...image, pixels }
}

test('a clear picture is accepted and has no problem', () => {
  const { score, problems } = assess(picture)
  expect(score).toBeGreaterThan(qualityAccepted + 10)
  expect(score).toBeLessThanOrEqual(100)
  expect(problems).toEqual([])
})

test('the template is the one that extraction alone gives', () => {
  expect(examineFinger(picture).template).toEqual(extractTemplate(picture))
})

test('an empty glass is not a finger', () => {
  const empty = { ...size, dpi: 500, pixels: new Uint8Array(320 * 360).fill(230) }
  expect(examineFinger(empty)).toEqual({
    template: { ok: false, issue: { code: 'finger.no-ridges' } },
    quality: { score: 0, problems: ['not-a-finger'] },
  })
})

describe('what is wrong is named', () => {
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

  test('dry on one side and wet on the other is uneven, and worth less', () => {
    const leaning = changed(picture, (gray, x) => (gray < 50 + (x * 170) / 320 ? 30 : 235))
    const { score, problems } = assess(leaning)
    expect(problems).toEqual(['uneven'])
    expect(score).toBeLessThan(assess(picture).score - 20)
  })

  test('few minutiae are too few', () => {
    const bare = drawRidges({ ...good, dislocations: scatter('few', 3, 320, 360) })
    expect(assess(bare).problems).toEqual(['too-few-minutiae'])
  })
})

test('noise lowers the score, and what is unclear has moved', () => {
  const noisy = assess(drawRidges({ ...good, noise: 130 }))
  expect(noisy.score).toBeLessThan(assess(picture).score - 15)
  expect(noisy.problems).toContain('moved')
})

describe('by its measures', () => {
  const best: Measures = {
    trusted: 30,
    skinMm2: 200,
    clarity: 0.7,
    ridgeShare: 0.45,
    unevenness: 0.08,
    coherence: 0.96,
    bend: 0.6,
  }

  test('the best picture has 100', () => {
    expect(qualityOf(best)).toEqual({ score: 100, problems: [] })
  })

  test.each([
    ['trusted', 12.5],
    ['skinMm2', 90],
    ['clarity', 0.3],
    ['unevenness', 0.15],
  ] as const)('half of what the best have of %s counts like half of any other', (name, value) => {
    expect(qualityOf({ ...best, [name]: value }).score).toBe(Math.round(100 * 0.5 ** 0.25))
  })

  test.each([
    ['ridges that are not clear anywhere', { clarity: 0.19 }],
    ['lines that end at each other', { coherence: 0.8 }],
    ['much skin without a bend', { bend: 0.03 }],
  ])('%s are not a finger’s', (_, change) => {
    expect(qualityOf({ ...best, ...change })).toEqual({ score: 0, problems: ['not-a-finger'] })
  })

  test('a small piece of skin may be straight', () => {
    expect(qualityOf({ ...best, skinMm2: 80, bend: 0.03 }).problems).toEqual(['too-small'])
  })

  test('below the gate the weakest point is named where nothing is plainly wrong', () => {
    const middling = { ...best, trusted: 10, skinMm2: 100, clarity: 0.41, unevenness: 0.15 }
    const { score, problems } = qualityOf(middling)
    expect(score).toBeLessThan(qualityAccepted)
    expect(problems).toEqual(['too-few-minutiae'])
  })
})
