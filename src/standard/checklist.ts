// Checklist — what exactly this resident brings for this service, and whether to come at all.

import { never, present } from '#kit/assert'
import type { Condition, DocumentKind, Requirement } from './requirement.ts'
import type { Elsewhere, Service, ServiceType } from './service.ts'
import type { ServiceStandard } from './service-standard.ts'
import { serviceStandard } from './versions.ts'

/** The few things about a resident on which the list depends. */
export interface ApplicantFacts {
  readonly ageYears: number
  readonly everMarried: boolean
  readonly citizenship: 'wni' | 'oa'
  readonly hasIjazah: boolean
  /** Asked of who moved in; unsaid, it was within the country. */
  readonly movedFrom?: 'within-the-country' | 'abroad'
}

export type ChecklistItem =
  | {
      readonly state: 'bring'
      readonly requirement: Requirement
      /** The substitute where the resident lacks the document itself; absent for a person. */
      readonly document?: DocumentKind
    }
  | { readonly state: 'met'; readonly requirement: Requirement }
  | { readonly state: 'not-yet'; readonly requirement: Requirement }

export type ChecklistOutcome =
  | { readonly type: 'come' }
  /** Recorded now, the card locked until the birthday of `cardAge`. */
  | { readonly type: 'come-early'; readonly cardAge: number }
  | { readonly type: 'too-young'; readonly recordedFromAge: number; readonly cardAge: number }
  | { readonly type: 'elsewhere'; readonly elsewhere: Elsewhere }

export interface Checklist {
  readonly service: Service
  readonly items: readonly ChecklistItem[]
  readonly outcome: ChecklistOutcome
}

export function checklistOf(
  type: ServiceType,
  facts: ApplicantFacts,
  standard: ServiceStandard = serviceStandard,
): Checklist {
  const service = present(
    standard.services.find((it) => it.type === type),
    `the standard knows the service ${type}`,
  )
  const concerns = (requirement: Requirement) =>
    requirement.requiredFor.some(
      ({ service, when }) => service === type && holds(when, facts, standard.ages.card),
    )
  const items = standard.requirements
    .filter(concerns)
    .map((requirement) => itemOf(requirement, facts, standard))
  return { service, items, outcome: outcomeOf(service, facts, standard) }
}

function itemOf(
  requirement: Requirement,
  facts: ApplicantFacts,
  { ages }: ServiceStandard,
): ChecklistItem {
  if (requirement.id === 'age') {
    const isMet = facts.ageYears >= ages.card || facts.everMarried
    return { state: isMet ? 'met' : 'not-yet', requirement }
  }
  const lacksIjazah = requirement.id === 'ijazah' && !facts.hasIjazah
  const document = (lacksIjazah && requirement.substitute) || requirement.document
  return document === undefined
    ? { state: 'bring', requirement }
    : { state: 'bring', requirement, document }
}

function outcomeOf(
  service: Service,
  facts: ApplicantFacts,
  { ages }: ServiceStandard,
): ChecklistOutcome {
  if (service.elsewhere !== undefined) return { type: 'elsewhere', elsewhere: service.elsewhere }
  if (facts.ageYears >= ages.card || facts.everMarried) return { type: 'come' }
  if (facts.ageYears >= ages.earlyRecording) return { type: 'come-early', cardAge: ages.card }
  return { type: 'too-young', recordedFromAge: ages.earlyRecording, cardAge: ages.card }
}

function holds(condition: Condition, facts: ApplicantFacts, cardAge: number): boolean {
  const isCitizen = facts.citizenship === 'wni'
  const isFromAbroad = facts.movedFrom === 'abroad'
  switch (condition) {
    case 'everybody':
      return true
    case 'married-before-card-age':
      return facts.ageYears < cardAge && facts.everMarried
    case 'unmarried-before-card-age':
      return facts.ageYears < cardAge && !facts.everMarried
    case 'citizen':
      return isCitizen
    case 'foreigner':
      return !isCitizen
    case 'citizen-moved-within-the-country':
      return isCitizen && !isFromAbroad
    case 'citizen-moved-from-abroad':
      return isCitizen && isFromAbroad
    case 'foreigner-moved-within-the-country':
      return !isCitizen && !isFromAbroad
    default:
      return never(condition)
  }
}
