// Sample residents — made-up adults of the sixteen villages, the same for the same seed.

import { assert, present } from '#kit/assert'
import type { Seeded } from '#kit/seeded'
import { type Biodata, type BiodataInput, parseBiodata } from './biodata.ts'
import { addDays, ageOn, type CalendarDate, datePartsOf } from './calendar-date.ts'
import type { Education, MaritalStatus, Sex } from './code-lists.ts'
import * as names from './sample-names.ts'
import { tungkalJayaKodepos, tungkalJayaVillages } from './tungkal-jaya.ts'

/** Seventeen years, leap days counted, so that everybody is an adult. */
const YOUNGEST_DAYS = 6210
/** From the seventeenth year to the eightieth. */
const SPAN_DAYS = 63 * 365
/** Before this year one name was often enough. */
const ONE_NAME_BEFORE = 1975
const SERIAL_MAX = 9999
const POPULATION_MAX = 1_000_000

/** An adult with a NIK in kecamatan 160699. Without a `serial` two residents may share a NIK. */
export function sampleResident(random: Seeded, today: CalendarDate, serial?: number): Biodata {
  const sex: Sex = random.below(2) === 0 ? 'male' : 'female'
  return completed(random, today, { sex, birthDate: birthDateOf(random, today), serial })
}

/** So many residents, no two of whom share a NIK. */
export function samplePopulation(
  random: Seeded,
  today: CalendarDate,
  count: number,
): readonly Biodata[] {
  assert(count <= POPULATION_MAX, 'a population of the size of a city')
  const takenSerials = new Map<string, number>()
  return Array.from({ length: count }, (_, index) => {
    const own = random.fork(String(index))
    const sex: Sex = own.below(2) === 0 ? 'male' : 'female'
    const birthDate = birthDateOf(own, today)
    // A NIK knows the year by two digits: who was born a century apart draws from one series.
    const series = `${sex}${birthDate.slice(2)}`
    const serial = (takenSerials.get(series) ?? 0) + 1
    takenSerials.set(series, serial)
    return completed(own, today, { sex, birthDate, serial })
  })
}

function completed(
  random: Seeded,
  today: CalendarDate,
  person: { sex: Sex; birthDate: CalendarDate; serial: number | undefined },
): Biodata {
  const { sex, birthDate } = person
  const age = ageOn(birthDate, today)
  const serial = person.serial ?? 1 + random.below(SERIAL_MAX)
  const maritalStatus = maritalStatusOf(random, age)
  const form: BiodataInput = {
    nik: nikOf(sex, birthDate, serial),
    nomorKk: `160699${two(1 + random.below(28))}${two(1 + random.below(12))}${two(10 + random.below(15))}${four(1 + random.below(SERIAL_MAX))}`,
    name: nameOf(random, sex, birthDate),
    birthPlace: random.pick(names.birthPlaces),
    birthDate,
    sex,
    bloodType: random.pick(['A', 'B', 'AB', 'O', 'unknown', 'unknown', 'unknown'] as const),
    religion: random.pick(['islam', 'islam', 'islam', 'islam', 'protestant', 'hindu'] as const),
    maritalStatus,
    occupation: occupationOf(random, sex, age),
    education: educationOf(random, age),
    citizenship: 'wni',
    address: {
      street: `DUSUN ${random.pick(['I', 'II', 'III', 'IV'])}`,
      rt: 1 + random.below(12),
      rw: 1 + random.below(4),
      village: random.pick(tungkalJayaVillages),
      kodepos: tungkalJayaKodepos,
    },
  }
  const read = parseBiodata(form, today)
  return present(read.ok ? read.value : undefined, 'a sample resident is in order')
}

/** The younger of two draws: a village has more young adults than old. */
function birthDateOf(random: Seeded, today: CalendarDate): CalendarDate {
  const lived = YOUNGEST_DAYS + Math.min(random.below(SPAN_DAYS), random.below(SPAN_DAYS))
  return addDays(today, -lived)
}

function nikOf(sex: Sex, birthDate: CalendarDate, serial: number): string {
  assert(serial >= 1 && serial <= SERIAL_MAX, 'a serial of four digits')
  const { year, month, day } = datePartsOf(birthDate)
  const writtenDay = sex === 'female' ? day + 40 : day
  return `160699${two(writtenDay)}${two(month)}${two(year % 100)}${four(serial)}`
}

function nameOf(random: Seeded, sex: Sex, birthDate: CalendarDate): string {
  const first = random.pick(sex === 'male' ? names.maleFirstNames : names.femaleFirstNames)
  const last = random.pick(sex === 'male' ? names.maleLastNames : names.femaleLastNames)
  const isOld = Number(birthDate.slice(0, 4)) < ONE_NAME_BEFORE
  return isOld && random.below(7) === 0 ? first : `${first} ${last}`
}

function maritalStatusOf(random: Seeded, age: number): MaritalStatus {
  const chance = random.below(100)
  if (chance >= 95) return age > 55 ? 'widowed' : 'never-married'
  const married = age < 19 ? 0 : Math.min(95, (age - 18) * 8)
  return chance < married ? 'married-registered' : 'never-married'
}

/** By their codes: 3 pupil, 2 homemaker, 9 farmer, 20 plantation laborer, 88 self-employed. */
function occupationOf(random: Seeded, sex: Sex, age: number): number {
  if (age < 19) return 3
  if (sex === 'female' && random.below(2) === 0) return 2
  return random.pick([9, 9, 9, 20, 20, 15, 88, 84, 81, 19, 27, 65])
}

function educationOf(random: Seeded, age: number): Education {
  if (age < 19) return 'junior-secondary'
  if (age > 55) return random.pick(['none', 'primary', 'primary', 'junior-secondary'])
  return random.pick(['primary', 'junior-secondary', 'senior-secondary', 'bachelor'])
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function four(value: number): string {
  return String(value).padStart(4, '0')
}
