// Sample residents tests — nobody real, nobody twice, and the edges of the field all there.

import { describe, expect, test } from 'vitest'
import { seeded } from '#kit/seeded'
import { parseBiodata } from './biodata.ts'
import { doubtsAboutBiodata } from './biodata-doubts.ts'
import { ageOn, type CalendarDate } from './calendar-date.ts'
import { decideEligibility } from './eligibility.ts'
import { getSampleResident, sampleCast, sampleToday } from './sample-cast.ts'
import * as names from './sample-names.ts'
import { samplePopulation, sampleResident } from './sample-residents.ts'
import { tungkalJaya, tungkalJayaTables } from './tungkal-jaya.ts'

const office = { today: sampleToday, kecamatan: tungkalJaya, tables: tungkalJayaTables }

describe('the cast', () => {
  test('lives in a kecamatan that does not exist, each under an own name and NIK', () => {
    for (const { biodata } of sampleCast) {
      expect(biodata.nik).toMatch(/^160699/)
      expect(biodata.nomorKk).toMatch(/^160699/)
    }
    expect(new Set(sampleCast.map((it) => it.key)).size).toBe(sampleCast.length)
    expect(new Set(sampleCast.map((it) => it.biodata.nik)).size).toBe(sampleCast.length)
  })

  test('is doubted exactly where its stories say so', () => {
    const doubts = sampleCast.map(({ key, biodata }) => [
      key,
      doubtsAboutBiodata(biodata, office).map((it) => it.code),
    ])
    expect(Object.fromEntries(doubts.filter(([, codes]) => codes?.length !== 0))).toEqual({
      budi: ['name.one-word'],
      rini: ['biodata.alone-under-eighteen'],
      rani: ['biodata.alone-under-eighteen'],
      karto: ['name.one-word'],
      agus: ['nik.other-birth-date'],
      nuraini: ['name.punctuation'],
      fitri: ['biodata.married-young'],
      sumini: ['name.one-word'],
      'ridwan-too': ['address.rt-zero'],
    })
  })

  test('is decided upon as its stories say', () => {
    const decided = sampleCast.map(({ key, biodata }) => [
      key,
      decideEligibility({ ...biodata, today: sampleToday }).code,
    ])
    expect(Object.fromEntries(decided.filter(([, code]) => code !== 'eligibility.by-age'))).toEqual(
      {
        arif: 'eligibility.recorded-early',
        fitri: 'eligibility.by-marriage',
        nurul: 'eligibility.too-young',
      },
    )
  })

  test('is looked up by name', () => {
    expect(getSampleResident('raden').biodata.name).toHaveLength(60)
    expect(ageOn(getSampleResident('karto').biodata.birthDate, sampleToday)).toBe(109)
    expect(() => getSampleResident('nobody')).toThrow('nobody is of the sample cast')
  })
})

describe('a population', () => {
  const today = '2028-02-29' as CalendarDate
  const population = samplePopulation(seeded('village'), today, 3000)

  test('is the same for the same seed and another for another', () => {
    expect(samplePopulation(seeded('village'), today, 50)).toEqual(population.slice(0, 50))
    expect(samplePopulation(seeded('town'), today, 50)).not.toEqual(population.slice(0, 50))
  })

  test('shares no NIK', () => {
    expect(new Set(population.map((it) => it.nik)).size).toBe(population.length)
  })

  test('is adult, in order, and of the sixteen villages', () => {
    for (const biodata of population) {
      expect(ageOn(biodata.birthDate, today)).toBeGreaterThanOrEqual(17)
      expect(biodata.nik).toMatch(/^160699/)
      expect(parseBiodata(biodata, today)).toEqual({ ok: true, value: biodata })
      const doubts = doubtsAboutBiodata(biodata, { ...office, today }).map((it) => it.code)
      const usual = ['name.one-word', 'biodata.alone-under-eighteen']
      expect(doubts.filter((code) => !usual.includes(code))).toEqual([])
    }
    expect(new Set(population.map((it) => it.address.village)).size).toBe(16)
  })

  test('has names of one word among the old only, and none doubled', () => {
    for (const { name, birthDate } of population) {
      const words = name.split(' ')
      expect(new Set(words).size).toBe(words.length)
      if (words.length === 1) expect(birthDate < '1975').toBe(true)
    }
    expect(population.some((it) => !it.name.includes(' '))).toBe(true)
  })

  test('has first names that are nobody’s last', () => {
    const last = new Set([...names.maleLastNames, ...names.femaleLastNames])
    const first = [...names.maleFirstNames, ...names.femaleFirstNames]
    expect(first.filter((name) => last.has(name))).toEqual([])
  })
})

test('a resident may be given a serial, and keeps it', () => {
  const biodata = sampleResident(seeded('one'), sampleToday, 42)
  expect(biodata.nik).toMatch(/0042$/)
  expect(() => sampleResident(seeded('one'), sampleToday, 10_000)).toThrow('four digits')
  expect(sampleResident(seeded('one'), sampleToday)).toEqual(
    sampleResident(seeded('one'), sampleToday),
  )
})
