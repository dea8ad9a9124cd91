// Likelihood tests — scores as odds and in words, rates as one in so many searches.

import { expect, test } from 'vitest'
import { likelihoodOf, oneInMax, oneInOf, timesMax } from './likelihood.ts'

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
  expect(likelihoodOf(score)).toMatchObject({ favors: 'same', strength, times })
})

test('below nothing it speaks for two people, as strongly as above for one', () => {
  expect(likelihoodOf(-6)).toMatchObject({
    favors: 'different',
    strength: 'moderately-strong',
    times: 400,
  })
})

test.each([
  [1, 1],
  [0.4, 2.5],
  [1 / 1_234, 1_200],
  [1e-6, oneInMax],
  [1e-30, oneInMax],
  [0, oneInMax],
])('a rate of %f is one in %f searches', (rate, oneIn) => {
  expect(oneInOf(rate)).toBe(oneIn)
})
