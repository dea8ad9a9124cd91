import { describe, expect, test } from 'vitest'
import { pathAfterSignIn, rowsFor, type SignedRow, startPathOf } from './signed-rows.tsx'

const load = async () => ({ Page: () => null })
const named = (name: string) => ({ id: name, en: name })
const rows: readonly SignedRow[] = [
  { path: '/work/a/:itemId', roles: ['baker'], load },
  { path: '/work/a', roles: ['baker', 'chief'], title: named('a'), load },
  { path: '/work/b', roles: ['chief'], title: named('b'), load },
]

describe('a role', () => {
  test('enters its own pages, also those that stand in no navigation', () => {
    expect(rowsFor('baker', rows).map(({ path }) => path)).toEqual(['/work/a/:itemId', '/work/a'])
    expect(rowsFor('nobody', rows)).toEqual([])
  })

  test('begins on its start page, else on the first of its navigation', () => {
    expect(startPathOf('chief', rows, '/work/b')).toBe('/work/b')
    expect(startPathOf('chief', rows, '/work/gone')).toBe('/work/a')
    expect(startPathOf('baker', rows, '/work/b')).toBe('/work/a')
    expect(startPathOf('nobody', rows, '/work/a')).toBeUndefined()
  })
})

test.each([
  [null, '/work'],
  ['/work/a', '/work/a'],
  ['/work/a/7', '/work/a/7'],
  ['/', '/work'],
  ['/workshop', '/work'],
  ['work/a', '/work'],
  ['https://example.org/work/', '/work'],
  ['//example.org/work', '/work'],
  ['/work//example.org', '/work'],
  ['/work/\\example.org', '/work'],
])('after signing in with %j the way goes to %s', (next, path) => {
  expect(pathAfterSignIn(next, '/work')).toBe(path)
})

test('where every page is for signed-in people, every page of the program counts', () => {
  expect(pathAfterSignIn('/a/7', '/')).toBe('/a/7')
  expect(pathAfterSignIn('//example.org', '/')).toBe('/')
})
