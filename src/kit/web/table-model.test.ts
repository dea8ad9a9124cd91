// Table model — order and search over rows.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextSort, searched, sorted, windowOf } from './table-model.ts'

interface Guest {
  readonly name: string
  readonly age: number | null
  readonly number: string
}

const guests: readonly Guest[] = [
  { name: 'Siti Aminah', age: 17, number: '1606 9957 0899 0001' },
  { name: 'Beni', age: null, number: '1606 9901 0100 0002' },
  { name: 'äti', age: 3, number: '1606 9901 0100 0010' },
]
const columns = [
  { key: 'name', value: (it: Guest) => it.name },
  { key: 'age', value: (it: Guest) => it.age },
  { key: 'number', value: (it: Guest) => it.number },
]
const names = (rows: readonly Guest[]) => rows.map((it) => it.name)

describe('a search', () => {
  test.each([
    ['', ['Siti Aminah', 'Beni', 'äti']],
    ['  aminah SITI ', ['Siti Aminah']],
    ['siti 17', ['Siti Aminah']],
    ['1606995708990001', ['Siti Aminah']],
    ['1606 9957', ['Siti Aminah']],
    ['nobody', []],
  ])('for %j', (text, found) => {
    expect(names(searched(guests, columns, text))).toEqual(found)
  })
})

describe('an order', () => {
  const by = (key: string, descending: boolean) =>
    names(sorted(guests, columns, { key, descending }, 'id-ID'))

  test('is that of the alphabet, marks aside', () => {
    expect(by('name', false)).toEqual(['äti', 'Beni', 'Siti Aminah'])
  })

  test('of numbers is by size, and who has none comes last either way', () => {
    expect(by('age', false)).toEqual(['äti', 'Siti Aminah', 'Beni'])
    expect(by('age', true)).toEqual(['Siti Aminah', 'äti', 'Beni'])
  })

  test('leaves the rows that came in alone', () => {
    sorted(guests, columns, { key: 'name', descending: false }, 'id-ID')
    expect(names(guests)).toEqual(['Siti Aminah', 'Beni', 'äti'])
    expect(sorted(guests, columns, undefined, 'id-ID')).toBe(guests)
  })

  test('goes up, then down, then back', () => {
    const up = nextSort(undefined, 'name')
    const down = nextSort(up, 'name')
    expect([up?.descending, down?.descending, nextSort(down, 'name')]).toEqual([
      false,
      true,
      undefined,
    ])
    expect(nextSort(down, 'age')).toEqual({ key: 'age', descending: false })
  })
})

test('every row that can be seen is drawn, however one scrolls', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 60_000 }),
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 0, max: 1_000 }),
      (scrolled, view, count) => {
        const { first, end } = windowOf(scrolled, view, 48, count)
        const top = Math.min(Math.max(0, scrolled), Math.max(0, count * 48 - view))
        expect(first * 48).toBeLessThanOrEqual(top)
        expect(end === count || end * 48 >= top + view).toBe(true)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(count)
        expect(end - first).toBeLessThanOrEqual(Math.ceil(view / 48) + 18)
      },
    ),
  )
})
