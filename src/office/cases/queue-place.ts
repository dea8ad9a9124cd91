// Queue place — the number a case holds in the queue to Loket I, as the stages beside it see it.

import type { CaseId } from '#enrollment/events'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'

export type Lane = 'A' | 'B'

/** `A-017`. */
export function placeNumberOf(lane: Lane, number: number): string {
  return `${lane}-${String(number).padStart(3, '0')}`
}

/** Reads a number as people type it: `a17`, `B 004`. */
export function parsePlaceNumber(
  text: string,
): { readonly lane: Lane; readonly number: number } | undefined {
  const parts = /^\s*([AB])[\s-]*(\d{1,5})\s*$/i.exec(text)
  const lane = parts?.[1]?.toUpperCase()
  return parts && (lane === 'A' || lane === 'B') ? { lane, number: Number(parts[2]) } : undefined
}

export interface QueuePlace {
  /** YYYY-MM-DD. */
  readonly day: string
  readonly lane: Lane
  readonly number: number
}

/** The place a case holds; undefined where it holds none. */
export async function findQueuePlace(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<QueuePlace | undefined> {
  return db
    .selectFrom('queue_entries')
    .select(['day', 'lane', 'number'])
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
}

/** The case stands in the queue no more. */
export async function leaveQueue(
  transaction: OfficeTransaction,
  caseId: CaseId,
  atMs: number,
): Promise<void> {
  await transaction
    .updateTable('queue_entries')
    .set({ left_at: new Date(atMs) })
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .execute()
}
