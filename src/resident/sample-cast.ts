// Sample cast — named residents, each with a story, met again in tests and demonstrations.
//
// Their NIK and nomor KK lie in 160699, a kecamatan that does not exist: a number made up in a real
// one may be somebody's. Ages are told for `sampleToday`.

import { present } from '#kit/assert'
import { type Biodata, type BiodataInput, parseBiodata } from './biodata.ts'
import type { CalendarDate } from './calendar-date.ts'
import { tungkalJayaKodepos } from './tungkal-jaya.ts'

export interface SampleResident {
  readonly key: string
  /** What this resident is there to show. */
  readonly story: string
  readonly biodata: Biodata
}

export const sampleToday = '2026-11-22' as CalendarDate

type Particulars = Omit<BiodataInput, 'address'> & {
  readonly village: string
  readonly rt?: string
}

export const sampleCast: readonly SampleResident[] = [
  resident('siti', 'A pupil of eighteen comes for her first card; born on 29 February.', {
    nik: '1606996902080001',
    name: 'Siti Rahmawati',
    birthDate: '2008-02-29',
    occupation: 3,
    education: 'senior-secondary',
    village: '2010',
    phone: '081200000001',
  }),
  resident('budi', 'A farmer of one name only.', {
    nik: '1606991205710001',
    name: 'Budi',
    birthDate: '1971-05-12',
    birthPlace: 'Wonogiri',
    maritalStatus: 'married-registered',
    shdk: 'head',
    village: '2014',
  }),
  resident('rini', 'A twin, born on the 31st: the day in her NIK is 71.', {
    nik: '1606997107090001',
    name: 'Rini Lestari',
    birthDate: '2009-07-31',
    occupation: 3,
    village: '2015',
  }),
  resident('rani', 'Her twin sister; their fingers differ, their numbers by one digit.', {
    nik: '1606997107090002',
    name: 'Rani Lestari',
    birthDate: '2009-07-31',
    occupation: 3,
    village: '2015',
  }),
  resident('joko', 'A plantation laborer whose right thumb is worn smooth.', {
    nik: '1606990903680001',
    name: 'Joko Susilo',
    birthDate: '1968-03-09',
    birthPlace: 'Kebumen',
    maritalStatus: 'married-registered',
    occupation: 20,
    shdk: 'head',
    village: '2008',
  }),
  resident('dewi', 'A woman who was recorded years ago under this NIK.', {
    nik: '1606995710900001',
    name: 'Dewi Kartika',
    birthDate: '1990-10-17',
    maritalStatus: 'divorced-registered',
    occupation: 84,
    village: '2001',
  }),
  resident('dewi-again', 'The same woman under a second NIK, a month younger.', {
    nik: '1606995711900001',
    name: 'Dewi Kartika Sari',
    birthDate: '1990-11-17',
    occupation: 84,
    village: '2003',
  }),
  resident('hendra', 'An operator, whose own finger once got into another’s record.', {
    nik: '1606992506880001',
    name: 'Hendra Saputra',
    birthDate: '1988-06-25',
    birthPlace: 'Palembang',
    maritalStatus: 'married-registered',
    occupation: 18,
    education: 'diploma-3',
    village: '2001',
  }),
  resident('karto', 'A man of 109 years.', {
    nik: '1606990101170001',
    name: 'Kartorejo',
    birthDate: '1917-01-01',
    birthPlace: 'Purworejo',
    maritalStatus: 'widowed',
    education: 'none',
    shdk: 'parent',
    village: '2013',
  }),
  resident('agus', 'A man whose NIK has day and month the other way round.', {
    nik: '1606990701850001',
    name: 'Agus Priyanto',
    birthDate: '1985-07-01',
    maritalStatus: 'married-unregistered',
    occupation: 81,
    village: '2011',
  }),
  resident('raden', 'A name of sixty letters, the longest there may be.', {
    nik: '1606990204810001',
    name: 'Raden Muhammad Suryaningrat Wijayakusuma Adiningrat Purwanto',
    birthDate: '1981-04-02',
    maritalStatus: 'married-registered',
    occupation: 65,
    education: 'bachelor',
    village: '2002',
  }),
  resident('nuraini', 'A widow with an apostrophe in her name, born on the 31st.', {
    nik: '1606997108580001',
    name: "Nur'aini Binti Ma'ruf",
    birthDate: '1958-08-31',
    maritalStatus: 'widowed',
    occupation: 2,
    education: 'primary',
    village: '2005',
  }),
  resident('arif', 'A pupil of sixteen: recorded early, his card locked until his birthday.', {
    nik: '1606991503100001',
    name: 'Arif Hidayat',
    birthDate: '2010-03-15',
    occupation: 3,
    education: 'junior-secondary',
    shdk: 'child',
    village: '2006',
    accompanyingAdult: { name: 'Sumini', relation: 'parent' },
  }),
  resident('fitri', 'Sixteen and married, so she must have a card.', {
    nik: '1606996006100001',
    name: 'Fitri Handayani',
    birthDate: '2010-06-20',
    maritalStatus: 'married-registered',
    occupation: 2,
    education: 'junior-secondary',
    shdk: 'wife',
    village: '2007',
  }),
  resident('nurul', 'Fifteen until tomorrow, when she may be recorded.', {
    nik: '1606996311100001',
    name: 'Nurul Hikmah',
    birthDate: '2010-11-23',
    occupation: 3,
    education: 'junior-secondary',
    shdk: 'child',
    village: '2009',
    accompanyingAdult: { name: 'Abdul Rohman', relation: 'parent' },
  }),
  resident('pieter', 'A foreigner with a permanent stay permit.', {
    nik: '1606990204750001',
    name: 'Pieter Jansen',
    birthDate: '1975-04-02',
    birthPlace: 'Leiden',
    religion: 'protestant',
    maritalStatus: 'married-registered',
    occupation: 71,
    education: 'master',
    citizenship: 'oa',
    itap: { number: '2D11XX0001-K', validUntil: '2029-06-30' },
    village: '2001',
  }),
  resident('suparman', 'A man without fingers, who lost both hands in a mill.', {
    nik: '1606991811620001',
    name: 'Suparman Hadi',
    birthDate: '1962-11-18',
    maritalStatus: 'married-registered',
    occupation: 1,
    disability: 'physical',
    village: '2012',
  }),
  resident('sumini', 'A blind woman, to whom everything is read aloud.', {
    nik: '1606994412790001',
    name: 'Sumini',
    birthDate: '1979-12-04',
    maritalStatus: 'married-registered',
    occupation: 2,
    disability: 'blind',
    village: '2006',
  }),
  resident('ridwan', 'One of two men of the same name, village and birth date.', {
    nik: '1606990909990001',
    name: 'Muhammad Ridwan',
    birthDate: '1999-09-09',
    village: '2004',
  }),
  resident('ridwan-too', 'The other one, of a hamlet without RT.', {
    nik: '1606990909990002',
    name: 'Muhammad Ridwan',
    birthDate: '1999-09-09',
    village: '2004',
    rt: '000',
  }),
]

/** Asserts that the cast has a resident of this name. */
export function getSampleResident(key: string): SampleResident {
  return present(
    sampleCast.find((it) => it.key === key),
    `${key} is of the sample cast`,
  )
}

function resident(key: string, story: string, particulars: Particulars): SampleResident {
  const { village, rt = '003', ...own } = particulars
  const nik = String(own.nik)
  const read = parseBiodata(
    {
      nomorKk: `160699120316${nik.slice(12)}`,
      birthPlace: 'Sekayu',
      sex: Number(nik.slice(6, 8)) > 40 ? 'female' : 'male',
      bloodType: 'unknown',
      religion: 'islam',
      maritalStatus: 'never-married',
      occupation: 9,
      education: 'senior-secondary',
      citizenship: 'wni',
      ...own,
      address: {
        street: 'Dusun II',
        rt,
        rw: '001',
        village: `16.06.12.${village}`,
        kodepos: tungkalJayaKodepos,
      },
    },
    sampleToday,
  )
  return { key, story, biodata: present(read.ok ? read.value : undefined, `${key} is in order`) }
}
