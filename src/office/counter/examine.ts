// Examine — all that is known of one case at the counter, read together.

import type { CaseEvent, CaseId } from '#enrollment/events'
import { refuse } from '#kit/node/http-refusal'
import { calendarDateAt } from '#resident/calendar-date'
import { decideEligibility } from '#resident/eligibility'
import type { Approval } from '../approvals/approvals.ts'
import { listApprovals } from '../approvals/approvals.ts'
import { refuseUnknown } from '../cases/at-stage.ts'
import { type CaseFile, type FormOnFile, findCase, findForm } from '../cases/case-file.ts'
import { requirementsOf } from '../cases/requirements.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { Examined, Waiver } from './counter.ts'
import { type Document, listChecks, listDocuments } from './store.ts'

export interface CaseAtCounter extends Examined {
  readonly file: CaseFile
  readonly form: FormOnFile
  readonly documents: readonly Document[]
  /** Newest first. */
  readonly waivers: readonly (Waiver & {
    readonly reason: string
    readonly decisionReason: string | undefined
  })[]
}

export async function examine(
  db: OfficeDb | OfficeTransaction,
  { vault, clock }: Pick<OfficeWorld, 'vault' | 'clock'>,
  caseId: CaseId,
  log: readonly CaseEvent[],
): Promise<CaseAtCounter> {
  const file = (await findCase(db, caseId)) ?? refuseUnknown()
  const form = (await findForm(db, vault, caseId)) ?? refuse(409, { code: 'form.none' })
  const { biodata } = form
  const today = calendarDateAt(clock())
  const endorsed = log.findLast((event) => event.type === 'endorsed')
  const approvals = await listApprovals(db, vault, { caseId })
  return {
    file,
    form,
    biodata,
    items: requirementsOf(file.serviceType, biodata, today).items,
    eligibility: decideEligibility({ ...biodata, today }),
    isEndorsed: endorsed?.version === form.version,
    documents: await listDocuments(db, caseId),
    checks: await listChecks(db, caseId),
    waivers: approvals.flatMap(waiverOf).reverse(),
  }
}

function waiverOf({ approvalId, subject, reason, decision }: Approval) {
  if (subject.kind !== 'waive-requirement') return []
  const { requirementId } = subject
  const { granted, reason: decisionReason } = decision ?? {}
  return [{ approvalId, requirementId, granted, reason, decisionReason }]
}
