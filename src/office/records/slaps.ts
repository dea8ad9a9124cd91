// Slaps — what was asked of a scanner, so that an answer is taken once and chained to the last one.

import type { FingerPosition } from '#enrollment/fingers'
import { firstPreviousHash } from '#formats/sbi'
import { fail, ok, type Result } from '#kit/result'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { AskedSlap } from './scanner.ts'

export type SlapIssue = { readonly code: 'slap.unknown' }

export interface SlapOnFile extends AskedSlap {
  readonly isAnswered: boolean
}

/** Begins a press; one begun before and not answered yet is outdated by it. */
export async function askSlap(
  transaction: OfficeTransaction,
  { clock, ids }: Pick<OfficeWorld, 'clock' | 'ids'>,
  scope: string,
  positions: readonly FingerPosition[],
): Promise<AskedSlap> {
  const last = await transaction
    .selectFrom('slaps')
    .select('last_hash')
    .where('scope', '=', scope)
    .where('answered_at', 'is not', null)
    .orderBy('slap_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const asked = {
    transactionId: ids(),
    positions,
    previousHash: last?.last_hash ?? firstPreviousHash,
  }
  await transaction
    .deleteFrom('slaps')
    .where('scope', '=', scope)
    .where('answered_at', 'is', null)
    .execute()
  await transaction
    .insertInto('slaps')
    .values({
      transaction_id: asked.transactionId,
      scope,
      positions: JSON.stringify(positions),
      previous_hash: asked.previousHash,
      asked_at: new Date(clock()),
    })
    .execute()
  return asked
}

/** The press of this scope; unknown where it was never asked for, or outdated since. */
export async function findSlap(
  db: OfficeDb | OfficeTransaction,
  scope: string,
  transactionId: string,
): Promise<Result<SlapOnFile, SlapIssue>> {
  const row = await db
    .selectFrom('slaps')
    .selectAll()
    .where('transaction_id', '=', transactionId)
    .where('scope', '=', scope)
    .executeTakeFirst()
  if (row === undefined) return fail({ code: 'slap.unknown' })
  return ok({
    transactionId,
    positions: row.positions as readonly FingerPosition[],
    previousHash: row.previous_hash,
    isAnswered: row.answered_at !== null,
  })
}

export async function closeSlap(
  transaction: OfficeTransaction,
  { clock }: Pick<OfficeWorld, 'clock'>,
  transactionId: string,
  lastHash: string,
): Promise<void> {
  await transaction
    .updateTable('slaps')
    .set({ answered_at: new Date(clock()), last_hash: lastHash })
    .where('transaction_id', '=', transactionId)
    .execute()
}
