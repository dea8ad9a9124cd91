// Service — one reason for which a card is asked, and whether this office serves it.

import type { Bilingual } from './bilingual.ts'

/** Why somebody comes (Perpres 96/2018): the six cards of the information desk. */
export type ServiceType =
  | 'new'
  | 'lost'
  | 'damaged'
  | 'changed-data'
  | 'moved-in'
  | 'outside-domicile'

export interface Service {
  readonly type: ServiceType
  readonly name: Bilingual
  /** Who this is for, in one sentence. */
  readonly explanation: Bilingual
  readonly legalBasis: string
  /** Absent where the office serves it to the end. */
  readonly elsewhere?: Elsewhere
}

/** Where a service is to be had that this office does not give. */
export interface Elsewhere {
  readonly place: Bilingual
  readonly advice: Bilingual
}
