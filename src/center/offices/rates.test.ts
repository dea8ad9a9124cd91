// Rates — an office is held to its measure, is told when to come back, and holds up no other.

import { expect, test } from 'vitest'
import {
  officeBytesMax,
  officeBytesPerSecond,
  officeRequestsMax,
  officeRequestsPerSecond,
} from '../limits.ts'
import { createRates } from './rates.ts'

function atRest() {
  const time = { now: 1_000_000 }
  return { time, rates: createRates(() => time.now) }
}

test('so many requests at once, then as many as come back each second', () => {
  const { time, rates } = atRest()
  for (let i = 0; i < officeRequestsMax; i++) expect(rates.ask('a').ok).toBe(true)
  const retryAfterMs = 1_000 / officeRequestsPerSecond
  const refused = { ok: false, issue: { code: 'office.too-many-requests', retryAfterMs } }
  expect(rates.ask('a')).toEqual(refused)
  expect(rates.ask('b').ok).toBe(true)
  time.now += retryAfterMs - 1
  expect(rates.ask('a').ok).toBe(false)
  time.now += 1
  expect(rates.ask('a').ok).toBe(true)
  expect(rates.ask('a')).toEqual(refused)
})

test('a packet larger than what is left is taken whole, and what it owes is waited for', () => {
  const { time, rates } = atRest()
  rates.carried('a', officeBytesMax - 1)
  expect(rates.mayCarry('a').ok).toBe(true)
  rates.carried('a', officeBytesPerSecond + 1)
  expect(rates.mayCarry('a')).toMatchObject({
    ok: false,
    issue: { code: 'office.too-many-bytes', retryAfterMs: 1_001 },
  })
  expect(rates.mayCarry('b').ok).toBe(true)
  time.now += 1_001
  expect(rates.mayCarry('a').ok).toBe(true)
})

test('what was not used is not saved up beyond the measure, and a clock set back gives nothing', () => {
  const { time, rates } = atRest()
  time.now += 24 * 3_600_000
  for (let i = 0; i < officeRequestsMax; i++) expect(rates.ask('a').ok).toBe(true)
  time.now -= 3_600_000
  expect(rates.ask('a').ok).toBe(false)
})
