// Code list tests — the codes of the forms, found by value, code and printed name.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CodeList, parseCode } from './code-list.ts'
import * as lists from './code-lists.ts'
import { getOccupationName, occupations } from './occupations.ts'

const all = [
  [lists.sexes, 2],
  [lists.bloodTypes, 13],
  [lists.religions, 7],
  [lists.maritalStatuses, 6],
  [lists.cardMaritalStatuses, 4],
  [lists.shdkList, 11],
  [lists.educations, 10],
  [lists.disabilities, 7],
  [lists.citizenships, 2],
  [occupations, 99],
] as unknown as readonly (readonly [CodeList<string | number>, number])[]

describe.each(all.map(([list, length]) => ({ list, length })))('$list.name', ({ list, length }) => {
  test('has as many entries as the regulation, coded from 1', () => {
    expect(list.entries.map((entry) => entry.code)).toEqual(
      Array.from({ length }, (_, index) => index + 1),
    )
  })

  test('finds each entry by its value, its code and its name, and by no two entries alike', () => {
    for (const entry of list.entries) {
      expect(list.find(entry.value)).toBe(entry)
      expect(list.find(String(entry.code))).toBe(entry)
      expect(list.find(` ${entry.name.toLowerCase()} `)).toBe(entry)
      expect(list.get(entry.value)).toBe(entry)
    }
    expect(new Set(list.entries.map((entry) => entry.name)).size).toBe(length)
  })

  test('does not know what lies just past its ends', () => {
    for (const written of [0, length + 1, -1, '', 'X', 'toString', '__proto__']) {
      expect(parseCode(list, written)).toEqual({
        ok: false,
        issue: { code: 'code-list.unknown', list: list.name, written: String(written) },
      })
    }
  })
})

test('the codes are those of Permendagri 109/2019', () => {
  expect(lists.sexes.get('female')).toMatchObject({ code: 2, name: 'PEREMPUAN' })
  expect(lists.bloodTypes.get('unknown')).toMatchObject({ code: 13, name: 'TIDAK TAHU' })
  expect(lists.bloodTypes.get('O-').code).toBe(12)
  expect(lists.religions.get('catholic')).toMatchObject({ code: 3, name: 'KATHOLIK' })
  expect(lists.religions.get('kepercayaan').code).toBe(7)
  expect(lists.educations.get('senior-secondary')).toMatchObject({ code: 5 })
  expect(lists.shdkList.get('other')).toMatchObject({ code: 11, name: 'LAINNYA' })
  expect(lists.disabilities.get('mental').code).toBe(4)
  expect(getOccupationName(1)).toBe('BELUM/TIDAK BEKERJA')
  expect(getOccupationName(9)).toBe('PETANI/PEKEBUN')
  expect(getOccupationName(50)).toBe('ANGGOTA BPK')
  expect(getOccupationName(86)).toBe('KEPALA DESA')
  expect(getOccupationName(99)).toBe('LAINNYA')
  expect(() => getOccupationName(100)).toThrow('occupation')
})

test('the six marital statuses of the form are four on the card', () => {
  const onCard = lists.maritalStatuses.entries.map(
    (entry) => lists.cardMaritalStatuses.get(lists.cardMaritalStatusOf(entry.value)).code,
  )
  expect(onCard).toEqual([1, 2, 2, 3, 3, 4])
})

test('only who never married has never married', () => {
  const never = lists.maritalStatuses.entries.filter((it) => !lists.hasEverMarried(it.value))
  expect(never.map((it) => it.value)).toEqual(['never-married'])
})

test('a blood type that is not known is a dash on the card', () => {
  expect(lists.cardBloodTypeOf('unknown')).toBe('-')
  expect(lists.cardBloodTypeOf('AB+')).toBe('AB+')
})

test('a screen does not shout, and keeps abbreviations', () => {
  expect(occupations.get(5).label.id).toBe('Pegawai Negeri Sipil (PNS)')
  expect(occupations.get(48).label.id).toBe('Anggota DPR-RI')
  expect(lists.religions.get('kepercayaan').label.id).toBe('Kepercayaan terhadap Tuhan YME')
  expect(lists.educations.get('diploma-1-2').label.id).toBe('Diploma I/II')
  expect(lists.disabilities.get('blind').label.id).toBe('Disabilitas netra')
  expect(lists.bloodTypes.get('AB-').label.id).toBe('AB-')
})

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.double()), (written) => {
      const parsed = parseCode(occupations, written)
      expect(parsed.ok || parsed.issue.written.length <= 80).toBe(true)
    }),
  )
})
