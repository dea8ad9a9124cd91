// Figures tests — error rates worked out by hand.

import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'

test('scores that do not overlap have no errors', () => {
  const figures = figuresOf({ genuine: [5, 6, 7], impostor: [1, 2, 3] })
  expect(figures).toMatchObject({ eer: 0, fmr100: 0, fmr1000: 0, fmr10000: 0 })
  expect(figures.thresholdFmr10000).toBe(5)
})

test('one impostor of four above one genuine of four', () => {
  const figures = figuresOf({ genuine: [2, 10, 11, 12], impostor: [0, 1, 1, 3] })
  expect(figures.eer).toBe(0.25)
  expect(figures.fmr100).toBe(0.25)
  expect(figures.thresholdFmr1000).toBe(10)
})

test('a threshold lets pass the score that equals it', () => {
  const figures = figuresOf({ genuine: [5, 5, 5, 5], impostor: [5, 0, 0, 0] })
  expect(figures.fmr100).toBe(1)
  expect(figures.thresholdFmr1000).toBe(6)
})

test('between two crossing ends the one with the smaller sum counts', () => {
  // At 3: no genuine missed, half of the impostors pass. At 4: a fifth missed, none pass.
  const figures = figuresOf({ genuine: [3, 4, 4, 4, 4], impostor: [3, 1] })
  expect(figures.eer).toBeCloseTo(0.1, 12)
})

test('a hundred impostors carry no false match of one in a thousand', () => {
  const impostor = Array.from({ length: 100 }, (_, i) => i)
  const figures = figuresOf({ genuine: [98.5, 200], impostor })
  expect(figures.fmr100).toBe(0)
  expect(figures.fmr1000).toBe(0.5)
})
