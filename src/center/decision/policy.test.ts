// Policy tests — the scores rise with the gallery, as far as the rate asks, and no higher.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fprOf, policyFor, falsePositiveRateUsual as rate } from './policy.ts'

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

test.each([
  [1_000_000, 10],
  [1_000_000, 1],
  [20_000_000, 4],
])('at its threshold a score of %i people says the rate that was asked for', (people, fingers) => {
  for (const asked of [rate, 1 / 100, 1 / 50_000]) {
    const { adjudicateScoreMin } = policyFor({ people, fingers, rate: asked })
    expect(adjudicateScoreMin).toBeGreaterThan(6)
    expect(fprOf(adjudicateScoreMin, { people, fingers }) / asked).toBeCloseTo(1, 9)
  }
})

test('where the threshold is held up by its floor, strangers reach it more rarely than asked', () => {
  const searched = { people: 10, fingers: 10 }
  const { adjudicateScoreMin, duplicateScoreMin } = policyFor({ ...searched, rate })
  expect(fprOf(adjudicateScoreMin, searched)).toBeLessThan(rate)
  expect(fprOf(duplicateScoreMin, searched)).toBeLessThan(rate / 1_000)
})

test('a higher score is rarer, more people make it likelier, and never more than each search', () => {
  const searched = { people: 1_000_000, fingers: 10 }
  expect(fprOf(10 + 1.3, searched) / fprOf(10, searched)).toBeCloseTo(1 / 10, 9)
  expect(fprOf(12, { ...searched, people: 2_000_000 }) / fprOf(12, searched)).toBeCloseTo(2, 9)
  expect(fprOf(-20, searched)).toBe(1)
  expect(fprOf(20, { people: 0, fingers: 10 })).toBe(fprOf(20, { people: 1, fingers: 10 }))
})
