// Smooth noise, tested — even on average, about one in spread, and alike only to near neighbors.

import { expect, it } from 'vitest'
import { seeded } from '#kit/seeded'
import { smoothNoise } from './smooth-noise.ts'

it('has mean 0 and deviation 1, and forgets itself over a few cells', () => {
  const { values, width } = smoothNoise(seeded('noise'), 400, 400, 8)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const correlation = (lag: number) => {
    let sum = 0
    for (let at = 0; at + lag < values.length; at++) sum += values[at]! * values[at + lag]!
    return sum / (values.length - lag)
  }
  expect(Math.abs(mean)).toBeLessThan(0.1)
  expect(correlation(0)).toBeGreaterThan(0.85)
  expect(correlation(0)).toBeLessThan(1.15)
  expect(correlation(2)).toBeGreaterThan(0.8)
  expect(Math.abs(correlation(40))).toBeLessThan(0.1)
  expect(width).toBe(400)
})
