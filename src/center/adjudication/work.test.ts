// Work — what each may take of the waiting cases, and in which order.

import { expect, test } from 'vitest'
import type { AdjudicationRow } from './wire.ts'
import { filtersOf, isLike, oldestToTake } from './work.ts'

const row = (caseId: string, more: Partial<AdjudicationRow> = {}): AdjudicationRow => ({
  caseId,
  reason: 'doubtful',
  officeName: 'Kecamatan Contoh',
  openedAtMs: 0,
  candidateCount: 1,
  claimed: null,
  standing: 'open',
  given: false,
  mayTake: true,
  lacksExpert: false,
  ...more,
})
const taken = row('taken', { claimed: { name: 'Contoh', own: false } })
const own = row('own', { claimed: { name: 'Contoh', own: true } })
const given = row('given', { standing: 'second', given: true, mayTake: false })
const disputed = row('disputed', { standing: 'disputed', mayTake: false })

test('the oldest that is free is taken, unless one has a case already', () => {
  expect(oldestToTake([taken, given, row('a'), row('b')])?.caseId).toBe('a')
  expect(oldestToTake([row('a'), own])?.caseId).toBe('own')
  expect(oldestToTake([taken, given, disputed])).toBeUndefined()
})

test('a case stands under each filter that it is like', () => {
  const rows = [taken, own, given, disputed, row('a')]
  const likeOf = (filter: Parameters<typeof isLike>[1]) =>
    rows.filter((it) => isLike(it, filter)).map((it) => it.caseId)
  expect(likeOf('free')).toEqual(['a'])
  expect(likeOf('own')).toEqual(['own'])
  expect(likeOf('given')).toEqual(['given'])
  expect(likeOf('second')).toEqual([])
  expect(likeOf('disputed')).toEqual(['disputed'])
})

test('filters that nothing is like are not offered, but for the three of every day', () => {
  expect(filtersOf([])).toEqual(['all', 'free', 'own'])
  expect(filtersOf([given, disputed])).toEqual(['all', 'free', 'own', 'given', 'disputed'])
})
