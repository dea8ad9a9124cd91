// Answering tests — a matcher that has its hands full says so, its replica is asked, and nothing is lost.

import { expect, test } from 'vitest'
import { present } from '#kit/assert'
import { parametersSha256 } from '../afis/snapshot.ts'
import { matcherAsksMax } from '../limits.ts'
import { answerAsks } from './answering.ts'
import { readAnswer, writeAsk } from './asks.ts'
import type { Copy } from './copy.ts'
import { createScatter } from './scatter.ts'

const seq = 7
const whole = {
  first: 0,
  last: 4_095,
  replicas: ['m1', 'm2'].map((matcher) => ({ matcher, since: 1 })),
}

function field() {
  const handlers = new Map<string, (bytes: Uint8Array) => Promise<Uint8Array>>()
  const line = {
    answer: (name: string, how: (bytes: Uint8Array) => Promise<Uint8Array>) =>
      void handlers.set(name, how),
    ask: (name: string, bytes: Uint8Array) => present(handlers.get(name), name)(bytes),
  }
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const copy = { lane: 0, state: { visits: 3, people: 3, positions: new Map() } } as unknown as Copy
  const holderThat = (reach: () => Promise<unknown>) => ({
    seq,
    find: () => copy,
    reach: () => reach().then(() => true),
  })
  const busy = holderThat(() => released)
  const idle = holderThat(async () => {})
  const loadOfFull = answerAsks(line, 'm1', busy, () => 0)
  answerAsks(line, 'm2', idle, () => 0)
  return { line, loadOfFull, release }
}

const terms = { seqMin: seq, parametersSha256 }
const question = {
  ...{ parts: [whole], terms },
  bodyOf: () => ({ act: 'state' as const }),
  isOutdated: async () => false,
}
const ask = () =>
  writeAsk({
    head: { copies: [{ partition: '000-fff', since: 1 }], ...terms },
    body: { act: 'state' },
  })

test('a matcher with its hands full is busy, its replica is asked, and it loses nothing', async () => {
  const { line, loadOfFull, release } = field()
  const waiting = Array.from({ length: matcherAsksMax }, () => line.ask('m1', ask()))
  expect(loadOfFull().inHand).toBe(matcherAsksMax)
  expect(readAnswer(await line.ask('m1', ask()))).toEqual({ refused: 'busy' })

  const scatter = createScatter({ line, nowMs: () => 0, pause: async () => {} })
  for (let nth = 1; nth <= 4; nth++) {
    const { told, missing } = await scatter('state', question)
    expect([missing, told.map((it) => it.searched)]).toEqual([
      ...[[], [[{ partition: '000-fff', matcher: 'm2', seq }]]],
    ])
  }
  // Asked by turns: some came to the full one first.
  expect(loadOfFull().refused).toBeGreaterThan(1)
  expect(loadOfFull().answered).toBe(0)

  release()
  for (const answer of await Promise.all(waiting)) expect(readAnswer(answer)).toMatchObject({ seq })
  expect(loadOfFull()).toMatchObject({ inHand: 0, answered: matcherAsksMax })
  expect(readAnswer(await line.ask('m1', ask()))).toMatchObject({ seq })
})

test('where both are full the search fails, and names the part', async () => {
  const { line } = field()
  const full = { ...line, ask: (_: string, bytes: Uint8Array) => line.ask('m1', bytes) }
  for (let nth = 0; nth < matcherAsksMax; nth++) void line.ask('m1', ask())
  let now = 0
  const nowMs = () => {
    now += 1_000
    return now
  }
  const scatter = createScatter({ line: full, nowMs, pause: async () => {} })
  expect(await scatter('state', question)).toMatchObject({ told: [], missing: ['000-fff busy'] })
})
