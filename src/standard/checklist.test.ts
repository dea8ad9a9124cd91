// Checklist tests — what each resident is told to bring, at the borders of age and kind.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ApplicantFacts, type Checklist, checklistOf } from './checklist.ts'
import type { ServiceType } from './service.ts'
import { findStandard, serviceStandard, standardOf } from './versions.ts'

const usual: ApplicantFacts = {
  ageYears: 17,
  everMarried: false,
  citizenship: 'wni',
  hasIjazah: true,
}

function summary({ items, outcome }: Checklist): readonly string[] {
  const lines = items.map((it) =>
    it.state === 'bring' ? (it.document ?? it.requirement.id) : `${it.requirement.id}: ${it.state}`,
  )
  return [outcome.type, ...lines]
}

describe('for a new card', () => {
  test.each<[string, Partial<ApplicantFacts>, readonly string[]]>([
    ['at seventeen', {}, ['come', 'kk', 'age: met', 'ijazah', 'f1']],
    [
      'without a school certificate',
      { hasIjazah: false },
      ['come', 'kk', 'age: met', 'no-document-statement', 'f1'],
    ],
    [
      'at sixteen',
      { ageYears: 16 },
      ['come-early', 'kk', 'age: not-yet', 'ijazah', 'f1', 'accompanying-adult'],
    ],
    [
      'at sixteen and married',
      { ageYears: 16, everMarried: true },
      ['come', 'kk', 'age: met', 'ijazah', 'f1', 'marriage-proof'],
    ],
    [
      'at fifteen',
      { ageYears: 15 },
      ['too-young', 'kk', 'age: not-yet', 'ijazah', 'f1', 'accompanying-adult'],
    ],
    ['married, at seventeen', { everMarried: true }, ['come', 'kk', 'age: met', 'ijazah', 'f1']],
    [
      'as a foreigner',
      { ageYears: 40, citizenship: 'oa' },
      ['come', 'kk', 'age: met', 'f1', 'travel-document', 'itap-card'],
    ],
  ])('%s', (_, facts, lines) => {
    expect(summary(checklistOf('new', { ...usual, ...facts }))).toEqual(lines)
  })
})

describe('for what this office does not serve, the way is shown', () => {
  test.each<[ServiceType, Partial<ApplicantFacts>, readonly string[]]>([
    ['lost', {}, ['kk', 'police-letter']],
    ['damaged', {}, ['kk', 'damaged-card']],
    ['changed-data', {}, ['old-card', 'event-proof']],
    ['moved-in', {}, ['kk', 'move-letter']],
    ['moved-in', { movedFrom: 'within-the-country' }, ['kk', 'move-letter']],
    ['moved-in', { movedFrom: 'abroad' }, ['kk', 'travel-document', 'move-letter-abroad']],
    ['moved-in', { citizenship: 'oa' }, ['kk', 'travel-document', 'itap-card', 'old-card']],
    [
      'moved-in',
      { citizenship: 'oa', movedFrom: 'abroad' },
      ['kk', 'travel-document', 'itap-card'],
    ],
    ['outside-domicile', {}, ['kk']],
  ])('%s, %j', (type, facts, documents) => {
    const checklist = checklistOf(type, { ...usual, ...facts })
    expect(summary(checklist)).toEqual(['elsewhere', ...documents])
    expect(checklist.outcome).toEqual({
      type: 'elsewhere',
      elsewhere: checklist.service.elsewhere,
    })
  })
})

test('whoever asks gets a list, nothing on it twice, and all of it from the standard', () => {
  const facts = fc.record({
    ageYears: fc.integer({ min: 0, max: 120 }),
    everMarried: fc.boolean(),
    citizenship: fc.constantFrom('wni' as const, 'oa' as const),
    hasIjazah: fc.boolean(),
    movedFrom: fc.constantFrom('abroad' as const, 'within-the-country' as const),
  })
  const types = serviceStandard.services.map((it) => it.type)
  fc.assert(
    fc.property(fc.constantFrom(...types), facts, (type, it) => {
      const { items, outcome } = checklistOf(type, it)
      const ids = items.map((item) => item.requirement.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(0)
      if (outcome.type === 'come')
        expect(items.every((item) => item.state !== 'not-yet')).toBe(true)
    }),
  )
})

test('a standard is found again by its version', () => {
  expect(standardOf('sk-56-2024')).toBe(serviceStandard)
  expect(findStandard('sk-56-2024')).toBe(serviceStandard)
  expect(findStandard('sk-1-1999')).toBeUndefined()
  expect(findStandard('toString')).toBeUndefined()
})

test('another standard asks other things', () => {
  const stricter = { ...serviceStandard, ages: { card: 18, earlyRecording: 17 } }
  expect(checklistOf('new', usual, stricter).outcome).toEqual({ type: 'come-early', cardAge: 18 })
})
