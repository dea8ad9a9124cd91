// Approved — a supervisor's leave, if it was given for just this.

import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import { listApprovals } from '../approvals/approvals.ts'
import type { ApprovalSubject } from '../approvals/subject.ts'
import type { OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'

export type ApprovedIssue =
  | { readonly code: 'capture.approval-unknown' }
  | { readonly code: 'capture.approval-waiting' }
  | { readonly code: 'capture.approval-refused'; readonly reason: string }

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
    return fail({ code: 'capture.approval-unknown' })
  }
  if (approval.decision === undefined) return fail({ code: 'capture.approval-waiting' })
  const { granted, reason } = approval.decision
  return granted ? ok(approval.subject) : fail({ code: 'capture.approval-refused', reason })
}
