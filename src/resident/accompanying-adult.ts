// Accompanying adult — who came along with a resident under eighteen.

import { codeList } from './code-list.ts'
import type { Nik } from './nik.ts'
import type { PersonName } from './person-name.ts'

export const accompanyingRelations = codeList('accompanying-relation', [
  ['parent', 'ORANGTUA', 'Parent'],
  ['guardian', 'WALI', 'Guardian'],
  ['other-relative', 'FAMILI LAIN', 'Other relative'],
  ['school', 'PIHAK SEKOLAH', 'School'],
])

export interface AccompanyingAdult {
  readonly name: PersonName
  readonly relation: 'parent' | 'guardian' | 'other-relative' | 'school'
  readonly nik?: Nik
}

export type AccompanyingAdultIssue = {
  readonly code: 'accompanying-adult.missing'
  readonly age: number
}
