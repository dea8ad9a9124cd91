import { expect, test } from 'vitest'
import { pathAfterSignIn } from './after-sign-in.ts'

test.each([
  [null, '/petugas'],
  ['/petugas/loket', '/petugas/loket'],
  ['/petugas/perekaman/7', '/petugas/perekaman/7'],
  ['/', '/petugas'],
  ['/petugasan', '/petugas'],
  ['https://example.org/petugas/', '/petugas'],
  ['//example.org/petugas', '/petugas'],
  ['/petugas//example.org', '/petugas'],
  ['/petugas/\\example.org', '/petugas'],
])('after signing in with %j the way goes to %s', (next, path) => {
  expect(pathAfterSignIn(next)).toBe(path)
})
