// Search times tests — counted by how long they took, and by when they ended.

import { expect, test } from 'vitest'
import { createSearchWatch, noSearches, searchSecondsBounds } from './search-times.ts'

const bounds: readonly number[] = searchSecondsBounds

test('each search is counted in every bound that it kept, and in the minute in which it ended', () => {
  const time = { now: 0 }
  const watch = createSearchWatch(() => time.now)
  expect(watch.times).toEqual(noSearches)
  for (const ms of [20, 400, 90_000]) watch.took(ms)
  const { within, count, secondsSum, lastMinute, medianMs, slowestMs } = watch.times
  const withinOf = (bound: number) => within[bounds.indexOf(bound)]
  expect([withinOf(0.01), withinOf(0.025), withinOf(0.5), withinOf(60)]).toEqual([0, 1, 2, 2])
  expect({ count, secondsSum, lastMinute, medianMs, slowestMs }).toEqual({
    ...{ count: 3, secondsSum: 90.42, lastMinute: 3, medianMs: 400, slowestMs: 90_000 },
  })
  time.now = 59_000
  watch.took(10)
  expect(watch.times.lastMinute).toBe(4)
  time.now = 60_000
  expect(watch.times.lastMinute).toBe(1)
  time.now = 10 * 60_000
  expect(watch.times).toMatchObject({ count: 4, lastMinute: 0 })
})

test('the latest alone say how long a search takes now', () => {
  const watch = createSearchWatch(() => 0)
  watch.took(60_000)
  for (let nth = 0; nth < 64; nth++) watch.took(nth)
  expect(watch.times).toMatchObject({ count: 65, medianMs: 32, slowestMs: 63 })
})
