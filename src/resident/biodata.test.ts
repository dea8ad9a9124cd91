// Biodata tests — a form in order, every slip named at once, and what is only a doubt.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biodataOn } from './biodata.arbitrary.ts'
import { type BiodataInput, isRequired, parseBiodata } from './biodata.ts'
import type { CalendarDate } from './calendar-date.ts'

const today = '2026-11-22' as CalendarDate

const siti: BiodataInput = {
  nik: '1606 9969 0208 0001',
  nomorKk: '1606991203160004',
  name: 'siti  rahmawati',
  birthPlace: 'Sekayu',
  birthDate: '29-02-2008',
  sex: 'PEREMPUAN',
  bloodType: 13,
  religion: 'islam',
  maritalStatus: '1',
  occupation: 'Pelajar / Mahasiswa',
  education: 5,
  citizenship: 'wni',
  address: { street: 'Dusun II', rt: 3, rw: '1', village: '1606122010', kodepos: '30756' },
  phone: '0812-3456-7890',
  email: '',
  accompanyingAdult: { name: '', relation: '' },
}

test('a form filled in by hand is read', () => {
  expect(parseBiodata(siti, today)).toEqual({
    ok: true,
    value: {
      nik: '1606996902080001',
      nomorKk: '1606991203160004',
      name: 'SITI RAHMAWATI',
      birthPlace: 'SEKAYU',
      birthDate: '2008-02-29',
      sex: 'female',
      bloodType: 'unknown',
      religion: 'islam',
      maritalStatus: 'never-married',
      occupation: 3,
      education: 'senior-secondary',
      citizenship: 'wni',
      address: {
        street: 'DUSUN II',
        rt: '003',
        rw: '001',
        village: '16.06.12.2010',
        kodepos: '30756',
      },
      phone: '+6281234567890',
    },
  })
})

test('every slip is named, in the order of the form', () => {
  const form = {
    ...siti,
    nik: '16069969020800',
    name: 'S1TI',
    sex: 3,
    religion: undefined,
    address: { ...siti.address, rt: '1234', kodepos: null },
    phone: '0711310000',
    itap: { number: '' },
  }
  expect(parseBiodata(form, today)).toEqual({
    ok: false,
    issue: [
      { field: 'nik', code: 'nik.length', length: 14 },
      { field: 'name', code: 'name.not-a-letter', written: '1' },
      { field: 'sex', code: 'code-list.unknown', list: 'sex', written: '3' },
      { field: 'religion', code: 'field.missing' },
      { field: 'address.rt', code: 'address.rt-form', written: '1234' },
      { field: 'address.kodepos', code: 'field.missing' },
      { field: 'phone', code: 'phone.not-mobile', written: '0711310000' },
    ],
  })
})

describe('what is no form at all', () => {
  test.each([[null], [undefined], ['siti'], [7], [[]]])('%j', (input) => {
    expect(parseBiodata(input, today)).toEqual({
      ok: false,
      issue: [{ field: 'biodata', code: 'field.not-a-group' }],
    })
  })

  test.each([
    ['nik', {}, 'field.not-text'],
    ['nik', 1606996902080001.5, 'field.not-text'],
    ['name', true, 'field.not-text'],
    ['address', 'Dusun II', 'field.not-a-group'],
    ['address', undefined, 'field.missing'],
    ['sex', '  ', 'field.missing'],
  ])('%s: %j', (field, written, code) => {
    const parsed = parseBiodata({ ...siti, [field]: written }, today)
    expect(parsed).toEqual({ ok: false, issue: [{ field, code }] })
  })
})

test('an empty form names every field that is required, and only those', () => {
  const parsed = parseBiodata({}, today)
  const missing = parsed.ok ? [] : parsed.issue.map((it) => it.field)
  expect(missing).toEqual(
    'nik nomorKk name birthPlace birthDate sex bloodType religion maritalStatus occupation education citizenship address'.split(
      ' ',
    ),
  )
  expect(isRequired('address')).toBe(true)
  expect(isRequired('phone')).toBe(false)
})

describe('a birth date', () => {
  const born = (birthDate: string) =>
    parseBiodata({ ...siti, birthDate, maritalStatus: 'widowed' }, today)

  test('may be today, not tomorrow', () => {
    expect(born('2026-11-22').ok).toBe(true)
    expect(born('2026-11-23')).toEqual({
      ok: false,
      issue: [{ field: 'birthDate', code: 'birth-date.future', today }],
    })
  })

  test('may lie 125 years back, not 126', () => {
    expect(born('1900-11-23').ok).toBe(true)
    expect(born('1900-11-22')).toMatchObject({
      issue: [{ code: 'birth-date.too-long-ago', age: 126, ageMax: 125 }],
    })
  })
})

describe('a foreigner', () => {
  const foreigner = (validUntil?: string) => {
    const itap = validUntil === undefined ? null : { number: '2d11je0001-x', validUntil }
    return parseBiodata({ ...siti, citizenship: 'oa', itap }, today)
  }

  test('needs an ITAP', () => {
    expect(foreigner()).toMatchObject({ issue: [{ field: 'itap', code: 'itap.missing' }] })
  })

  test('whose ITAP ends today still holds it', () => {
    const parsed = foreigner('2026-11-22')
    expect(parsed.ok && parsed.value.itap?.number).toBe('2D11JE0001-X')
    expect(foreigner('2026-11-21')).toMatchObject({
      issue: [{ field: 'itap.validUntil', code: 'itap.expired', validUntil: '2026-11-21' }],
    })
  })
})

describe('a sixteen-year-old', () => {
  const sixteen = { ...siti, birthDate: '2009-11-23' }
  const missing = { field: 'accompanyingAdult', code: 'accompanying-adult.missing', age: 16 }

  test('comes with an adult, whose name is kept', () => {
    expect(parseBiodata(sixteen, today)).toEqual({ ok: false, issue: [missing] })
    const adult = { name: 'Sumini', relation: 'parent' }
    const parsed = parseBiodata({ ...sixteen, accompanyingAdult: adult }, today)
    expect(parsed.ok && parsed.value.accompanyingAdult).toEqual({
      name: 'SUMINI',
      relation: 'parent',
    })
  })

  test('may come alone when married, or on the seventeenth birthday', () => {
    expect(parseBiodata({ ...sixteen, maritalStatus: 2 }, today).ok).toBe(true)
    expect(parseBiodata({ ...siti, birthDate: '2009-11-22' }, today).ok).toBe(true)
  })
})

test('a form that was accepted is accepted again, unchanged', () => {
  fc.assert(
    fc.property(biodataOn(today), (biodata) => {
      expect(parseBiodata(biodata, today)).toEqual({ ok: true, value: biodata })
    }),
  )
})

test('anything gets an answer', () => {
  const fields = fc.dictionary(
    fc.constantFrom(...Object.keys(siti), '__proto__', 'constructor'),
    fc.anything(),
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fields), (input) => {
      const parsed = parseBiodata(input, today)
      expect(parsed.ok || parsed.issue.length > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})
