// Discard curve tests — misses worked out by hand, with good and bad pictures.

import { expect, test } from 'vitest'
import { type Compared, discardedShares, discardOf, shareLeft } from './discard-curve.ts'

const qualities = Array.from({ length: 100 }, (_, i) => i)
const impostor = Array.from({ length: 1_000 }, (_, i) => (i === 0 ? 9 : 0))
const pair = (a: number, b: number, score: number, set = 'one') => ({ set, a, b, score })
const at = (share: (typeof discardedShares)[number]) => discardedShares.indexOf(share)

test('pairs go with their pictures, the worst first, and the threshold stays', () => {
  const genuine = [
    pair(0, 50, -1),
    pair(3, 60, -1),
    pair(7, 8, -1),
    pair(70, 80, -1),
    pair(90, 91, 5),
  ]
  const { threshold, pooled } = discardOf({ qualities, genuine, impostor })
  // One false match in a thousand is the impostor at 9: the next score above all others is 5.
  expect(threshold).toBe(5)
  expect(pooled.missed).toEqual([4, 3, 3, 2, 1, 1])
  expect(pooled.pairs).toEqual([5, 4, 4, 3, 2, 2])
  expect(shareLeft(pooled)[at(0.1)]).toBe(0.25)
})

test('each set has its own curve under the threshold of all', () => {
  const genuine = [pair(0, 1, -1), pair(40, 41, 12), pair(50, 51, -2, 'two')]
  const compared: Compared = { qualities, genuine, impostor }
  const { sets } = discardOf(compared)
  expect(sets.map((it) => [it.set, it.missed[0], it.missed[at(0.01)]])).toEqual([
    ['one', 1, 0],
    ['two', 1, 1],
  ])
})

test('where nothing was missed nothing is left', () => {
  const { pooled } = discardOf({ qualities, genuine: [pair(1, 2, 20)], impostor })
  expect(shareLeft(pooled)).toEqual(discardedShares.map(() => 0))
})
