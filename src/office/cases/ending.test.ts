// Ending test — what the center found becomes a word to the resident, and no one else's data.

import { expect, test } from 'vitest'
import type { CaseEvent } from '#enrollment/events'
import { type Ending, endingOf, endings, endingWords } from './ending.ts'

const after = (...facts: readonly object[]) =>
  facts.map((fact, seq) => ({ seq, atMs: seq, ...fact })) as unknown as CaseEvent[]
const doubtful = { type: 'decided', decision: { status: 'ADJUDICATE_RECORD' } }

test.each([
  ['duplicate', { type: 'decided', decision: { status: 'DUPLICATE_RECORD' } }],
  ['recapture', { type: 'enroll-failed', code: 'adjudication.recapture' }],
  ['nik-unclear', { type: 'enroll-failed', code: 'adjudication.nik-of-another' }],
  ['not-processed', { type: 'enroll-failed', code: 'packet.something-else' }],
  ['not-processed', { type: 'search-failed', code: 'search.deadline' }],
] as const satisfies readonly (readonly [Ending, object])[])('ends as %s', (ending, fact) => {
  expect(endingOf(after(doubtful, fact))).toBe(ending)
})

test('a case that goes on, or ended well, has no such ending', () => {
  expect(endingOf([])).toBeNull()
  expect(endingOf(after(doubtful))).toBeNull()
  expect(
    endingOf(after(doubtful, { type: 'decided', decision: { status: 'PRINT_READY_RECORD' } })),
  ).toBeNull()
})

test('every ending has words of its own for resident and officer, in both languages', () => {
  const said = endings.flatMap((ending) =>
    (['id', 'en'] as const).flatMap((language) => Object.values(endingWords(ending, language))),
  )
  expect(new Set(said).size).toBe(endings.length * 2 * 3)
})
