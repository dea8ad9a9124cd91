// Approvals — what takes a second person: one asks with a reason, a supervisor grants or refuses.

import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import type { AccountId } from '#staff/account'
import type { ApprovalKind } from '../database/counter-tables.ts'
import { recordAct } from '../log/act.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import { ApprovalSubject } from './subject.ts'

export { ApprovalSubject, type Guard, guards } from './subject.ts'

export interface Approval {
  readonly approvalId: string
  readonly caseId: CaseId
  readonly subject: ApprovalSubject
  readonly reason: string
  readonly askedBy: string
  readonly askedAtMs: number
  /** Absent while it waits. */
  readonly decision:
    | {
        readonly granted: boolean
        readonly by: string
        readonly atMs: number
        readonly reason: string
      }
    | undefined
}

export type ApprovalIssue =
  | { readonly code: 'approval.unknown' }
  | { readonly code: 'approval.decided-already' }
  | { readonly code: 'approval.own' }

type Needs = Pick<OfficeWorld, 'vault' | 'clock' | 'ids'>

/** Asks once: while the same waits for a decision or was granted, that approval is answered. */
export async function askApproval(
  transaction: OfficeTransaction,
  needs: Needs,
  ask: {
    readonly caseId: CaseId
    readonly subject: ApprovalSubject
    readonly reason: string
    readonly by: AccountId
  },
): Promise<string> {
  const { kind, ...subject } = ask.subject
  const asked = await transaction
    .selectFrom('approvals')
    .select('approval_id')
    .where('case_id', '=', ask.caseId)
    .where('kind', '=', kind)
    .where(sql<boolean>`subject = ${JSON.stringify(subject)}::jsonb and granted is not false`)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (asked !== undefined) return asked.approval_id
  const approvalId = needs.ids()
  await transaction
    .insertInto('approvals')
    .values({
      approval_id: approvalId,
      case_id: ask.caseId,
      kind,
      subject: JSON.stringify(subject),
      sealed_reason: needs.vault.sealText(ask.reason, reasonContext(approvalId)),
      asked_by: ask.by,
      asked_at: new Date(needs.clock()),
    })
    .execute()
  await recordAct(transaction, {
    at: needs.clock(),
    actor: ask.by,
    act: 'approval.asked',
    subject: { caseId: ask.caseId, approvalId, kind },
  })
  return approvalId
}

/** Grants or refuses, once; never by the one who asked. */
export async function decideApproval(
  transaction: OfficeTransaction,
  needs: Needs,
  decision: {
    readonly approvalId: string
    readonly granted: boolean
    readonly reason: string
    readonly by: AccountId
  },
): Promise<Result<Approval, ApprovalIssue>> {
  const row = await transaction
    .selectFrom('approvals')
    .selectAll()
    .where('approval_id', '=', decision.approvalId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return fail({ code: 'approval.unknown' })
  if (row.decided_at !== null) {
    // The same word of the same person again: a reply was lost on the way.
    const isSaidAgain = row.decided_by === decision.by && row.granted === decision.granted
    return isSaidAgain
      ? ok(approvalOf(needs.vault, row))
      : fail({ code: 'approval.decided-already' })
  }
  if (row.asked_by === decision.by) return fail({ code: 'approval.own' })
  const decided = await transaction
    .updateTable('approvals')
    .set({
      granted: decision.granted,
      decided_by: decision.by,
      decided_at: new Date(needs.clock()),
      sealed_decision_reason: needs.vault.sealText(
        decision.reason,
        decisionContext(decision.approvalId),
      ),
    })
    .where('approval_id', '=', decision.approvalId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAct(transaction, {
    at: needs.clock(),
    actor: decision.by,
    act: decision.granted ? 'approval.granted' : 'approval.refused',
    subject: { caseId: row.case_id, approvalId: row.approval_id, kind: row.kind },
  })
  return ok(approvalOf(needs.vault, decided))
}

/** One approval; undefined where there is none of this id. */
export async function findApproval(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  approvalId: string,
): Promise<Approval | undefined> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(approvalId)
  const row = isUuid
    ? await db
        .selectFrom('approvals')
        .selectAll()
        .where('approval_id', '=', approvalId)
        .executeTakeFirst()
    : undefined
  return row && approvalOf(vault, row)
}

/** All approvals of a case, or all that wait for a decision; oldest first. */
export async function listApprovals(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  which: { readonly caseId: CaseId } | 'waiting',
): Promise<readonly Approval[]> {
  const query = db.selectFrom('approvals').selectAll().orderBy('asked_at').limit(approvalsListedMax)
  const rows =
    which === 'waiting'
      ? await query.where('decided_at', 'is', null).execute()
      : await query.where('case_id', '=', which.caseId).execute()
  return rows.map((row) => approvalOf(vault, row))
}

const approvalsListedMax = 500

interface ApprovalRow {
  approval_id: string
  case_id: string
  kind: ApprovalKind
  subject: unknown
  sealed_reason: Buffer
  asked_by: string
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  granted: boolean | null
  sealed_decision_reason: Buffer | null
}

function approvalOf(vault: OfficeWorld['vault'], row: ApprovalRow): Approval {
  const subject: unknown = { kind: row.kind, ...(row.subject as object) }
  if (!Value.Check(ApprovalSubject, subject)) throw new Error('An approval of an unknown kind')
  const { decided_at, decided_by, granted, sealed_decision_reason } = row
  return {
    approvalId: row.approval_id,
    caseId: row.case_id as CaseId,
    subject,
    reason: vault.openText(row.sealed_reason, reasonContext(row.approval_id)),
    askedBy: row.asked_by,
    askedAtMs: row.asked_at.getTime(),
    decision:
      decided_at && decided_by && granted !== null && sealed_decision_reason
        ? {
            granted,
            by: decided_by,
            atMs: decided_at.getTime(),
            reason: vault.openText(sealed_decision_reason, decisionContext(row.approval_id)),
          }
        : undefined,
  }
}

function reasonContext(approvalId: string): string {
  return `approvals/${approvalId}/reason`
}

function decisionContext(approvalId: string): string {
  return `approvals/${approvalId}/decision`
}
