// Messages tests — every code speaks both languages, and no fact is lost on the way.

import { describe, expect, test } from 'vitest'
import type { CalendarDate } from './calendar-date.ts'
import type { ResidentFinding } from './issues.ts'
import { messages as english } from './messages.en.ts'
import { messages as indonesian } from './messages.id.ts'
import { findMessage, labelOf, messageOf } from './messages.ts'

const date = '2026-11-23' as CalendarDate

describe('a finding becomes a sentence', () => {
  test.each([
    [
      { code: 'nik.length', length: 15 },
      'NIK terdiri dari 16 angka; yang diketik 15.',
      'A NIK has 16 digits; 15 were typed.',
    ],
    [
      { code: 'nik.other-birth-date', day: 4, month: 1, yearOfCentury: 7 },
      'Menurut NIK, tanggal lahirnya 04-01-..07. Mohon cocokkan dengan KK; NIK tetap berlaku walau berbeda.',
      'The NIK says born 04-01-..07. Please compare with the KK; the NIK stays valid even where it differs.',
    ],
    [
      { code: 'code-list.unknown', list: 'religion', written: '9' },
      '“9” tidak ada dalam daftar agama. Silakan pilih dari daftar.',
      '“9” is not in the list of religion. Please choose from the list.',
    ],
    [
      { code: 'eligibility.recorded-early', age: 16, cardFrom: date },
      'Usia 16 tahun: sudah dapat direkam sekarang. Kartu diserahkan mulai 23 November 2026, saat berusia 17 tahun.',
      '16 years old: can be recorded now. The card is handed over from 23 November 2026, at the age of 17.',
    ],
  ] satisfies readonly (readonly [ResidentFinding, string, string])[])('%o', (finding, id, en) => {
    expect(messageOf(finding, 'id')).toBe(id)
    expect(messageOf(finding, 'en')).toBe(en)
  })
})

/** Facts by which a sentence that ignores or misnames one of them shows itself. */
const facts = {
  length: 7701,
  lengthMax: 7702,
  index: 7703,
  written: 'male',
  day: 11,
  month: 12,
  yearOfCentury: 13,
  wilayah: '16.06.98',
  today: date,
  validUntil: date,
  recordedFrom: date,
  cardFrom: date,
  age: 7704,
  ageMax: 7705,
  daysInMonth: 7706,
  digits: 7707,
  list: 'sex',
  village: '16.06.12.2099',
}

describe('in both languages', () => {
  const codes = Object.keys(indonesian) as (keyof typeof indonesian)[]

  test('the same codes are known', () => {
    expect(Object.keys(english)).toEqual(codes)
    expect(codes.length).toBeGreaterThan(50)
  })

  test.each(codes)('%s is one plain sentence or more, without its code', (code) => {
    for (const language of ['id', 'en'] as const) {
      const sentence = messageOf({ code, ...facts } as ResidentFinding, language)
      expect(sentence).toMatch(/^[\p{Lu}“0-9].*\.$/u)
      expect(sentence).not.toContain(code)
      expect(sentence).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  test.each(codes)('%s tells the same numbers', (code) => {
    const numbers = (language: 'id' | 'en') =>
      (messageOf({ code, ...facts } as ResidentFinding, language).match(/\d+/g) ?? []).sort()
    expect(numbers('id')).toEqual(numbers('en'))
  })
})

test('a field has a label in both languages', () => {
  expect(labelOf('nomorKk', 'id')).toBe('Nomor KK')
  expect(labelOf('nomorKk', 'en')).toBe('Family card number (KK)')
  expect(labelOf('address.rt', 'id')).toBe('RT')
})

test('a code of another room has no words here', () => {
  expect(findMessage({ code: 'name.empty' }, 'en')).toBe('The name is still empty.')
  expect(findMessage({ code: 'queue.closed' }, 'en')).toBeUndefined()
  expect(findMessage({ code: 'toString' }, 'id')).toBeUndefined()
})
