// Person name tests — what a name may hold, and which old names are only a doubt.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personName } from './person-name.arbitrary.ts'
import { doubtsAboutName, type PersonName, parsePersonName, titledName } from './person-name.ts'

describe('a name is read', () => {
  test.each([
    ['siti  rahmawati ', 'SITI RAHMAWATI'],
    ['Budi', 'BUDI'],
    ['Ma’ruf', "MA'RUF"],
    ['H. M. Nur`aini, S.Pd', "H. M. NUR'AINI, S.PD"],
    ['José Ramos', 'JOSÉ RAMOS'],
    ['Jose\u0301', 'JOSÉ'],
    ['A'.repeat(60), 'A'.repeat(60)],
    ['É'.repeat(60), 'É'.repeat(60)],
    ['  ＢＵＤＩ\u00a0ANTO', 'BUDI ANTO'],
  ])('%s', (text, name) => {
    expect(parsePersonName(text)).toEqual({ ok: true, value: name })
  })
})

describe('a slip is named', () => {
  test.each([
    ['', { code: 'name.empty' }],
    ['   ', { code: 'name.empty' }],
    ['A'.repeat(61), { code: 'name.length', length: 61, lengthMax: 60 }],
    ['A'.repeat(5000), { code: 'name.length', length: 5000, lengthMax: 60 }],
    ['S1TI', { code: 'name.not-a-letter', written: '1' }],
    ['Siti_A', { code: 'name.not-a-letter', written: '_' }],
    ['Сити', { code: 'name.not-a-letter', written: 'С' }],
    ['سيتي', { code: 'name.not-a-letter', written: 'س' }],
    ['Siti 🙂', { code: 'name.not-a-letter', written: '🙂' }],
    ['.', { code: 'name.not-a-letter', written: '.' }],
    ['<b>', { code: 'name.not-a-letter', written: '<' }],
  ])('%s', (text, issue) => {
    expect(parsePersonName(text)).toEqual({ ok: false, issue })
  })
})

test.each([
  ['SITI RAHMAWATI', []],
  ['BUDI', ['name.one-word']],
  ["MA'RUF AMIN", ['name.punctuation']],
  ['M RIDWAN', ['name.abbreviated']],
  ['M. RIDWAN', ['name.punctuation', 'name.abbreviated']],
  ['M.', ['name.one-word', 'name.punctuation', 'name.abbreviated']],
])('the doubts about %s are %j', (name, codes) => {
  expect(doubtsAboutName(name as PersonName).map((it) => it.code)).toEqual(codes)
})

test('a name on a screen is not all capitals', () => {
  expect(titledName("SITI NUR'AINI BINTI ABDUL-RAHMAN" as PersonName)).toBe(
    "Siti Nur'aini Binti Abdul-Rahman",
  )
})

test('a name that was read is read again, however it is cased', () => {
  fc.assert(
    fc.property(personName, (name) => {
      expect(parsePersonName(name)).toEqual({ ok: true, value: name })
      expect(parsePersonName(titledName(name))).toEqual({ ok: true, value: name })
    }),
  )
})

test('any text gets an answer, and never a name past sixty letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
      const parsed = parsePersonName(text)
      if (parsed.ok) expect([...parsed.value].length).toBeLessThanOrEqual(60)
    }),
  )
})
