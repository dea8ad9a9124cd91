// Rush — a lone packet is none, thirty at once are one, and none holds anybody up for long.

import { expect, test } from 'vitest'
import { giveWayMsMax, rushBytes, rushBytesMax, rushBytesPerSecond, rushLookMs } from '../limits.ts'
import { createRush } from './rush.ts'

/** A rush in which time passes only while somebody waits. */
function timed() {
  const time = { now: 0 }
  const rush = createRush(
    () => time.now,
    async (ms) => {
      time.now += ms
      meanwhile()
    },
  )
  let meanwhile = () => {}
  const waitedMs = async () => {
    const from = time.now
    await rush.over()
    return time.now - from
  }
  const during = (act: () => void) => {
    meanwhile = act
  }
  return { rush, time, waitedMs, during }
}

test('a packet now and then holds up nobody', async () => {
  const { rush, time, waitedMs } = timed()
  for (let n = 0; n < 20; n++) {
    rush.carried(2_000_000)
    expect(await waitedMs()).toBe(0)
    time.now += 500
  }
})

test('after many at once everybody waits until it has calmed down', async () => {
  const { rush, waitedMs } = timed()
  for (let n = 0; n < 30; n++) rush.carried(2_000_000)
  const calmMs = ((rushBytesMax - rushBytes) / rushBytesPerSecond) * 1_000
  const waited = await waitedMs()
  expect(waited).toBeGreaterThanOrEqual(calmMs)
  expect(waited).toBeLessThanOrEqual(calmMs + rushLookMs)
  expect(await waitedMs()).toBe(0)
})

test('while it does not end, whoever waits goes on all the same', async () => {
  const { rush, waitedMs, during } = timed()
  during(() => rush.carried(rushBytesMax))
  rush.carried(rushBytesMax)
  expect(await waitedMs()).toBe(giveWayMsMax)
})
