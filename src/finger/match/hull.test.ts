// Hull tests — corners, inside, and the margin around.

import { expect, test } from 'vitest'
import { hullOf, isNearHull } from './hull.ts'

const square = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
]

test('points inside are no corners', () => {
  const hull = hullOf([...square, { x: 50, y: 50 }, { x: 50, y: 0 }, { x: 1, y: 99 }])
  expect(hull).toHaveLength(4)
  expect(hull).toEqual(expect.arrayContaining(square))
})

test.each([
  [50, 50, true],
  [0, 0, true],
  [110, 50, true],
  [111, 50, false],
  [107, 107, true],
  [108, 108, false],
  [-10, 100, true],
])('within ten px of the square: %i, %i is %s', (x, y, near) => {
  expect(isNearHull(hullOf(square), x, y, 10)).toBe(near)
})

test('fewer than three points have no inside', () => {
  expect(isNearHull([], 0, 0, 10)).toBe(false)
  expect(isNearHull(hullOf([{ x: 0, y: 0 }]), 6, 8, 10)).toBe(true)
  expect(isNearHull(hullOf([{ x: 0, y: 0 }]), 7, 8, 10)).toBe(false)
})
