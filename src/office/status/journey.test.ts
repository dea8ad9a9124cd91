// Journey — where the resident is told to stand, for logs of every kind.

import { expect, test } from 'vitest'
import type { CaseEvent } from '#enrollment/events'
import { waitingAt } from '#enrollment/stage'
import { journeyOf } from './journey.ts'
import { stepsOf } from './status.ts'

type Entry = Omit<CaseEvent, 'seq' | 'caseId' | 'atMs'> & Record<string, unknown>

function journeyAfter(entries: readonly Entry[]) {
  const log = entries.map((it, index) => ({ ...it, atMs: index + 1 })) as unknown as CaseEvent[]
  const points = journeyOf({ steps: stepsOf(log), waitingAt: waitingAt(log) })
  return Object.fromEntries(points.map(({ step, state }) => [step, state]))
}

const opened: Entry = { type: 'opened', serviceType: 'new', by: 'resident' } as Entry
const saved: Entry = { type: 'form-saved', version: 1 } as Entry
const endorsed: Entry = { type: 'endorsed', version: 1, kind: 'digital' } as Entry

test('a form that waits in the village is the village head’s turn', () => {
  expect(journeyAfter([opened, saved])).toMatchObject({
    opened: 'done',
    form: 'done',
    village: 'here',
    counter: 'next',
    issued: 'next',
  })
})

test('a returned form is the resident’s turn again, and nothing after it is behind', () => {
  const returned = { type: 'endorsement-returned', version: 1 } as Entry
  expect(journeyAfter([opened, saved, returned])).toMatchObject({
    opened: 'done',
    form: 'needs',
    village: 'next',
  })
})

test('a new version after the endorsement has to be endorsed anew', () => {
  expect(journeyAfter([opened, saved, endorsed])).toMatchObject({ counter: 'needs' })
  expect(journeyAfter([opened, saved, endorsed, { ...saved, version: 2 } as Entry])).toMatchObject({
    village: 'here',
    counter: 'next',
  })
})

test('a duplicate stands still at the examination', () => {
  const decided = { type: 'decided', decision: { status: 'DUPLICATE_RECORD', of: 'x' } }
  expect(journeyAfter([opened, saved, endorsed, decided as unknown as Entry])).toMatchObject({
    examined: 'stopped',
    printed: 'next',
  })
})

test('a card in the hand leaves everything behind', () => {
  const states = Object.values(journeyAfter([opened, saved, { type: 'issued' } as Entry]))
  expect(new Set(states)).toEqual(new Set(['done']))
})
