// Line — when the server is taken for lost, and when for back.

import { expect, test } from 'vitest'
import { lineOf } from './line.ts'

const noon = Date.UTC(2026, 10, 22, 5, 0, 0)
const stamp = (ms: number) => new Date(ms).toUTCString()

test('a line is trusted until it falls silent, and again after the next answer', () => {
  const line = lineOf(() => noon)
  const heard: boolean[] = []
  line.subscribe(() => heard.push(line.reachable()))
  expect(line.reachable()).toBe(true)
  line.silent()
  line.silent()
  line.answered(null)
  expect(heard).toEqual([false, true])
})

test('a machine whose clock is off by years counts by the clock of the server', () => {
  let local = Date.UTC(2015, 0, 1)
  const line = lineOf(() => local)
  line.answered(stamp(noon))
  expect(line.now()).toBe(noon)
  local += 90_000
  expect(line.now()).toBe(noon + 90_000)
})

test('a second of difference is how the header counts, not a clock that is off', () => {
  const line = lineOf(() => noon + 1_500)
  line.answered(stamp(noon))
  expect(line.now()).toBe(noon + 1_500)
})

test('a stamp that is no date is not believed', () => {
  const line = lineOf(() => noon)
  line.answered('soon')
  expect(line.now()).toBe(noon)
})
