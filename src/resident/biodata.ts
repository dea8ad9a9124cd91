// Biodata — what F-1.02 (Permendagri 109/2019) and the older F-1.21 ask for a new KTP-el, checked.

import { fail, ok, type Result } from '#kit/result'
import { type AccompanyingAdult, accompanyingRelations } from './accompanying-adult.ts'
import { type Address, parseKodepos, parseRt, parseRw, parseStreet } from './address.ts'
import { type BirthPlace, parseBirthPlace } from './birth-place.ts'
import { ageOn, type CalendarDate, parseCalendarDate } from './calendar-date.ts'
import { type CodeList, parseCode } from './code-list.ts'
import * as lists from './code-lists.ts'
import { cardAge } from './eligibility.ts'
import { type Email, parseEmail } from './email.ts'
import { type FieldIssue, group, optional, readFields, required, type TableOf } from './fields.ts'
import { type Itap, parseItapNumber } from './itap.ts'
import { type Nik, parseNik } from './nik.ts'
import { type NomorKk, parseNomorKk } from './nomor-kk.ts'
import { type Occupation, occupations } from './occupations.ts'
import { type PersonName, parsePersonName } from './person-name.ts'
import { type Phone, parsePhone } from './phone.ts'
import { parseVillageCode } from './wilayah.ts'

export interface Biodata {
  readonly nik: Nik
  readonly nomorKk: NomorKk
  readonly name: PersonName
  readonly birthPlace: BirthPlace
  readonly birthDate: CalendarDate
  readonly sex: lists.Sex
  readonly bloodType: lists.BloodType
  readonly religion: lists.Religion
  readonly maritalStatus: lists.MaritalStatus
  readonly occupation: Occupation
  readonly education: lists.Education
  readonly citizenship: lists.Citizenship
  readonly address: Address
  readonly phone?: Phone
  readonly email?: Email
  readonly disability?: lists.Disability
  readonly shdk?: lists.Shdk
  /** Of a foreigner, who holds a card as long as this permit lasts. */
  readonly itap?: Itap
  /** Who came along with a resident under eighteen (UU 27/2022, article 25). */
  readonly accompanyingAdult?: AccompanyingAdult
}

/** The same fields as a screen holds them: nothing checked, anything absent, codes also as numbers. */
export type BiodataInput = Written<Biodata>

type Written<Form> = {
  readonly [Field in keyof Form]?:
    | (Exclude<Form[Field], undefined> extends string | number
        ? string | number
        : Written<Exclude<Form[Field], undefined>>)
    | null
    | undefined
}

export type BiodataField =
  | FieldsOf<typeof table>
  | `address.${AddressField}`
  | ItapField
  | AdultField
type FieldsOf<Table> = keyof Table & string
type AddressField = FieldsOf<Address>
type ItapField = `itap.${FieldsOf<Itap>}`
type AdultField = `accompanyingAdult.${FieldsOf<AccompanyingAdult>}`

/** `biodata` stands for the form as a whole. */
export type BiodataIssue = FieldIssue<BiodataField | 'biodata'>

/** Older than anybody on record. */
export const ageMax = 125

const table: TableOf<Biodata> = {
  nik: required(parseNik),
  nomorKk: required(parseNomorKk),
  name: required(parsePersonName),
  birthPlace: required(parseBirthPlace),
  birthDate: required(parseCalendarDate),
  sex: required(of(lists.sexes)),
  bloodType: required(of(lists.bloodTypes)),
  religion: required(of(lists.religions)),
  maritalStatus: required(of(lists.maritalStatuses)),
  occupation: required(of(occupations)),
  education: required(of(lists.educations)),
  citizenship: required(of(lists.citizenships)),
  address: group<Address>(
    {
      street: required(parseStreet),
      rt: required(parseRt),
      rw: required(parseRw),
      village: required(parseVillageCode),
      kodepos: required(parseKodepos),
    },
    true,
  ),
  phone: optional(parsePhone),
  email: optional(parseEmail),
  disability: optional(of(lists.disabilities)),
  shdk: optional(of(lists.shdkList)),
  itap: group<Itap>(
    { number: required(parseItapNumber), validUntil: required(parseCalendarDate) },
    false,
  ),
  accompanyingAdult: group<AccompanyingAdult>(
    {
      name: required(parsePersonName),
      relation: required(of(accompanyingRelations)),
      nik: optional(parseNik),
    },
    false,
  ),
}

/**
 * Reads a filled-in form and names every slip in it at once. `today` tells a birth date in the
 * future, a permit that ran out, and who is too young to come alone.
 */
export function parseBiodata(
  input: unknown,
  today: CalendarDate,
): Result<Biodata, readonly BiodataIssue[]> {
  const read = readFields(table, input)
  if (!read.ok) {
    return fail(read.issue.map((it) => ({ ...it, field: it.field || 'biodata' }) as BiodataIssue))
  }
  const issues = issuesBetweenFields(read.value, today)
  return issues.length === 0 ? ok(read.value) : fail(issues)
}

/** For a screen that marks what has to be filled in. */
export function isRequired(field: keyof Biodata): boolean {
  return table[field].required
}

function issuesBetweenFields(biodata: Biodata, today: CalendarDate): readonly BiodataIssue[] {
  const issues: BiodataIssue[] = []
  const age = ageOn(biodata.birthDate, today)
  if (biodata.birthDate > today) {
    issues.push({ field: 'birthDate', code: 'birth-date.future', today })
  }
  if (age > ageMax)
    issues.push({ field: 'birthDate', code: 'birth-date.too-long-ago', age, ageMax })

  const { citizenship, itap } = biodata
  if (citizenship === 'oa' && itap === undefined) {
    issues.push({ field: 'itap', code: 'itap.missing' })
  }
  if (citizenship === 'oa' && itap !== undefined && itap.validUntil < today) {
    issues.push({ field: 'itap.validUntil', code: 'itap.expired', validUntil: itap.validUntil })
  }

  const cannotComeAlone = age < cardAge && !lists.hasEverMarried(biodata.maritalStatus)
  if (cannotComeAlone && biodata.birthDate <= today && biodata.accompanyingAdult === undefined) {
    issues.push({ field: 'accompanyingAdult', code: 'accompanying-adult.missing', age })
  }
  return issues
}

function of<Value extends string | number>(list: CodeList<Value>) {
  return (text: string) => parseCode(list, text)
}
