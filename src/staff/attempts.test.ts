// Attempts — the window, forgiveness and the bound on memory.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKeyOf, attemptLimit } from './attempts.ts'

function limit(keysMax = 100) {
  const time = { now: 1_000 }
  const options = { clock: () => time.now, attemptsMax: 3, windowMs: 10_000, keysMax }
  return { time, tries: attemptLimit(options) }
}

describe('attempts', () => {
  test('are let through up to the limit, then told how long to wait', () => {
    const { tries, time } = limit()
    expect([tries.begin('a'), tries.begin('a'), tries.begin('a')]).toEqual([0, 0, 0])
    time.now += 4_000
    expect(tries.begin('a')).toBe(6_000)
    expect(tries.begin('b')).toBe(0)
  })

  test('are let through again when the window has passed', () => {
    const { tries, time } = limit()
    for (let i = 0; i < 4; i++) tries.begin('a')
    time.now += 9_999
    expect(tries.begin('a')).toBe(1)
    time.now += 1
    expect(tries.begin('a')).toBe(0)
  })

  test('that went well are taken back one by one', () => {
    const { tries } = limit()
    for (let i = 0; i < 3; i++) tries.begin('a')
    tries.takeBack('a')
    tries.takeBack('nobody')
    expect(tries.begin('a')).toBe(0)
    expect(tries.begin('a')).toBeGreaterThan(0)
  })

  test('are forgotten when they are forgiven', () => {
    const { tries } = limit()
    for (let i = 0; i < 3; i++) tries.begin('a')
    tries.forgive('a')
    expect(tries.begin('a')).toBe(0)
  })

  test('of more keys than there is room for push out the oldest', () => {
    const { tries, time } = limit(2)
    for (let i = 0; i < 3; i++) tries.begin('a')
    time.now += 1
    tries.begin('b')
    tries.begin('c')
    expect(tries.size()).toBe(2)
    expect(tries.begin('b')).toBe(0)
    expect(tries.begin('a')).toBe(0)
  })

  test('never take more memory than said, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.nat(20_000))), (acts) => {
        const { tries, time } = limit(5)
        for (const [key, waitMs] of acts) {
          time.now += waitMs
          tries.begin(key)
          expect(tries.size()).toBeLessThanOrEqual(5)
        }
      }),
    )
  })
})

describe('an address is counted', () => {
  test.each([
    ['192.168.1.20', '192.168.1.20'],
    ['::ffff:192.168.1.20', '192.168.1.20'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s as %s', (address, key) => {
    expect(addressKeyOf(address)).toBe(key)
  })
})
