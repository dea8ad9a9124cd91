// Adjudication — each verdict and what follows from it.

import { expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import {
  checkTurn,
  lacksExpert,
  type Opinion,
  outcomeOf,
  sightOf,
  standingOf,
  stepOf,
  type Verdict,
} from './adjudication.ts'

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

const opinion = (by: string, verdict: Verdict, sameAs: string | null = null): Opinion => ({
  by,
  verdict,
  sameAs,
})
const firstSame = opinion('first', 'same-person', 'other')
const secondElse = opinion('second', 'different-persons')

test('the same person takes two who found the same record; the other verdicts take one', () => {
  expect(stepOf([], firstSame)).toEqual({ ok: true, value: 'proposed' })
  for (const verdict of ['different-persons', 'cannot-tell'] as const) {
    expect(stepOf([], opinion('first', verdict))).toEqual({ ok: true, value: 'settled' })
  }
  expect(stepOf([firstSame], { ...firstSame, by: 'second' } as Opinion)).toEqual({
    ok: true,
    value: 'settled',
  })
})

test.each([
  ['different persons', opinion('second', 'different-persons')],
  ['that nobody can tell', opinion('second', 'cannot-tell')],
  ['another record', opinion('second', 'same-person', 'own')],
])('a second expert who finds %s disputes it', (_, found) => {
  expect(stepOf([firstSame], found)).toEqual({ ok: true, value: 'disputed' })
})

test('of a dispute the supervisor makes an end, but finds nobody the same alone', () => {
  const disputed = [firstSame, secondElse]
  for (const found of [
    opinion('chief', 'same-person', 'other'),
    opinion('chief', 'different-persons'),
    opinion('chief', 'cannot-tell'),
  ]) {
    expect(stepOf(disputed, found)).toEqual({ ok: true, value: 'settled' })
  }
  expect(stepOf(disputed, opinion('chief', 'same-person', 'own'))).toEqual({
    ok: false,
    issue: { code: 'adjudication.needs-two' },
  })
})

test('nobody speaks twice, and a supervisor only where two differed', () => {
  const as = (accountId: string, isSupervisor = false) => ({ accountId, isSupervisor })
  const refused = (code: string) => ({ ok: false, issue: { code } })
  expect(checkTurn([], as('first'))).toMatchObject({ ok: true })
  expect(checkTurn([firstSame], as('first'))).toEqual(refused('adjudication.own-opinion'))
  expect(checkTurn([firstSame], as('second'))).toMatchObject({ ok: true })
  expect(checkTurn([firstSame], as('chief', true))).toEqual(refused('adjudication.not-disputed'))
  const disputed = [firstSame, secondElse]
  expect(checkTurn(disputed, as('third'))).toEqual(refused('adjudication.disputed'))
  expect(checkTurn(disputed, as('chief', true))).toMatchObject({ ok: true })
  // Also one who was made a supervisor since.
  expect(checkTurn(disputed, as('second', true))).toEqual(refused('adjudication.own-opinion'))
})

test('who has yet to speak cannot see that anybody has spoken', () => {
  const as = (accountId: string, isSupervisor = false) => ({ accountId, isSupervisor })
  expect(standingOf([firstSame])).toBe('second')
  expect(sightOf([firstSame], as('second'))).toEqual({ standing: 'open', seesAll: false })
  expect(sightOf([firstSame], as('first'))).toEqual({ standing: 'second', seesAll: true })
  expect(sightOf([firstSame], as('chief', true))).toEqual({ standing: 'second', seesAll: false })
  const disputed = [firstSame, secondElse]
  expect(sightOf(disputed, as('third'))).toEqual({ standing: 'disputed', seesAll: false })
  expect(sightOf(disputed, as('chief', true))).toEqual({ standing: 'disputed', seesAll: true })
})

test('a proposal lacks an expert where nobody is left who has not spoken', () => {
  expect(lacksExpert([firstSame], ['first'])).toBe(true)
  // Also where whoever spoke has left since.
  expect(lacksExpert([firstSame], [])).toBe(true)
  expect(lacksExpert([firstSame], ['second'])).toBe(false)
  expect(lacksExpert([firstSame], ['first', 'second'])).toBe(false)
  expect(lacksExpert([], ['first'])).toBe(false)
  expect(lacksExpert([firstSame, secondElse], ['first', 'second'])).toBe(false)
})
