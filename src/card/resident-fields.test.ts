// Resident fields — the cast of sample residents as the card and the form would print them.

import { expect, test } from 'vitest'
import type { CalendarDate } from '#resident/calendar-date'
import { getSampleResident, sampleCast } from '#resident/sample-cast'
import { tungkalJayaTables } from '#resident/tungkal-jaya'
import { findVillage, type Village } from '#resident/wilayah'
import { cardFieldsOf, residentPartOf } from './resident-fields.ts'

const issuedOn = '2026-11-22' as CalendarDate

function villageOf(key: string): Village {
  return findVillage(tungkalJayaTables, getSampleResident(key).biodata.address.village) as Village
}

test('a card speaks in the words of the card', () => {
  const { biodata } = getSampleResident('siti')
  expect(cardFieldsOf(biodata, villageOf('siti'), issuedOn)).toEqual({
    province: 'PROVINSI SUMATERA SELATAN',
    regency: 'KABUPATEN MUSI BANYUASIN',
    nik: '1606996902080001',
    name: 'SITI RAHMAWATI',
    birth: 'SEKAYU, 29-02-2008',
    sex: 'PEREMPUAN',
    bloodType: '-',
    address: 'DUSUN II',
    rtRw: '003/001',
    village: 'BEJI MULYO',
    kecamatan: 'TUNGKAL JAYA',
    religion: 'ISLAM',
    maritalStatus: 'BELUM KAWIN',
    occupation: 'PELAJAR/MAHASISWA',
    citizenship: 'WNI',
    validUntil: 'SEUMUR HIDUP',
    issuedAt: 'MUSI BANYUASIN',
    issuedOn: '22-11-2026',
  })
})

test('the card knows four states of marriage where the form knows six', () => {
  const { biodata } = getSampleResident('budi')
  expect(cardFieldsOf(biodata, villageOf('budi'), issuedOn).maritalStatus).toBe('KAWIN')
  expect(residentPartOf(biodata, villageOf('budi')).biodata).toContainEqual({
    label: 'Status perkawinan',
    value: 'KAWIN TERCATAT',
  })
})

test("a foreigner's card ends with the permit", () => {
  const foreigner = sampleCast.find((it) => it.biodata.citizenship === 'oa')
  expect(foreigner).toBeDefined()
  const { biodata, key } = foreigner as (typeof sampleCast)[number]
  const [year, month, day] = (biodata.itap?.validUntil ?? '').split('-')
  const fields = cardFieldsOf(biodata, villageOf(key), issuedOn)
  expect(fields.validUntil).toBe(`${day}-${month}-${year}`)
})

test('the form names the head of the village', () => {
  const part = residentPartOf(getSampleResident('siti').biodata, villageOf('siti'))
  expect(part.villageOffice).toBe('Kepala Desa Beji Mulyo')
  expect(part.fullName).toBe('SITI RAHMAWATI')
})

test('everybody of the cast can be printed, no field left empty', () => {
  for (const { key, biodata } of sampleCast) {
    const card = cardFieldsOf(biodata, villageOf(key), issuedOn)
    for (const value of Object.values(card)) expect(value).not.toBe('')
    for (const row of residentPartOf(biodata, villageOf(key)).biodata) {
      expect(row.value).not.toBe('')
    }
  }
})
