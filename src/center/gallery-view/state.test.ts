// State tests — the worst is said first, with the matchers that it is due to.

import { expect, test } from 'vitest'
import { heirsOf, stateOf } from './state.ts'
import type { GalleryReply, ReplicaRow } from './wire.ts'

const searches = { count: 0, lastMinute: 0, medianMs: null, slowestMs: null }
const load = { inHand: 0, answered: 0, refused: 0, residentBytes: 0, searches }
const map = (version: number, readyAtMs: number | null) => ({
  ...{ version, readyAtMs, madeAtMs: 0, copyCount: 4, heldCount: 4 },
})

function reply(states: readonly ReplicaRow['state'][][], changed: Partial<GalleryReply> = {}) {
  const partitions = states.map((its, nth) => ({
    ...{ partition: `${nth}`, people: 1, bytes: 1 },
    replicas: its.map((state, i) => ({ matcher: `m${i + 1}`, since: 1, state, lag: 0 })),
    liveCount: its.filter((it) => it === 'held').length,
  }))
  const figures = { people: 2, bytes: 4, residentBytes: 1, lastSeq: 2, lag: 0, failedCount: 0 }
  const place = 'matchers' as const
  return { ...figures, place, searches, maps: [map(1, 5)], partitions, matchers: [], ...changed }
}

test('each state of the gallery has its word', () => {
  const whole = reply([['held', 'held']])
  const kinds = [
    whole,
    { ...whole, place: 'one-process' as const },
    { ...whole, maps: [] },
    { ...whole, maps: [map(1, null)] },
    { ...whole, maps: [map(1, 5), map(2, null)] },
    reply([['held', 'gone']]),
    reply([
      ['held', 'gone'],
      ['gone', 'gone'],
    ]),
  ].map((it) => stateOf(it).kind)
  expect(kinds).toEqual([
    ...['whole', 'one-process', 'no-map', 'first-map', 'building', 'one-copy', 'lost'],
  ])
})

test('whoever is missing is named once, by why', () => {
  const states = [['held', 'gone', 'loading'] as const, ['held', 'gone', 'other-version'] as const]
  const told = stateOf(reply(states.map((it) => [...it])))
  expect(told).toEqual({
    kind: 'one-copy',
    parts: ['0', '1'],
    due: { gone: ['m2'], loading: ['m3'], 'other-version': ['m3'] },
  })
})

test('those that run and are not lost themselves may take over', () => {
  const row = (matcher: string, isThere: boolean) => ({
    ...{ matcher, isThere, load, seenForMs: 0, isOtherVersion: false, mapVersion: 1, lag: 0 },
    ...{ copyCount: 1, heldCount: 1, people: 1, bytes: 1 },
  })
  const matchers = [row('m1', true), row('m2', false), row('m3', true)]
  expect(heirsOf(reply([], { matchers }), ['m2'])).toEqual(['m1', 'm3'])
})
