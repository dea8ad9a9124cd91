// Split — weights fitted to one half of the fingers are measured on the other, never on their own.

import { expect, test } from 'vitest'
import { scoreLowest } from '#finger'
import type { TermPair } from './calibrate.ts'
import { measureAcross } from './split.ts'

/** Genuine pairs whose term is `genuine`, and impostors with its opposite. */
const half = (genuine: number): TermPair[] =>
  Array.from({ length: 20 }, (_, i) => ({
    genuine: i < 10,
    terms: [(i < 10 ? genuine : -genuine) + (i % 5) / 100],
  }))

test('what speaks for one finger in the one half alone speaks against it in the other', () => {
  const { weights, scores } = measureAcross([[half(1), half(-1)]])
  expect(weights[0][1]).toBeGreaterThan(0)
  expect(weights[1][1]).toBeLessThan(0)
  expect(Math.max(...scores[0]!.genuine)).toBeLessThan(0)
  expect(Math.min(...scores[0]!.impostor)).toBeGreaterThan(0)
})

test('what holds in both halves is found by either', () => {
  const { scores } = measureAcross([[half(1), half(1)]])
  expect(Math.min(...scores[0]!.genuine)).toBeGreaterThan(0)
  expect(Math.max(...scores[0]!.impostor)).toBeLessThan(0)
})

test('a pair that the matcher gave up keeps the lowest score', () => {
  const givenUp: TermPair = { genuine: true, terms: undefined }
  const { scores } = measureAcross([[[...half(1), givenUp], half(1)]])
  expect(scores[0]!.genuine.filter((it) => it === scoreLowest)).toHaveLength(1)
})
