// Counter — examining what a resident brings: each requirement accepted, waived or still open.
//
//   a paper      accepted with its scan; the substitute counts where the standard has one
//   age, adult   accepted by rule: the form says it, the officer looks
//   f1           accepted when the newest version of the form is endorsed
//
// A rule is looked at again at the end: who mends the form meanwhile has it endorsed anew first.

import { fail, ok, type Result } from '#kit/result'
import type { Biodata } from '#resident/biodata'
import { type Eligibility, mayBeRecorded } from '#resident/eligibility'
import type { ChecklistItem, DocumentKind, Requirement } from '#standard'

export interface DocumentOnFile {
  readonly documentId: string
  readonly kind: string
}

export interface Check {
  readonly requirementId: string
  readonly outcome: 'accepted' | 'waived'
  readonly documentId: string | undefined
  readonly approvalId: string | undefined
}

export interface Waiver {
  readonly approvalId: string
  readonly requirementId: string
  readonly granted: boolean | undefined
}

/** All that is known of a case at the counter. */
export interface Examined {
  readonly items: readonly ChecklistItem[]
  readonly biodata: Biodata
  readonly eligibility: Eligibility
  readonly isEndorsed: boolean
  readonly documents: readonly DocumentOnFile[]
  readonly checks: readonly Check[]
}

export type CounterIssue =
  | { readonly code: 'counter.not-required'; readonly requirementId: string }
  | { readonly code: 'counter.document-missing'; readonly requirementId: string }
  | { readonly code: 'counter.other-document'; readonly requirementId: string }
  | { readonly code: 'counter.not-endorsed' }
  | { readonly code: 'counter.adult-missing' }
  | { readonly code: 'counter.not-granted'; readonly requirementId: string }
  | { readonly code: 'counter.unsettled'; readonly requirements: readonly string[] }
  | Extract<Eligibility, { code: 'eligibility.too-young' }>

/** The papers that settle a requirement; none where a rule does. */
export function documentKindsOf({
  id,
  document,
  substitute,
}: Requirement): readonly DocumentKind[] {
  if (id === 'f1' || document === undefined) return []
  return substitute === undefined ? [document] : [document, substitute]
}

export type SettledBy = 'age' | 'adult' | 'endorsement' | 'document'

export function settledBy({ id }: Requirement): SettledBy {
  if (id === 'age') return 'age'
  if (id === 'accompanying-adult') return 'adult'
  return id === 'f1' ? 'endorsement' : 'document'
}

/** Accepts one requirement; without a `documentId` the newest paper of its kind. */
export function decideAccept(
  examined: Examined,
  requirementId: string,
  documentId: string | undefined,
): Result<Check, CounterIssue> {
  const requirement = findRequirement(examined, requirementId)
  if (requirement === undefined) return fail({ code: 'counter.not-required', requirementId })
  const lacking = ruleLacking(examined, requirement)
  if (lacking !== undefined) return fail(lacking)
  const accepted = { requirementId, outcome: 'accepted', approvalId: undefined } as const
  const kinds: readonly string[] = documentKindsOf(requirement)
  if (kinds.length === 0) return ok({ ...accepted, documentId: undefined })
  const ofKind = examined.documents.filter((it) => kinds.includes(it.kind))
  if (documentId === undefined) {
    const newest = ofKind.at(-1)
    return newest === undefined
      ? fail({ code: 'counter.document-missing', requirementId })
      : ok({ ...accepted, documentId: newest.documentId })
  }
  return ofKind.some((it) => it.documentId === documentId)
    ? ok({ ...accepted, documentId })
    : fail({ code: 'counter.other-document', requirementId })
}

/** Waives one requirement by a supervisor's word, which must be for this very requirement. */
export function decideWaive(
  examined: Examined,
  requirementId: string,
  waiver: Waiver | undefined,
): Result<Check, CounterIssue> {
  const requirement = findRequirement(examined, requirementId)
  if (requirement === undefined) return fail({ code: 'counter.not-required', requirementId })
  if (waiver?.requirementId !== requirementId || waiver.granted !== true) {
    return fail({ code: 'counter.not-granted', requirementId })
  }
  const { approvalId } = waiver
  return ok({ requirementId, outcome: 'waived', documentId: undefined, approvalId })
}

/** All requirements settled and the resident of age: on to the capture. */
export function decideComplete(
  examined: Examined,
): Result<{ readonly waived: readonly string[] }, CounterIssue> {
  const { eligibility, items } = examined
  if (eligibility.code === 'eligibility.too-young' && !mayBeRecorded(eligibility)) {
    return fail(eligibility)
  }
  const unsettled = items
    .filter(({ requirement }) => findSettled(examined, requirement) === undefined)
    .map(({ requirement }) => requirement.id)
  if (unsettled.length > 0) return fail({ code: 'counter.unsettled', requirements: unsettled })
  const waived = items
    .map(({ requirement }) => findSettled(examined, requirement))
    .flatMap((check) => (check?.outcome === 'waived' ? [check.requirementId] : []))
  return ok({ waived })
}

/** How a requirement was settled, as long as its rule still holds. */
export function findSettled(examined: Examined, requirement: Requirement): Check | undefined {
  const check = examined.checks.find((it) => it.requirementId === requirement.id)
  if (check === undefined || check.outcome === 'waived') return check
  return ruleLacking(examined, requirement) === undefined ? check : undefined
}

/** What keeps a requirement from being accepted by rule; undefined where nothing does. */
export function ruleLacking(
  { eligibility, biodata, isEndorsed }: Examined,
  requirement: Requirement,
): CounterIssue | undefined {
  switch (settledBy(requirement)) {
    case 'age':
      return eligibility.code === 'eligibility.too-young' ? eligibility : undefined
    case 'adult':
      return biodata.accompanyingAdult === undefined ? { code: 'counter.adult-missing' } : undefined
    case 'endorsement':
      return isEndorsed ? undefined : { code: 'counter.not-endorsed' }
    case 'document':
      return undefined
  }
}

function findRequirement({ items }: Examined, requirementId: string): Requirement | undefined {
  return items.find(({ requirement }) => requirement.id === requirementId)?.requirement
}
