// Wilayah tests — codes, the sixteen villages, and the national list as its package answers it.

import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Nik } from './nik.ts'
import { areaOfNik } from './nik-area.ts'
import { tungkalJaya, tungkalJayaTables, tungkalJayaVillages } from './tungkal-jaya.ts'
import {
  findKecamatan,
  findVillage,
  type KecamatanCode,
  kecamatanCodeOf,
  parseKecamatanCode,
  parseVillageCode,
  provinceCodeOf,
  regencyCodeOf,
  type VillageCode,
  villageHeadTitleOf,
  villageKindOf,
  villagesOf,
  type WilayahTables,
  wilayahTablesOf,
} from './wilayah.ts'

const peninggalan = '16.06.12.2001' as VillageCode

describe('a code is read', () => {
  test.each([
    ['16.06.12.2001', peninggalan],
    [' 1606122001 ', peninggalan],
    ['16.71.01.1001', '16.71.01.1001'],
    ['91.01.01.3001', '91.01.01.3001'],
  ])('%s', (text, code) => {
    expect(parseVillageCode(text)).toEqual({ ok: true, value: code })
  })

  test.each([
    ['', 'wilayah.village-form'],
    ['16.06.12', 'wilayah.village-form'],
    ['16.06.12.20011', 'wilayah.village-form'],
    ['16-06-12-2001', 'wilayah.village-form'],
    ['16.06.12.0001', 'wilayah.village-kind'],
    ['16.06.12.4001', 'wilayah.village-kind'],
  ])('%s is no village', (written, code) => {
    expect(parseVillageCode(written)).toEqual({ ok: false, issue: { code, written } })
  })

  test('of a kecamatan', () => {
    expect(parseKecamatanCode('160612')).toEqual({ ok: true, value: tungkalJaya })
    expect(parseKecamatanCode('16.06.1')).toMatchObject({
      issue: { code: 'wilayah.kecamatan-form' },
    })
    expect(parseKecamatanCode('16.06.12.2001').ok).toBe(false)
  })
})

test('a code names its parents', () => {
  expect(provinceCodeOf(peninggalan)).toBe('16')
  expect(regencyCodeOf(peninggalan)).toBe('16.06')
  expect(kecamatanCodeOf(peninggalan)).toBe('16.06.12')
})

test.each([
  ['16.06.01.1001', 'kelurahan', 'Lurah'],
  ['16.06.12.2001', 'desa', 'Kepala Desa'],
  ['91.03.01.3001', 'desa-adat', 'Kepala Desa'],
])('%s is a %s and has a %s', (code, kind, title) => {
  expect(villageKindOf(code as VillageCode)).toBe(kind)
  expect(villageHeadTitleOf(villageKindOf(code as VillageCode))).toBe(title)
})

describe('the small tables', () => {
  test('have the sixteen villages', () => {
    expect(tungkalJayaVillages).toHaveLength(16)
    expect(villagesOf(tungkalJayaTables, tungkalJaya).map((it) => it.code)).toEqual(
      tungkalJayaVillages,
    )
    expect(findVillage(tungkalJayaTables, '16.06.12.2017' as VillageCode)).toBeUndefined()
  })

  test('tell the whole address of a village', () => {
    expect(findVillage(tungkalJayaTables, peninggalan)).toEqual({
      code: peninggalan,
      name: 'Peninggalan',
      kind: 'desa',
      kecamatan: {
        code: '16.06.12',
        name: 'Tungkal Jaya',
        regency: { code: '16.06', name: 'Kabupaten Musi Banyuasin' },
        province: { code: '16', name: 'Sumatera Selatan' },
      },
    })
  })
})

describe('the national list', () => {
  let national: WilayahTables
  beforeAll(async () => {
    national = wilayahTablesOf({
      provinces: await getProvinces(),
      regencies: await getRegencies(),
      districts: await getDistricts(),
      villages: await getVillages(),
    })
  })

  test('agrees with the small tables, name by name', () => {
    expect(villagesOf(national, tungkalJaya)).toEqual(villagesOf(tungkalJayaTables, tungkalJaya))
    expect(findVillage(national, peninggalan)).toEqual(findVillage(tungkalJayaTables, peninggalan))
  })

  test('is of 2025', () => {
    expect(national.provinces.size).toBe(38)
    expect(national.regencies.size).toBe(514)
    expect(national.kecamatan.size).toBe(7285)
    expect(national.villages.size).toBe(83762)
  })

  test('names every village, its kecamatan, regency and province', () => {
    for (const code of national.villages.keys()) {
      const parsed = parseVillageCode(code)
      expect(parsed.ok && findVillage(national, parsed.value)).toMatchObject({ code })
    }
  })

  test('does not know the kecamatan of the samples', () => {
    expect(findKecamatan(national, '16.06.99' as KecamatanCode)).toBeUndefined()
  })

  test.each([
    ['1606120101010001', { known: 'today', name: 'Tungkal Jaya' }],
    ['1606090101010001', { known: 'today', name: 'Bayung Lencir' }],
    ['9101010101010001', { known: 'formerly', name: 'Merauke' }],
    ['1606990101010001', { known: 'never', code: '16.06.99' }],
  ])('a NIK %s was issued in an area known today, formerly or never', (nik, area) => {
    expect(areaOfNik(nik as Nik, national)).toMatchObject(area)
  })
})
