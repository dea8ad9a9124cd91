// Attention test — what is late or missing is told, and nothing else.

import { expect, test } from 'vitest'
import { attentionOf } from './attention.ts'
import { counterFigureOf, stageFiguresOf } from './overview.ts'
import type { OverviewReply } from './wire.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const nowMs = 100 * dayMs

const calm: OverviewReply = {
  nowMs,
  promisedMinutes: 10,
  counter: { today: counterFigureOf([6 * minuteMs], 10), month: counterFigureOf([], 10) },
  queue: { waiting: 3, longestMs: 12 * minuteMs },
  stages: stageFiguresOf([{ at: 'village', sinceMs: nowMs - 2 * dayMs }], nowMs),
  returns: { counter: [], village: 0 },
  captures: [{ deviceId: 'S1', fingers: 100, retried: 12, tries: 115 }],
  outbox: { waiting: 2, oldestSinceMs: nowMs - minuteMs, lastHeardAtMs: null, isTroubled: true },
  blangko: { stock: 40, ready: 5, usedInMonth: 60 },
  complaints: { open: 2, overdue: 0, dueSoon: 0 },
  approvals: { waiting: 0 },
}
const mattersOf = (changed: Partial<OverviewReply>) =>
  attentionOf({ ...calm, ...changed }).map((it) => it.matter.about)

test('where all goes as promised, nothing wants anybody', () => {
  expect(attentionOf(calm)).toEqual([])
})

test('each thing that is late or missing is told, and only that', () => {
  const slow = counterFigureOf([12 * minuteMs], 10)
  const stuck = { ...calm.outbox, oldestSinceMs: nowMs - 2 * dayMs }
  const cases: [Partial<OverviewReply>, string][] = [
    [{ counter: { ...calm.counter, today: slow } }, 'promise'],
    [{ queue: { waiting: 9, longestMs: 31 * minuteMs } }, 'waiting-long'],
    [{ stages: stageFiguresOf([{ at: 'village', sinceMs: 0 }], nowMs) }, 'older'],
    [{ stages: stageFiguresOf([{ at: 'failed', sinceMs: nowMs }], nowMs) }, 'failed'],
    [{ captures: [{ deviceId: 'S1', fingers: 100, retried: 31, tries: 150 }] }, 'scanner'],
    [{ outbox: stuck }, 'outbox'],
    [{ blangko: { ...calm.blangko, stock: 4 } }, 'blangko'],
    [{ blangko: { stock: 0, ready: 0, usedInMonth: 9 } }, 'blangko'],
    [{ complaints: { open: 1, overdue: 1, dueSoon: 0 } }, 'complaints-overdue'],
    [{ complaints: { open: 1, overdue: 0, dueSoon: 1 } }, 'complaints-soon'],
    [{ approvals: { waiting: 1 } }, 'approvals'],
  ]
  for (const [changed, about] of cases) expect(mattersOf(changed)).toEqual([about])
})

test('a scanner that took few fingers is not judged', () => {
  expect(mattersOf({ captures: [{ deviceId: 'S1', fingers: 10, retried: 9, tries: 30 }] })).toEqual(
    [],
  )
})

test('what is overdue or missing comes before what is late', () => {
  expect(
    mattersOf({ approvals: { waiting: 1 }, complaints: { open: 1, overdue: 1, dueSoon: 1 } }),
  ).toEqual(['complaints-overdue', 'approvals', 'complaints-soon'])
})
