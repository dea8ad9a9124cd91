// Biodata doubts tests — what an officer is asked to look at, and that a usual form raises nothing.

import { describe, expect, test } from 'vitest'
import { type Biodata, parseBiodata } from './biodata.ts'
import { doubtsAboutBiodata } from './biodata-doubts.ts'
import type { CalendarDate } from './calendar-date.ts'
import { tungkalJaya, tungkalJayaTables } from './tungkal-jaya.ts'
import type { KecamatanCode } from './wilayah.ts'

const today = '2026-11-22' as CalendarDate
const office = { today, kecamatan: tungkalJaya, tables: tungkalJayaTables }

const usual = {
  nik: '1606990411870003',
  nomorKk: '1606991203160004',
  name: 'Agus Priyanto',
  birthPlace: 'Sekayu',
  birthDate: '04-11-1987',
  sex: 'male',
  bloodType: 'O',
  religion: 'islam',
  maritalStatus: 'married-registered',
  occupation: 9,
  education: 'primary',
  citizenship: 'wni',
  address: { street: 'Dusun II', rt: '3', rw: '1', village: '16.06.12.2010', kodepos: '30756' },
}

function read(changes: object): Biodata {
  const parsed = parseBiodata({ ...usual, ...changes }, today)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issue))
  return parsed.value
}

test('a usual form raises no doubt', () => {
  expect(doubtsAboutBiodata(read({}), office)).toEqual([])
})

describe('a doubt stands beside its field', () => {
  test.each([
    [{ sex: 'female' }, [['nik', 'nik.other-sex']]],
    [{ birthDate: '05-11-1987' }, [['nik', 'nik.other-birth-date']]],
    [{ name: 'Agus' }, [['name', 'name.one-word']]],
    [
      { address: { ...usual.address, rt: '0', rw: '0' } },
      [
        ['address.rt', 'address.rt-zero'],
        ['address.rw', 'address.rw-zero'],
      ],
    ],
    [
      { address: { ...usual.address, village: '16.06.12.2017' } },
      [['address.village', 'biodata.village-unknown']],
    ],
    [
      { address: { ...usual.address, village: '16.06.09.2001' } },
      [['address.village', 'biodata.other-kecamatan']],
    ],
    [{ nomorKk: usual.nik }, [['nomorKk', 'biodata.nomor-kk-is-nik']]],
    [
      { accompanyingAdult: { name: 'Sumini Ayu', relation: 'parent', nik: usual.nik } },
      [['accompanyingAdult.nik', 'biodata.accompanying-adult-is-resident']],
    ],
  ])('%j', (changes, doubts) => {
    const found = doubtsAboutBiodata(read(changes), office).map((it) => [it.field, it.code])
    expect(found).toEqual(doubts)
  })
})

describe('an age', () => {
  const codesOf = (changes: object) =>
    doubtsAboutBiodata(read(changes), office)
      .filter((it) => it.field !== 'nik')
      .map((it) => it.code)

  test.each([
    ['1916-11-22', 'married-registered', []], // 110
    ['1915-11-22', 'married-registered', ['biodata.very-old']],
    ['2007-11-22', 'married-registered', []], // 19
    ['2007-11-23', 'married-registered', ['biodata.married-young']],
    ['2008-11-22', 'never-married', []], // 18
    ['2008-11-23', 'never-married', ['biodata.alone-under-eighteen']],
    ['2009-11-22', 'never-married', ['biodata.alone-under-eighteen']],
  ])('born %s, %s: %j', (birthDate, maritalStatus, codes) => {
    expect(codesOf({ birthDate, maritalStatus })).toEqual(codes)
  })

  test('under eighteen is no doubt when somebody came along', () => {
    const accompanyingAdult = { name: 'Sumini Ayu', relation: 'parent' }
    const facts = { birthDate: '2009-11-22', maritalStatus: 'never-married', accompanyingAdult }
    expect(codesOf(facts)).toEqual([])
  })
})

test('an area that no list names is a doubt about the NIK', () => {
  const code = '16.06.99' as KecamatanCode
  expect(doubtsAboutBiodata(read({}), { ...office, nikArea: { known: 'never', code } })).toEqual([
    { field: 'nik', code: 'nik.area-unknown', wilayah: '16.06.99' },
  ])
  const nikArea = { known: 'formerly', code, name: 'Merauke' } as const
  expect(doubtsAboutBiodata(read({}), { ...office, nikArea })).toEqual([])
})
