// Impression, tested — pictures of one finger differ, are in bounds, and show ridges on glass.

import { describe, expect, it } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { impressionOf } from './impression.ts'
import { growFinger } from './synthetic-finger.ts'

const finger = growFinger('impressions')

/** The part of the picture that skin covers: where a small window holds both dark and light. */
function coveredShare({ width, height, pixels }: GrayImage): number {
  let covered = 0
  let windows = 0
  for (let top = 0; top + 12 <= height; top += 12) {
    for (let left = 0; left + 12 <= width; left += 12) {
      let darkest = 255
      for (let row = top; row < top + 12; row++) {
        for (let at = row * width + left; at < row * width + left + 12; at++) {
          darkest = Math.min(darkest, pixels[at]!)
        }
      }
      windows++
      if (darkest < 140) covered++
    }
  }
  return covered / windows
}

describe('an impression of a synthetic finger', () => {
  it('is the same picture from the same seed, and another from another', () => {
    const first = impressionOf(finger, 'first visit')
    expect(impressionOf(finger, 'first visit')).toEqual(first)
    const second = impressionOf(finger, 'second visit')
    const changed = first.pixels.filter((gray, at) => Math.abs(gray - second.pixels[at]!) > 40)
    expect(changed.length / first.pixels.length).toBeGreaterThan(0.1)
  })

  it('is as large as asked, with the finger on it at any resolution', () => {
    const usual = impressionOf(finger, 'size')
    expect([usual.width, usual.height, usual.dpi]).toEqual([320, 400, 500])
    const double = impressionOf(finger, 'size', { width: 640, height: 800, dpi: 1_000 })
    expect(double.pixels.length).toBe(640 * 800)
    expect(coveredShare(double)).toBeCloseTo(coveredShare(usual), 1)
  })

  it('shows ridges on much of the glass and light glass in the corner, easy or hard', () => {
    for (const difficulty of [0, 0.4, 0.7, 1]) {
      for (let visit = 0; visit < 6; visit++) {
        const picture = impressionOf(finger, `visit ${visit}`, { difficulty })
        expect(coveredShare(picture)).toBeGreaterThan(0.25)
        expect(coveredShare(picture)).toBeLessThan(0.95)
        expect(picture.pixels[0]).toBeGreaterThan(170)
      }
    }
  })

  it('covers less glass the harder it is', () => {
    const mean = (difficulty: number) => {
      const visits = Array.from({ length: 12 }, (_, visit) =>
        coveredShare(impressionOf(finger, `${visit}`, { difficulty })),
      )
      return visits.reduce((sum, share) => sum + share, 0) / visits.length
    }
    expect(mean(1)).toBeLessThan(mean(0))
  })

  it('refuses a picture that no sensor gives', () => {
    expect(() => impressionOf(finger, 'x', { width: 0 })).toThrow('a picture fits')
    expect(() => impressionOf(finger, 'x', { difficulty: 2 })).toThrow('difficulty')
  })
})
