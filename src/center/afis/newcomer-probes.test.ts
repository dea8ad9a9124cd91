// Newcomer probes tests — the same person is made ready once, another one never taken for them.

import { expect, test } from 'vitest'
import { comesAgain } from '../../../test/support/strewn-people.ts'
import { createNewcomerProbes } from './newcomer-probes.ts'
import { storedFingers } from './plan.ts'

const stored = (person: number) => storedFingers(comesAgain(person, [2, 7]))

test('the same fingers are made ready once, while they are among the last few', () => {
  const probesOf = createNewcomerProbes(2)
  const first = probesOf(stored(1))
  expect([...first.keys()]).toEqual([2, 7])
  expect(probesOf(stored(1))).toBe(first)
  const other = probesOf(stored(2))
  expect(other).not.toBe(first)
  expect(probesOf(stored(1))).toBe(first)
  probesOf(stored(3))
  expect(probesOf(stored(1))).not.toBe(first)
})

test('with a finger less, or one at another position, it is somebody else', () => {
  const probesOf = createNewcomerProbes()
  const whole = stored(1)
  const first = probesOf(whole)
  expect(probesOf(new Map([...whole].slice(0, 1)))).not.toBe(first)
  const [[, one], [, two]] = [...whole] as [[number, Uint8Array], [number, Uint8Array]]
  expect(
    probesOf(
      new Map([
        [2, one],
        [8, two],
      ]),
    ),
  ).not.toBe(first)
  expect(
    probesOf(
      new Map([
        [2, two],
        [7, one],
      ]),
    ),
  ).not.toBe(first)
})
