// Every second tap tests — a filter of few taps does to a smoothed picture what the whole one did.

import { expect, test } from 'vitest'
import { everySecondTap } from './every-second-tap.ts'

const side = 23
const taps = 11
const share = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]

/** What taps are to the picture before it was smoothed. */
function spread(weights: ArrayLike<number>): Float64Array {
  const whole = new Float64Array(side * side)
  for (let i = 0; i < weights.length; i++) {
    for (let k = 0; k < 25; k++) {
      const x = 2 * (i % taps) + (k % 5) - 1
      const y = 2 * Math.floor(i / taps) + Math.floor(k / 5) - 1
      if (x < 0 || y < 0 || x >= side || y >= side) continue
      whole[y * side + x]! += weights[i]! * share[k % 5]! * share[Math.floor(k / 5)]!
    }
  }
  return whole
}

const length = (values: Float64Array) => Math.hypot(...values)

test('what is made of taps is taken apart into them', () => {
  const one = new Float64Array(taps * taps)
  one[3 * taps + 7] = 2
  const found = everySecondTap(side, taps)(spread(one))
  expect(length(found.map((it, i) => it - one[i]!))).toBeLessThan(1e-9)
})

test.each([
  ['along the rows', 0, 9, 0.06],
  ['slanting', 0.4, 9, 0.06],
  ['down the columns and narrow', Math.PI / 2, 7, 0.12],
])('a wave under a hill, %s, comes out nearly the same', (_, direction, period, most) => {
  const filter = Float64Array.from({ length: side * side }, (_, i) => {
    const x = (i % side) - 11
    const y = Math.floor(i / side) - 11
    const across = -x * Math.sin(direction) + y * Math.cos(direction)
    const hill = Math.exp(-(x * x + y * y) / 2 / 4 ** 2)
    return hill * Math.cos((2 * Math.PI * across) / period)
  })
  const again = spread(everySecondTap(side, taps)(filter))
  expect(length(again.map((it, i) => it - filter[i]!))).toBeLessThan(most * length(filter))
})
