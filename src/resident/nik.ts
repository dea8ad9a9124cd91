// NIK — Nomor Induk Kependudukan, the 16-digit number a resident keeps for life.
//
//     160699  570899  0001
//     ──┬───  ──┬───  ──┬─
//       │       │       └─ serial, from 0001, within that area and day
//       │       └───────── day, month, year of birth; a woman's day is raised by 40
//       └───────────────── wilayah: provinsi, kabupaten/kota and kecamatan of first issue
//
// The digits tell when and where the number was issued and are never corrected afterwards: areas
// have split since, and birth dates were amended. So only the grammar is checked here; where the
// number and the biodata disagree, the officer has a doubt to clear and no ground to refuse.
//
// Always text, never a number: a NIK that begins with 91 is beyond what a double holds exactly.

import type { Brand } from '#kit/brand'
import { fail, ok, type Result } from '#kit/result'
import { type CalendarDate, datePartsOf } from './calendar-date.ts'
import type { Sex } from './code-lists.ts'
import { groupedByFour, sixteenDigitsOf } from './sixteen-digits.ts'

export type Nik = Brand<string, 'Nik'>

export interface NikParts {
  /** Six digits without dots, as they stand in the number. */
  readonly wilayah: string
  readonly sex: Sex
  readonly day: number
  readonly month: number
  /** Two digits only: the century is not written, so it is not guessed here. */
  readonly yearOfCentury: number
  readonly serial: number
}

export type NikIssue =
  | { readonly code: 'nik.length'; readonly length: number }
  | { readonly code: 'nik.not-a-digit'; readonly index: number }
  | { readonly code: 'nik.day'; readonly written: string }
  | { readonly code: 'nik.month'; readonly written: string }
  | { readonly code: 'nik.serial-zero' }

export type NikDoubt =
  | { readonly code: 'nik.other-sex'; readonly written: Sex }
  | {
      readonly code: 'nik.other-birth-date'
      readonly day: number
      readonly month: number
      readonly yearOfCentury: number
    }

const FEMALE_DAY_OFFSET = 40

/** Reads a NIK as a person writes it: spaces, dots and dashes between groups are let pass. */
export function parseNik(text: string): Result<Nik, NikIssue> {
  const digits = sixteenDigitsOf(text)
  if (!digits.ok) {
    return digits.issue.kind === 'length'
      ? fail({ code: 'nik.length', length: digits.issue.length })
      : fail({ code: 'nik.not-a-digit', index: digits.issue.index })
  }
  const { day, month, serial } = partsOf(digits.value)
  // 31 February passes: such numbers were issued and stay their holders'.
  if (day < 1 || day > 31) return fail({ code: 'nik.day', written: digits.value.slice(6, 8) })
  if (month < 1 || month > 12) {
    return fail({ code: 'nik.month', written: digits.value.slice(8, 10) })
  }
  if (serial === 0) return fail({ code: 'nik.serial-zero' })
  return ok(digits.value as Nik)
}

export function readNik(nik: Nik): NikParts {
  return partsOf(nik)
}

/** Where a NIK and the biodata disagree. Never a ground to refuse: PP 40/2019, article 30(2). */
export function doubtsAbout(
  nik: Nik,
  person: { readonly sex: Sex; readonly birthDate: CalendarDate },
): readonly NikDoubt[] {
  const { sex, day, month, yearOfCentury } = partsOf(nik)
  const born = datePartsOf(person.birthDate)
  const sameDate = born.day === day && born.month === month && born.year % 100 === yearOfCentury

  const doubts: NikDoubt[] = []
  if (sex !== person.sex) doubts.push({ code: 'nik.other-sex', written: sex })
  if (!sameDate) doubts.push({ code: 'nik.other-birth-date', day, month, yearOfCentury })
  return doubts
}

/** The only form of a NIK that may reach a log, a message or a complaint's answer. */
export function maskNik(nik: Nik): string {
  return `${nik.slice(0, 6)}••••••${nik.slice(12)}`
}

/** For reading aloud and comparing with paper: `1606 9957 0899 0001`. */
export function groupNik(nik: Nik): string {
  return groupedByFour(nik)
}

function partsOf(digits: string): NikParts {
  const number = (from: number, to: number) => Number(digits.slice(from, to))
  const writtenDay = number(6, 8)
  const isFemale = writtenDay > FEMALE_DAY_OFFSET
  return {
    wilayah: digits.slice(0, 6),
    sex: isFemale ? 'female' : 'male',
    day: isFemale ? writtenDay - FEMALE_DAY_OFFSET : writtenDay,
    month: number(8, 10),
    yearOfCentury: number(10, 12),
    serial: number(12, 16),
  }
}
