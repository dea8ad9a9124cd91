// Adjudication — each verdict and what follows from it.

import { expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { outcomeOf, type Verdict } from './adjudication.ts'

const other = { caseId: 'other' as CaseId, isOwnNik: false }
const own = { caseId: 'own' as CaseId, isOwnNik: true }
const spoken = (verdict: Verdict, sameAs?: string) => ({ verdict, sameAs, reason: 'ridges' })
const printReady = { type: 'decided', decision: { status: 'PRINT_READY_RECORD' } }

test('the same person as another is a duplicate of that case', () => {
  expect(outcomeOf(spoken('same-person', 'other'), [other, own])).toEqual({
    ok: true,
    value: {
      fact: { type: 'decided', decision: { status: 'DUPLICATE_RECORD', of: 'other' } },
      isUnique: false,
    },
  })
})

test('the same person as the own NIK was recorded with gets the card, and stays one person', () => {
  expect(outcomeOf(spoken('same-person', 'own'), [other, own])).toEqual({
    ok: true,
    value: { fact: printReady, isUnique: false },
  })
})

test('different persons: unique from now on', () => {
  expect(outcomeOf(spoken('different-persons'), [other])).toEqual({
    ok: true,
    value: { fact: printReady, isUnique: true },
  })
})

test('a second person under one NIK never gets a card by a verdict', () => {
  expect(outcomeOf(spoken('different-persons'), [own, other])).toEqual({
    ok: true,
    value: {
      fact: { type: 'enroll-failed', code: 'adjudication.nik-of-another' },
      isUnique: false,
    },
  })
})

test('who cannot tell asks for another capture', () => {
  expect(outcomeOf(spoken('cannot-tell'), [other])).toMatchObject({
    value: { fact: { type: 'enroll-failed', code: 'adjudication.recapture' } },
  })
})

test.each([
  ['as nobody', spoken('same-person'), 'adjudication.same-as'],
  ['as somebody who was not shown', spoken('same-person', 'x'), 'adjudication.same-as'],
  ['for no reason', { ...spoken('cannot-tell'), reason: ' \n' }, 'adjudication.reason-missing'],
])('the same person %s is no verdict', (_, said, code) => {
  expect(outcomeOf(said, [other])).toEqual({ ok: false, issue: { code } })
})
