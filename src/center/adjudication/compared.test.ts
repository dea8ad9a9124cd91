// Compared tests — each finger stands against the one that the search found it to be.

import { expect, test } from 'vitest'
import { comparedOf, isMixedUp } from './compared.ts'

const having = (...positions: number[]) => ({
  fingers: positions.map((position) => ({ position })),
})
const found = (...pairs: (readonly [number, number])[]) =>
  pairs.map(([position, recordedPosition]) => ({ position, recordedPosition, score: 9 }))

test('as labeled where nothing else is on record, the fingers that both have', () => {
  const compared = comparedOf(having(1, 2, 7), { person: having(2, 7, 8), fingers: [] })
  expect([...compared]).toEqual([
    [2, 2],
    [7, 7],
  ])
})

test('hands that were swapped stand against one another, and nothing stands twice', () => {
  const fingers = found([2, 7], [7, 2])
  const compared = comparedOf(having(2, 3, 7), { person: having(2, 7), fingers })
  expect([...compared]).toEqual([
    [2, 7],
    [7, 2],
  ])
  expect(isMixedUp(fingers)).toBe(true)
  expect(isMixedUp(found([2, 2], [7, 7]))).toBe(false)
})

test('a finger that is no longer on record stands against none', () => {
  const compared = comparedOf(having(2, 7), { person: having(2), fingers: found([2, 2], [7, 7]) })
  expect([...compared]).toEqual([[2, 2]])
})
