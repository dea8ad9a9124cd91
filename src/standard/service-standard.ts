// Service standard — what an office has promised in public, as data: another office or another
// decree is another value of these types, and nothing in the programs changes.

import type { Bilingual } from './bilingual.ts'
import type { ComplaintPromise } from './complaint-promise.ts'
import type { Requirement } from './requirement.ts'
import type { Service } from './service.ts'

export type StandardVersion = 'sk-56-2024'

export interface Office {
  readonly name: string
  readonly government: string
  /** Letterhead of the published page, word for word. */
  readonly addressAsPublished: string
  readonly street: string
  readonly village: string
  readonly kodepos: string
  readonly phone: string
}

export type Actor =
  | 'resident'
  | 'information-officer'
  | 'village-head'
  | 'counter-officer'
  | 'operator'
  | 'system'

/** Where in the programs a line of the procedure lives. */
export type Stage =
  | 'desk'
  | 'form'
  | 'village'
  | 'queue'
  | 'counter'
  | 'capture'
  | 'attestation'
  | 'register'
  | 'outbox'
  | 'printing'
  | 'handover'

export interface Step {
  /** Its number in the published procedure, from 1. */
  readonly line: number
  /** Word for word, slips of the pen included: a reader must find the line again. */
  readonly asPublished: string
  readonly text: Bilingual
  /** Absent for the heading that the published list counts as its first line. */
  readonly act?: { readonly actor: Actor; readonly stage: Stage }
}

/** What the law adds and the published list leaves out. */
export interface StepByLaw {
  readonly text: Bilingual
  readonly act: { readonly actor: Actor; readonly stage: Stage }
  readonly legalBasis: string
}

export interface Fee {
  readonly rupiah: number
  readonly asPublished: string
  readonly text: Bilingual
  /** What happens to an officer who takes money all the same. */
  readonly warning: Bilingual
}

export interface ServiceStandard {
  readonly version: StandardVersion
  readonly title: string
  readonly decree: { readonly number: string; readonly asPublished: string }
  readonly office: Office
  readonly requirements: readonly Requirement[]
  readonly services: readonly Service[]
  readonly steps: readonly Step[]
  readonly stepsByLaw: readonly StepByLaw[]
  readonly promise: {
    /** From being called to the receipt; waiting for the center or for a card is not in it. */
    readonly counterMinutes: number
    readonly asPublished: string
    readonly text: Bilingual
  }
  readonly fee: Fee
  readonly products: readonly { readonly asPublished: string; readonly text: Bilingual }[]
  readonly ages: {
    /** From this age a card is held (UU 24/2013, article 63(1)). */
    readonly card: number
    /** From this age the regency records, so that the card is ready on the birthday. */
    readonly earlyRecording: number
  }
  readonly complaints: ComplaintPromise
}
