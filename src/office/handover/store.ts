// Store — cards that wait for their holder, the fingers they are checked against, and every try.

import type { CaseId } from '#enrollment/events'
import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import type { FingerTemplate } from '#finger'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import { openTemplate, templateContext } from '../records/templates.ts'
import type { OfficeWorld } from '../world.ts'

export async function listPositions(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<readonly FingerPosition[]> {
  const rows = await db
    .selectFrom('record_fingers')
    .select('position')
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.position).filter(isFingerPosition)
}

/** The template that was recorded at capture. */
export async function findRecordedFinger(
  db: OfficeDb | OfficeTransaction,
  vault: OfficeWorld['vault'],
  caseId: CaseId,
  position: FingerPosition,
): Promise<FingerTemplate | undefined> {
  const row = await db
    .selectFrom('record_fingers')
    .select('sealed_template')
    .where('case_id', '=', caseId)
    .where('position', '=', position)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return openTemplate(vault, row.sealed_template, templateContext.record(caseId, position))
}

export async function saveTry(
  transaction: OfficeTransaction,
  tried: {
    readonly caseId: CaseId
    readonly transactionId: string
    readonly position: FingerPosition
    readonly outcome: 'issued' | 'refused'
    readonly score: number
    readonly officer: string
    readonly atMs: number
  },
): Promise<void> {
  await transaction
    .insertInto('handovers')
    .values({
      case_id: tried.caseId,
      transaction_id: tried.transactionId,
      position: tried.position,
      outcome: tried.outcome,
      score: tried.score,
      officer: tried.officer,
      tried_at: new Date(tried.atMs),
    })
    .execute()
}

/** No finger was compared: a supervisor's leave stands in its place. */
export async function saveIssuedWithoutFinger(
  transaction: OfficeTransaction,
  issued: {
    readonly caseId: CaseId
    readonly approvalId: string
    readonly officer: string
    readonly atMs: number
  },
): Promise<void> {
  await transaction
    .insertInto('handovers')
    .values({
      case_id: issued.caseId,
      approval_id: issued.approvalId,
      outcome: 'issued',
      officer: issued.officer,
      tried_at: new Date(issued.atMs),
    })
    .execute()
}

/** Whether the card went out by just this leave. */
export async function isIssuedBy(
  transaction: OfficeTransaction,
  caseId: CaseId,
  approvalId: string,
): Promise<boolean> {
  const rows = await transaction
    .selectFrom('handovers')
    .select('approval_id')
    .where('case_id', '=', caseId)
    .where('outcome', '=', 'issued')
    .execute()
  return rows.some((row) => row.approval_id === approvalId)
}

/** How an earlier answer to the same request ended: a repeated one changes nothing. */
export async function findTry(
  db: OfficeDb | OfficeTransaction,
  transactionId: string,
): Promise<'issued' | 'refused' | undefined> {
  const row = await db
    .selectFrom('handovers')
    .select('outcome')
    .where('transaction_id', '=', transactionId)
    .executeTakeFirst()
  return row?.outcome
}

/** Tries that did not match since a moment. */
export async function countRefused(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
  sinceMs: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('handovers')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .where('outcome', '=', 'refused')
    .where('tried_at', '>=', new Date(sinceMs))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Photo and signature came back for the card alone: once it is out, the office keeps neither. */
export async function dropPrintMaterials(
  transaction: OfficeTransaction,
  caseId: CaseId,
): Promise<void> {
  await transaction.deleteFrom('print_materials').where('case_id', '=', caseId).execute()
  await transaction
    .updateTable('print_jobs')
    .set({ sealed_card: null })
    .where('case_id', '=', caseId)
    .execute()
}
