// Log — what happened to each case at the center, append-only; offices read their part of it in order.

import { type Kysely, sql, type Transaction } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { AnswerFact } from '#enrollment/transfer'
import type { CenterSchema } from '../database/schema.ts'

export type CenterDb = Kysely<CenterSchema>
export type CenterTransaction = Transaction<CenterSchema>

export interface CenterEvent {
  readonly seq: number
  readonly caseId: CaseId
  readonly atMs: number
  readonly fact: AnswerFact
}

/** Any number will do; whoever writes entries takes it, so that `seq` is also the order of commit. */
const appendLockId = 7_305_300

/**
 * Appends under a lock held until the commit: an office that has read up to `seq` can never miss
 * an entry that was numbered before it but committed after.
 */
export async function appendFact(
  transaction: CenterTransaction,
  about: { readonly caseId: CaseId; readonly officeId: string },
  fact: AnswerFact,
  atMs: number,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appendLockId})`.execute(transaction)
  const { type, ...facts } = fact
  await transaction
    .insertInto('events')
    .values({
      case_id: about.caseId,
      office_id: about.officeId,
      type,
      at: new Date(atMs),
      facts: JSON.stringify(facts),
    })
    .execute()
}

export async function readOfficeLog(
  db: CenterDb,
  officeId: string,
  afterSeq: number,
  entriesMax: number,
): Promise<readonly CenterEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'case_id', 'type', 'at', 'facts'])
    .where('office_id', '=', officeId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(entriesMax)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    caseId: row.case_id as CaseId,
    atMs: row.at.getTime(),
    // Written by `appendFact` alone, and no row can be changed.
    fact: { ...(row.facts as object), type: row.type } as AnswerFact,
  }))
}
