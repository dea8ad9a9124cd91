// Regression tests — weights are found again from samples drawn with known ones.

import { expect, test } from 'vitest'
import { seeded } from '#kit/seeded'
import { fitWeights } from './regression.ts'

test('the log-odds of two bells are found', () => {
  const chance = seeded('bells')
  const samples = Array.from({ length: 20_000 }, (_, i) => {
    const genuine = i % 2 === 0
    return { terms: [1, 10 + 2 * chance.normal() + (genuine ? 3 : 0)], genuine, weight: 1 }
  })
  const [bias, weight] = fitWeights(samples)
  // Bells 3 apart with deviation 2: the slope is 3 ÷ 4, and the odds are even halfway, at 11.5.
  expect(weight).toBeCloseTo(0.75, 1)
  expect(-bias! / weight!).toBeCloseTo(11.5, 1)
})

test('a term that tells nothing gets no weight, and bells apart do not run away', () => {
  const chance = seeded('apart')
  const samples = Array.from({ length: 400 }, (_, i) => ({
    terms: [1, i % 2 === 0 ? 5 : 1, chance.normal()],
    genuine: i % 2 === 0,
    weight: 1,
  }))
  const [, telling, idle] = fitWeights(samples)
  expect(telling).toBeGreaterThan(0.5)
  expect(telling).toBeLessThan(20)
  expect(Math.abs(idle!)).toBeLessThan(0.3)
})
