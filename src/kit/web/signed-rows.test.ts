// Signed rows — which pages whom.

import { describe, expect, test } from 'vitest'
import { pathAfterSignIn, rowsFor, type SignedRow, startPathOf } from './signed-rows.tsx'

const load = async () => ({ Page: () => null })
const named = (name: string) => ({ id: name, en: name })
const rows: readonly SignedRow[] = [
  { path: '/desk/a/:itemId', roles: ['baker'], load },
  { path: '/desk/a', roles: ['baker', 'chief'], title: named('a'), load },
  { path: '/desk/b', roles: ['chief'], title: named('b'), load },
]

describe('a role', () => {
  test('enters its own pages, also those that stand in no navigation', () => {
    expect(rowsFor('baker', rows).map(({ path }) => path)).toEqual(['/desk/a/:itemId', '/desk/a'])
    expect(rowsFor('nobody', rows)).toEqual([])
  })

  test('begins on its start page, else on the first of its navigation', () => {
    expect(startPathOf('chief', rows, '/desk/b')).toBe('/desk/b')
    expect(startPathOf('chief', rows, '/desk/gone')).toBe('/desk/a')
    expect(startPathOf('baker', rows, '/desk/b')).toBe('/desk/a')
    expect(startPathOf('nobody', rows, '/desk/a')).toBeUndefined()
  })
})

test.each([
  [null, '/desk'],
  ['/desk/a', '/desk/a'],
  ['/desk/a/7', '/desk/a/7'],
  ['/', '/desk'],
  ['/desktop', '/desk'],
  ['desk/a', '/desk'],
  ['https://example.org/desk/', '/desk'],
  ['//example.org/desk', '/desk'],
  ['/desk//example.org', '/desk'],
  ['/desk/\\example.org', '/desk'],
])('after signing in with %j the way goes to %s', (next, path) => {
  expect(pathAfterSignIn(next, '/desk')).toBe(path)
})

test('where every page is for signed-in people, every page of the program counts', () => {
  expect(pathAfterSignIn('/a/7', '/')).toBe('/a/7')
  expect(pathAfterSignIn('//example.org', '/')).toBe('/')
})
