// Remaking — whose templates have to be made by this version of the engine, and from which packet.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { remakeWaitingAtOnce } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import { galleryPageMax } from './store.ts'

/** A page of the gallery behind a number, in its order; who left is not in it. */
export async function readVisitsAfter(
  db: CenterDb,
  afterSeq: number,
): Promise<readonly { readonly seq: number; readonly caseId: CaseId }[]> {
  const rows = await db
    .selectFrom('gallery')
    .select(['seq', 'case_id'])
    .where('seq', '>', afterSeq)
    .where('removed_at', 'is', null)
    .orderBy('seq')
    .limit(galleryPageMax)
    .execute()
  return rows.map((row) => ({ seq: row.seq, caseId: row.case_id as CaseId }))
}

export async function countVisitsAfter(db: CenterDb, afterSeq: number): Promise<number> {
  const row = await db
    .selectFrom('gallery')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('seq', '>', afterSeq)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/**
 * Whose search failed, and who waits for an expert: some of them, behind the case before; none behind
 * the last one.
 */
export async function findWaitingCases(
  db: CenterDb,
  after: CaseId | undefined,
): Promise<readonly CaseId[]> {
  const behind = after === undefined ? sql`true` : sql`case_id > ${after}`
  const { rows } = await sql<{ case_id: CaseId }>`
    (select case_id from packet_work
      where state = 'waiting' and stage in ('extracted', 'searched')
        and problem = 'SEARCH_FAILURE_AT_CENTRAL' and ${behind}
      order by case_id limit ${remakeWaitingAtOnce})
    union
    (select case_id from adjudications where decided_at is null and ${behind}
      order by case_id limit ${remakeWaitingAtOnce})
    order by case_id limit ${remakeWaitingAtOnce}
  `.execute(db)
  return rows.map((row) => row.case_id)
}

/** The packet of a case, held until the transaction ends; undefined while another process has it. */
export async function holdPacket(
  transaction: CenterTransaction,
  caseId: CaseId,
): Promise<{ readonly officeId: string; readonly packet: Buffer | null } | undefined> {
  const held = await transaction
    .selectFrom('enrollments')
    .select(['office_id', 'packet_digest'])
    .where('case_id', '=', caseId)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (held === undefined) return undefined
  const { packet } = await transaction
    .selectFrom('inbox')
    .select('packet')
    .where('packet_digest', '=', held.packet_digest)
    .executeTakeFirstOrThrow()
  return { officeId: held.office_id, packet }
}
