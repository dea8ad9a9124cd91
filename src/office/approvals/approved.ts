// Approved — a supervisor's leave, if it was given for just this.

import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import type { OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { listApprovals } from './approvals.ts'
import type { ApprovalSubject } from './subject.ts'

export type ApprovedIssue =
  | { readonly code: 'approval.not-for-this' }
  | { readonly code: 'approval.waiting' }
  | { readonly code: 'approval.refused'; readonly reason: string }

/** The subject of a granted approval of this case, if it is one that fits. */
export async function findGranted<Fitting extends ApprovalSubject>(
  transaction: OfficeTransaction,
  vault: OfficeWorld['vault'],
  caseId: CaseId,
  approvalId: string,
  fits: (subject: ApprovalSubject) => subject is Fitting,
): Promise<Result<Fitting, ApprovedIssue>> {
  const approvals = await listApprovals(transaction, vault, { caseId })
  const approval = approvals.find((it) => it.approvalId === approvalId)
  if (approval === undefined || !fits(approval.subject)) {
    return fail({ code: 'approval.not-for-this' })
  }
  if (approval.decision === undefined) return fail({ code: 'approval.waiting' })
  const { granted, reason } = approval.decision
  return granted ? ok(approval.subject) : fail({ code: 'approval.refused', reason })
}
