// Loop — a wake is never lost, a fault never ends it, and stop waits for the turn in hand.

import { expect, test, vi } from 'vitest'
import { startLoop } from '#kit/loop'

const longMs = 60_000

test('turns follow at once while there is work, then rest until woken', async () => {
  let work = 3
  const turn = vi.fn(async () => --work > 0)
  const loop = startLoop({ turn, idleMs: longMs, onFault: () => {} })
  await vi.waitFor(() => expect(turn).toHaveBeenCalledTimes(3))
  loop.wake()
  await vi.waitFor(() => expect(turn).toHaveBeenCalledTimes(4))
  await loop.stop()
})

test('a wake during a turn brings another turn', async () => {
  let finish = () => {}
  const turn = vi.fn(() => new Promise<boolean>((done) => (finish = () => done(false))))
  const loop = startLoop({ turn, idleMs: longMs, onFault: () => {} })
  await vi.waitFor(() => expect(turn).toHaveBeenCalledTimes(1))
  loop.wake()
  finish()
  await vi.waitFor(() => expect(turn).toHaveBeenCalledTimes(2))
  const stopped = loop.stop()
  finish()
  await stopped
})

test('a fault is told, and the loop goes on', async () => {
  const onFault = vi.fn()
  const turn = vi.fn(async (): Promise<boolean> => {
    throw new Error('away')
  })
  const loop = startLoop({ turn, idleMs: 1, onFault })
  await vi.waitFor(() => expect(turn.mock.calls.length).toBeGreaterThan(2))
  await loop.stop()
  expect(onFault).toHaveBeenCalled()
})
