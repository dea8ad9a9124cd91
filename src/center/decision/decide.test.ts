// Decide — the stories that a search can tell, and the law that its order does not matter.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { type Candidate, decide } from './decide.ts'

const policy = { adjudicateScoreMin: 10, duplicateScoreMin: 20 }
const searched = { own: undefined, comparedNothing: false } as const
const candidate = (caseId: string, score: number): Candidate => ({
  caseId: caseId as CaseId,
  score,
})

test('nobody resembles the newcomer: unique', () => {
  const others = [candidate('a', 9.99)]
  expect(decide({ ...searched, others }, policy)).toEqual({ status: 'PRINT_READY_RECORD' })
})

test('one certain match: a duplicate of that person', () => {
  const others = [candidate('a', 12), candidate('b', 20)]
  expect(decide({ ...searched, others }, policy)).toEqual({
    status: 'DUPLICATE_RECORD',
    of: 'b',
  })
})

test.each([10, 19.99])('a score of %s between the thresholds: a human looks', (score) => {
  const decision = decide({ ...searched, others: [candidate('a', score)] }, policy)
  expect(decision).toMatchObject({ status: 'ADJUDICATE_RECORD', reason: 'doubtful' })
})

test('two certain matches: the gallery itself is in doubt', () => {
  const others = [candidate('a', 30), candidate('b', 31)]
  const decision = decide({ ...searched, others }, policy)
  expect(decision).toMatchObject({
    status: 'ADJUDICATE_RECORD',
    reason: 'several-matches',
    candidates: [{ caseId: 'b' }, { caseId: 'a' }],
  })
})

test('found again under the own NIK: no offense', () => {
  const decision = decide({ ...searched, others: [], own: candidate('a', 20) }, policy)
  expect(decision).toEqual({ status: 'PRINT_READY_RECORD' })
})

test('a recorded NIK with other fingers: a human looks, whoever else matches', () => {
  const others = [candidate('b', 99)]
  const decision = decide({ ...searched, others, own: candidate('a', 19.99) }, policy)
  expect(decision).toMatchObject({
    status: 'ADJUDICATE_RECORD',
    reason: 'own-nik-differs',
    candidates: [{ caseId: 'a' }, { caseId: 'b' }],
  })
})

test('no finger to compare: a human looks, never unique', () => {
  const blind = { others: [], comparedNothing: true }
  const about = { status: 'ADJUDICATE_RECORD', reason: 'nothing-to-compare' }
  expect(decide({ ...blind, own: undefined }, policy)).toEqual({ ...about, candidates: [] })
  const own = candidate('a', 0)
  expect(decide({ ...blind, own }, policy)).toEqual({ ...about, candidates: [own] })
})

test('the order in which candidates come changes nothing', () => {
  const candidates = fc.uniqueArray(
    fc.record({
      caseId: fc.constantFrom('a', 'b', 'c', 'd', 'e') as fc.Arbitrary<CaseId>,
      score: fc.constantFrom(0, 9.99, 10, 19.99, 20, 31),
    }),
    { selector: (it) => it.caseId },
  )
  fc.assert(
    fc.property(candidates, (others) => {
      const decision = decide({ ...searched, others }, policy)
      expect(decide({ ...searched, others: others.toReversed() }, policy)).toEqual(decision)
    }),
  )
})
