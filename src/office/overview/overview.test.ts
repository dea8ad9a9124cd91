// Overview test — spans and ages become figures.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageBandOf, barCount, counterFigureOf, stageFiguresOf, stagesInOrder } from './overview.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

describe('the time at the counter', () => {
  test('is told beside the promise', () => {
    const spans = [4, 7, 7, 10, 25].map((minutes) => minutes * minuteMs)
    expect(counterFigureOf(spans, 10)).toMatchObject({
      served: 5,
      withinPromise: 4,
      averageMs: 10.6 * minuteMs,
      medianMs: 7 * minuteMs,
      longestMs: 25 * minuteMs,
    })
    expect(counterFigureOf([10 * minuteMs + 1], 10).withinPromise).toBe(0)
  })

  test('has a bar for every visit, the longest in the last one', () => {
    const { perMinute } = counterFigureOf([0, minuteMs - 1, minuteMs, 90 * minuteMs], 10)
    expect(perMinute.slice(0, 3)).toEqual([2, 1, 0])
    expect(perMinute.at(-1)).toBe(1)
    fc.assert(
      fc.property(fc.array(fc.nat(3 * 60 * minuteMs)), (spans) => {
        const figure = counterFigureOf(spans, 10)
        expect(figure.perMinute).toHaveLength(barCount)
        expect(figure.perMinute.reduce((all, it) => all + it, 0)).toBe(spans.length)
      }),
    )
  })

  test('of nobody is nothing, not nought', () => {
    expect(counterFigureOf([], 10)).toMatchObject({ served: 0, averageMs: null, medianMs: null })
  })
})

describe('who waits', () => {
  test('is counted by stage and age, every stage in the order of the journey', () => {
    const now = 100 * dayMs
    const figures = stageFiguresOf(
      [
        { at: 'village', sinceMs: now - 10 * dayMs },
        { at: 'village', sinceMs: now - 2 * dayMs },
        { at: 'printing', sinceMs: now },
      ],
      now,
    )
    expect(figures.map((it) => it.at)).toEqual(stagesInOrder)
    expect(figures.find((it) => it.at === 'village')).toEqual({
      at: 'village',
      count: 2,
      oldestSinceMs: now - 10 * dayMs,
      ages: { day: 0, days: 1, week: 0, older: 1 },
    })
    expect(figures.find((it) => it.at === 'queue')).toMatchObject({ count: 0, oldestSinceMs: null })
  })

  test('is older at the end of a day, not before', () => {
    expect(ageBandOf(0, dayMs - 1)).toBe('day')
    expect(ageBandOf(0, dayMs)).toBe('days')
    expect(ageBandOf(0, 3 * dayMs)).toBe('week')
    expect(ageBandOf(0, 7 * dayMs)).toBe('older')
  })
})
