// Thread peer tests — asks are answered in their order, except for those that may pass others.

import { expect, test } from 'vitest'
import { startThreadPeer } from './thread-peer.ts'

const file = new URL('../../../test/support/hold-thread.ts', import.meta.url)

function answered(passes?: (ask: string, waiting: string) => boolean) {
  const peer = startThreadPeer<string, string>(file, passes)
  const order: string[] = []
  const ask = (it: string) =>
    peer.ask(it).then(
      (said) => void order.push(said.split(' ')[0]!),
      (error: Error) => void order.push(error.message),
    )
  return { peer, order, ask }
}

test('one thing after the other, whether it is answered or fails', async () => {
  const { peer, order, ask } = answered()
  await Promise.all(['a', 'throw', 'b'].map(ask))
  expect(order).toEqual(['A', 'as asked', 'B'])
  await peer.stop()
  await ask('c')
  expect(order.at(-1)).toBe('the thread was ended')
})

test('what passes others goes before those that wait at the end, never before what has begun', async () => {
  const isUrgent = (it: string) => it.startsWith('!')
  const { peer, order, ask } = answered((it, waiting) => isUrgent(it) && waiting.startsWith('look'))
  await Promise.all(['look1', 'look2', 'write', 'look3', 'look4', '!1', '!2', 'look5'].map(ask))
  expect(order).toEqual(['LOOK1', 'LOOK2', 'WRITE', '!1', '!2', 'LOOK3', 'LOOK4', 'LOOK5'])
  await peer.stop()
})

test('whoever waits is told when the thread ends', async () => {
  const { peer, order, ask } = answered()
  const waiting = Promise.all(['a', 'b'].map(ask))
  await peer.stop()
  await waiting
  expect(order).toEqual(['the thread was ended', 'the thread was ended'])
})
