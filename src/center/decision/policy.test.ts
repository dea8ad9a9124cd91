// Policy tests — the scores rise with the gallery, as far as the rate asks, and no higher.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policyFor, falsePositiveRateUsual as rate } from './policy.ts'

test('in a small gallery a human looks from 6, and the machine is certain from 16', () => {
  expect(policyFor({ people: 1, fingers: 10, rate })).toEqual({
    adjudicateScoreMin: 6,
    duplicateScoreMin: 16,
  })
})

test('ten times as many people ask for the same more each time, and so does a tenth of the rate', () => {
  const at = (people: number, wanted = rate) =>
    policyFor({ people, fingers: 10, rate: wanted }).adjudicateScoreMin
  const more = at(1_000_000) - at(100_000)
  expect(more).toBeGreaterThan(0)
  expect(at(10_000_000) - at(1_000_000)).toBeCloseTo(more, 9)
  expect(at(1_000_000, rate / 10) - at(1_000_000)).toBeCloseTo(more, 9)
})

test('doubt begins below certainty, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (people, fingers, oneIn) => {
        const policy = policyFor({ people, fingers, rate: 1 / oneIn })
        expect(policy.adjudicateScoreMin).toBeLessThan(policy.duplicateScoreMin)
        expect(policy.adjudicateScoreMin).toBeGreaterThanOrEqual(6)
      },
    ),
  )
})
