// Synthetic finger, tested — the same from the same seed, with ridges as far apart as in skin.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impressionOf } from './impression.ts'
import { growFinger, type SyntheticFinger, syntheticPersonFinger } from './synthetic-finger.ts'

const blockPx = 20

/** Ridge period in each block that is all skin, by how often neighbors differ in sign. */
function periodsOf(finger: SyntheticFinger): number[] {
  const { width, height, relief } = finger
  const periods: number[] = []
  for (let top = 0; top + blockPx < height; top += blockPx) {
    for (let left = 0; left + blockPx < width; left += blockPx) {
      let across = 0
      let down = 0
      let isSkin = true
      for (let row = top; row < top + blockPx; row++) {
        for (let at = row * width + left; at < row * width + left + blockPx; at++) {
          if (relief[at] === 0 && relief[at + 1] === 0) isSkin = false
          if (relief[at]! > 0 !== relief[at + 1]! > 0) across++
          if (relief[at]! > 0 !== relief[at + width]! > 0) down++
        }
      }
      // Every ridge has two flanks, and their length over the block's area is 2 / period.
      if (isSkin) periods.push((2 * blockPx * blockPx) / Math.hypot(across, down))
    }
  }
  return periods
}

const digestOf = (bytes: Uint8Array | Int8Array) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1]!

describe('a synthetic finger', () => {
  it('is the same on every machine, and so are its pictures', () => {
    const finger = growFinger('golden')
    expect(finger.patternClass).toBe('right-loop')
    expect(digestOf(finger.relief)).toBe('6a1423ad7f4801d2')
    expect(digestOf(finger.pores)).toBe('2489c66811b07554')
    expect(digestOf(finger.creases)).toBe('df4acff4f830490d')
    expect(digestOf(impressionOf(finger, 'golden').pixels)).toBe('e1c954664f021725')
  })

  it('is another finger from another seed', () => {
    const [one, other] = [growFinger('one'), growFinger('other')]
    const agree = one.relief.reduce((sum, h, at) => sum + h * other.relief[at]!, 0)
    const itself = one.relief.reduce((sum, h) => sum + h * h, 0)
    expect(Math.abs(agree / itself)).toBeLessThan(0.15)
  })

  it('has skin and ridges 0.35 to 0.6 mm apart, from any seed', () => {
    const isFinger = fc.property(fc.string(), (seed) => {
      const finger = growFinger(seed)
      const periods = periodsOf(finger)
      expect(periods.length).toBeGreaterThan(200)
      expect(median(periods)).toBeGreaterThan(7)
      expect(median(periods)).toBeLessThan(11.8)
    })
    fc.assert(isFinger, { numRuns: 5, seed: 12 })
  })

  it('is wider on the thumb than on the little finger of the same person', () => {
    const [thumb, little] = [syntheticPersonFinger('S01', 1), syntheticPersonFinger('S01', 5)]
    expect(thumb.halfWidth).toBeGreaterThan(little.halfWidth * 1.1)
    expect(median(periodsOf(thumb))).toBeGreaterThan(median(periodsOf(little)))
  })
})
