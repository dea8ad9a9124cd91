// Requirement — one thing asked of a resident: why, of whom, and who may let it go.

import type { Bilingual } from './bilingual.ts'
import type { ServiceType } from './service.ts'

export type RequirementId =
  | 'kk'
  | 'age'
  | 'ijazah'
  | 'f1'
  | 'marriage-proof'
  | 'accompanying-adult'
  | 'travel-document'
  | 'itap-card'
  | 'police-letter'
  | 'damaged-card'
  | 'old-card'
  | 'event-proof'
  | 'move-letter'
  | 'move-letter-abroad'

/** What is put on the counter; the scans of a case are filed under these. */
export type DocumentKind =
  | 'kk'
  | 'ijazah'
  | 'no-document-statement'
  | 'f1'
  | 'marriage-proof'
  | 'travel-document'
  | 'itap-card'
  | 'police-letter'
  | 'damaged-card'
  | 'old-card'
  | 'event-proof'
  | 'move-letter'
  | 'move-letter-abroad'

/** Whom a requirement concerns, named so that a standard stays data. */
export type Condition =
  | 'everybody'
  | 'married-before-card-age'
  | 'unmarried-before-card-age'
  | 'foreigner'
  | 'citizen'
  | 'citizen-moved-within-the-country'
  | 'citizen-moved-from-abroad'
  | 'foreigner-moved-within-the-country'

export type Waiver = 'nobody' | 'counter-officer' | 'supervisor'

export interface Requirement {
  readonly id: RequirementId
  /** Its line in the published list, word for word; absent where only the law asks for it. */
  readonly asPublished?: string
  readonly text: Bilingual
  /** What exactly is meant, and what to do where it is lacking. */
  readonly explanation: Bilingual
  /** `local` is asked by this office beyond the national rule. */
  readonly origin: 'national' | 'local'
  readonly legalBasis: string
  /** Absent where there is nothing to hand in: an age, a person who comes along. */
  readonly document?: DocumentKind
  /** Accepted in its place from whoever has not got it. */
  readonly substitute?: DocumentKind
  readonly requiredFor: readonly { readonly service: ServiceType; readonly when: Condition }[]
  /** A waiver always needs a written reason. */
  readonly waivableBy: Waiver
}
