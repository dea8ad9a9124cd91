// Match templates tests — a finger is like itself however it lies, and like no stranger.

import { describe, expect, test } from 'vitest'
import { movedTemplate, strewnTemplate } from './drawn-ridges.arbitrary.ts'
import { scoreLowest } from './match/score.ts'
import { matchTemplates, pairedMinutiae } from './match-templates.ts'
import type { FingerTemplate } from './template/finger-template.ts'
import { thresholds } from './thresholds.ts'

const finger = strewnTemplate('finger')
const strangers = Array.from({ length: 12 }, (_, i) => strewnTemplate(`stranger ${i}`))

describe('a finger is like itself', () => {
  test.each([
    [0, 0, 0],
    [10, 15, -20],
    [-20, 0, 40],
    [40, -30, 10],
  ])('turned by %i of 256, shifted by %i and %i', (turn, dx, dy) => {
    const again = movedTemplate(finger, turn, dx, dy)
    const { score, pairs } = pairedMinutiae(finger, again)
    expect(score).toBeGreaterThan(thresholds.fingerFmr10000 + 5)
    expect(pairs.every(([a, b]) => a === b)).toBe(true)
    expect(pairs.length).toBeGreaterThan(0.9 * finger.minutiae.length)
  })

  test('although a third of the minutiae is missing on each side', () => {
    const part = (keep: (i: number) => boolean) => ({
      ...finger,
      minutiae: finger.minutiae.filter((_, i) => keep(i)),
    })
    const score = matchTemplates(
      part((i) => i % 3 !== 0),
      movedTemplate(
        part((i) => i % 3 !== 1),
        5,
        3,
        3,
      ),
    )
    expect(score).toBeGreaterThan(Math.max(...strangers.map((it) => matchTemplates(finger, it))))
  })
})

test('strangers stay below the threshold', () => {
  for (const it of strangers) {
    expect(matchTemplates(finger, it)).toBeLessThan(thresholds.fingerFmr10000)
  }
})

test('who comes first hardly matters', () => {
  const again = movedTemplate(finger, 7, 4, 9)
  const there = matchTemplates(finger, again)
  const back = matchTemplates(again, finger)
  expect(Math.abs(there - back)).toBeLessThan(0.15 * there)
})

test('the same two prints always get the same score', () => {
  const [a, b] = [strangers[0]!, strangers[1]!]
  expect(matchTemplates(a, b)).toBe(matchTemplates(structuredClone(a), structuredClone(b)))
})

describe('a print with hardly anything in it matches nothing', () => {
  const few = (count: number): FingerTemplate => ({
    ...finger,
    minutiae: finger.minutiae.slice(0, count),
  })

  test.each([0, 1, 2])('%i minutiae', (count) => {
    expect(pairedMinutiae(few(count), finger)).toEqual({ score: scoreLowest, pairs: [] })
    expect(matchTemplates(few(count), few(count))).toBe(scoreLowest)
  })
})

test('all minutiae in one place are no fingerprint', () => {
  const heap = {
    ...finger,
    minutiae: finger.minutiae.map((it) => ({ ...it, x: 100, y: 100, direction: 0 })),
  }
  expect(Number.isFinite(matchTemplates(heap, heap))).toBe(true)
  expect(matchTemplates(heap, finger)).toBeLessThan(thresholds.fingerFmr10000)
})
