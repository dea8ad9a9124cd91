// Likelihood — scores as odds, in words, and what chance alone would yield.

import { expect, test } from 'vitest'
import { likelihoodOf, timesMax } from './likelihood.ts'

test.each([
  [0, 'none', 1],
  [Math.log(2), 'weak', 2],
  [Math.log(99), 'moderate', 99],
  [6, 'moderately-strong', 400],
  [Math.log(9_900), 'strong', 9_900],
  [10, 'very-strong', 22_000],
  [16, 'extremely-strong', 8_900_000],
  [99, 'extremely-strong', timesMax],
] as const)('a score of %f is %s support, %d times', (score, strength, times) => {
  expect(likelihoodOf(score, 0)).toMatchObject({ favors: 'same', strength, times })
})

test('below nothing it speaks for two people, as strongly as above for one', () => {
  expect(likelihoodOf(-6, 0)).toMatchObject({
    favors: 'different',
    strength: 'moderately-strong',
    times: 400,
  })
})

test('chance grows with the people searched, and never beyond all of them', () => {
  expect(likelihoodOf(Math.log(1_000), 2_000).byChanceMax).toBeCloseTo(2)
  expect(likelihoodOf(Math.log(1_000), 10).byChanceMax).toBeCloseTo(0.01)
  expect(likelihoodOf(-3, 10).byChanceMax).toBe(10)
})
