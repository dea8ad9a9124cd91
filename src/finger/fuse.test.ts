// Fuse tests — what several fingers say together.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuseFingers } from './fuse.ts'
import { scoreLowest } from './match/score.ts'
import { thresholds } from './thresholds.ts'

const score = fc.double({ min: scoreLowest, max: 60, noNaN: true })

test('no finger says nothing', () => {
  expect(fuseFingers([])).toBe(0)
})

test('one finger, however alike, is never certain of a person; two can be', () => {
  expect(fuseFingers([1_000])).toBeGreaterThan(thresholds.personAdjudicateMin)
  expect(fuseFingers([1_000])).toBeLessThan(thresholds.personDuplicateMin)
  expect(fuseFingers([1_000, 1_000])).toBeGreaterThan(thresholds.personDuplicateMin)
})

test('one finger alike among nine that are not is no person alike', () => {
  expect(fuseFingers([60, ...Array.from({ length: 9 }, () => scoreLowest)])).toBeLessThan(0)
})

test('half of the fingers of somebody else are noticed', () => {
  const halves = [...Array.from({ length: 5 }, () => 20), ...Array.from({ length: 5 }, () => -6)]
  expect(fuseFingers(halves)).toBeGreaterThan(thresholds.personDuplicateMin)
})

test('the order of fingers changes nothing, and a better finger never lowers the sum', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 10 }), score, score, (scores, a, b) => {
      expect(fuseFingers(scores.toReversed())).toBeCloseTo(fuseFingers(scores), 9)
      expect(fuseFingers([...scores, Math.max(a, b)])).toBeGreaterThanOrEqual(
        fuseFingers([...scores, Math.min(a, b)]),
      )
    }),
  )
})

test('doubt begins below certainty', () => {
  expect(thresholds.fingerFmr1000).toBeLessThan(thresholds.fingerFmr10000)
  expect(thresholds.personAdjudicateMin).toBeGreaterThan(thresholds.fingerFmr10000)
  expect(thresholds.personDuplicateMin).toBeGreaterThan(thresholds.personAdjudicateMin)
})
