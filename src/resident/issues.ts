// Issues — every slip and every doubt the room can name; the catalogs of words must know each.

import type { AccompanyingAdultIssue } from './accompanying-adult.ts'
import type { AddressDoubt, AddressIssue } from './address.ts'
import type { BirthPlaceIssue } from './birth-place.ts'
import type { CalendarDate, DateIssue } from './calendar-date.ts'
import type { CodeIssue } from './code-list.ts'
import type { Eligibility } from './eligibility.ts'
import type { EmailIssue } from './email.ts'
import type { ItapIssue } from './itap.ts'
import type { NikDoubt, NikIssue } from './nik.ts'
import type { NomorKkIssue } from './nomor-kk.ts'
import type { PersonNameDoubt, PersonNameIssue } from './person-name.ts'
import type { PhoneIssue } from './phone.ts'
import type { WilayahIssue } from './wilayah.ts'

/** What keeps a value from being accepted. */
export type ResidentIssue =
  | FormIssue
  | NikIssue
  | NomorKkIssue
  | PersonNameIssue
  | BirthPlaceIssue
  | DateIssue
  | BirthDateIssue
  | CodeIssue
  | WilayahIssue
  | AddressIssue
  | PhoneIssue
  | EmailIssue
  | ItapIssue
  | AccompanyingAdultIssue

/** What an officer confirms with the resident; it never refuses anybody. */
export type ResidentDoubt =
  | NikDoubt
  | NikAreaDoubt
  | PersonNameDoubt
  | AddressDoubt
  | AcrossFieldsDoubt

/** Whatever `messageOf` has a sentence for. */
export type ResidentFinding = ResidentIssue | ResidentDoubt | Eligibility

export type FormIssue =
  | { readonly code: 'field.missing' }
  | { readonly code: 'field.not-text' }
  | { readonly code: 'field.not-a-group' }

export type BirthDateIssue =
  | { readonly code: 'birth-date.future'; readonly today: CalendarDate }
  | { readonly code: 'birth-date.too-long-ago'; readonly age: number; readonly ageMax: number }

export interface NikAreaDoubt {
  readonly code: 'nik.area-unknown'
  readonly wilayah: string
}

export type AcrossFieldsDoubt =
  | { readonly code: 'biodata.very-old'; readonly age: number }
  | { readonly code: 'biodata.married-young'; readonly age: number }
  | { readonly code: 'biodata.nomor-kk-is-nik' }
  | { readonly code: 'biodata.accompanying-adult-is-resident' }
  | { readonly code: 'biodata.alone-under-eighteen'; readonly age: number }
  | { readonly code: 'biodata.village-unknown'; readonly village: string }
  | { readonly code: 'biodata.other-kecamatan'; readonly village: string }
