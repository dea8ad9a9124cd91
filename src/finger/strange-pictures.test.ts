// Strange pictures tests — what is no finger, or half of one, is not kept and is taken for nobody.

import { beforeAll, describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { examineFinger } from './examine-finger.ts'
import { matchProbes, type Probe, prepareProbe } from './match-templates.ts'
import { qualityAccepted } from './quality/quality.ts'
import * as strange from './strange-pictures.arbitrary.ts'
import { impressionOf } from './synthetic/impression.ts'
import { growFinger } from './synthetic/synthetic-finger.ts'
import { thresholds } from './thresholds.ts'

const fingersCount = 10
const impressionsEach = 5
const growingMs = 240_000

/** Prints of ten fingers that nobody has, five of each: fifty to be mistaken for. */
const prints: { finger: number; image: GrayImage; probe: Probe }[] = []

beforeAll(() => {
  for (let finger = 0; finger < fingersCount; finger++) {
    const grown = growFinger(`strange ${finger}`)
    for (let press = 0; press < impressionsEach; press++) {
      const image = impressionOf(grown, `${press}`)
      const { template } = examineFinger(image)
      if (!template.ok) throw new Error(template.issue.code)
      prints.push({ finger, image, probe: prepareProbe(template.value) })
    }
  }
}, growingMs)

/**
 * The highest score with these. Where they are all others' and the picture is a print, there are
 * hundreds of comparisons: one above what one impostor in 1,000 reaches would be no surprise.
 */
function highestScore(image: GrayImage, compared: readonly { probe: Probe }[] = prints): number {
  const { template } = examineFinger(image)
  if (!template.ok) return Number.NEGATIVE_INFINITY
  const probe = prepareProbe(template.value)
  return Math.max(...compared.map((it) => matchProbes(probe, it.probe)))
}

test('the fifty prints are good ones', () => {
  const good = prints.filter((it) => examineFinger(it.image).quality.score >= qualityAccepted)
  expect(good.length).toBeGreaterThanOrEqual(45)
})

describe('what is no finger is told so, and is nobody', () => {
  test.each([
    ['a white page', strange.blank(255)],
    ['a black one', strange.blank(0)],
    ['a gray one', strange.blank(128)],
    ['an empty glass', strange.emptyGlass()],
    ['fine noise', strange.noise(1)],
    ['noise as fine as ridges', strange.noise(4)],
    ['noise as wide as ridges', strange.noise(9)],
    ['small print', strange.text(1)],
    ['letters as high as two ridges', strange.text(2)],
    ['letters as high as three', strange.text(3)],
    ['headlines', strange.text(6)],
    ['a part of a palm', strange.palm()],
    ['a whole hand', strange.hand()],
  ])('%s', (_, image) => {
    expect(examineFinger(image).quality).toEqual({ score: 0, problems: ['not-a-finger'] })
    expect(highestScore(image)).toBeLessThan(thresholds.fingerFmr1000)
  })

  test('a face is not good enough to be kept, and nobody’s finger', () => {
    const { score, problems } = examineFinger(strange.photo()).quality
    expect(score).toBeLessThan(qualityAccepted)
    expect(problems).not.toEqual([])
    expect(highestScore(strange.photo())).toBeLessThan(thresholds.fingerFmr1000)
  })
})

describe('a mirrored print', () => {
  const mirrored = () =>
    prints
      .filter((_, i) => i % impressionsEach === 0)
      .map((it) => ({ ...it, image: strange.mirrored(it.image) }))

  test('is not the finger that it mirrors', () => {
    for (const { finger, image } of mirrored()) {
      const own = prints.filter((it) => it.finger === finger)
      expect(highestScore(image, own)).toBeLessThan(thresholds.fingerFmr1000)
    }
  })

  test('is no other finger either', () => {
    for (const { image } of mirrored()) {
      expect(highestScore(image)).toBeLessThan(thresholds.fingerFmr10000)
    }
  })
})

describe('a half of a print is worth less than the whole, and no other finger’s', () => {
  test.each([
    ['left', (x: number) => x < 160],
    ['right', (x: number) => x >= 160],
    ['upper', (_: number, y: number) => y < 200],
    ['lower', (_: number, y: number) => y >= 200],
  ])('the %s half', (_, keeps) => {
    for (const { finger, image } of prints.filter((_, i) => i % impressionsEach === 0)) {
      const half = strange.partOf(image, keeps)
      expect(examineFinger(half).quality.score).toBeLessThan(examineFinger(image).quality.score)
      expect(
        highestScore(
          half,
          prints.filter((it) => it.finger !== finger),
        ),
      ).toBeLessThan(thresholds.fingerFmr10000)
    }
  })
})
