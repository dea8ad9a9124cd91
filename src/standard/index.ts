// Standard — the published service standard as data, and the checklist made from it.

export type { Bilingual } from './bilingual.ts'
export {
  type ApplicantFacts,
  type Checklist,
  type ChecklistItem,
  type ChecklistOutcome,
  checklistOf,
} from './checklist.ts'
export type {
  ComplaintChannel,
  ComplaintChannelId,
  ComplaintClass,
  ComplaintClassId,
  ComplaintPromise,
  ComplaintSubject,
  ComplaintSubjectId,
} from './complaint-promise.ts'
export { documentNames } from './documents.ts'
export type {
  Condition,
  DocumentKind,
  Requirement,
  RequirementId,
  Waiver,
} from './requirement.ts'
export type { Elsewhere, Service, ServiceType } from './service.ts'
export type {
  Actor,
  Fee,
  Office,
  ServiceStandard,
  Stage,
  StandardVersion,
  Step,
  StepByLaw,
} from './service-standard.ts'
export { findStandard, serviceStandard, standardOf } from './versions.ts'
