// Store — packets that were announced, packets that lie here durably, and the claim of the next one.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { CenterDb, CenterTransaction } from '../log/log.ts'

export interface Announced {
  readonly officeId: string
  readonly byteCount: number
}

export async function findAnnounced(db: CenterDb, digest: string): Promise<Announced | undefined> {
  const row = await db
    .selectFrom('uploads')
    .select(['office_id', 'byte_count'])
    .where('packet_digest', '=', digest)
    .executeTakeFirst()
  return row && { officeId: row.office_id, byteCount: row.byte_count }
}

export async function countOpenUploads(db: CenterDb, officeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('uploads')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', officeId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function announce(
  db: CenterDb,
  digest: string,
  { officeId, byteCount }: Announced,
  atMs: number,
): Promise<void> {
  await db
    .insertInto('uploads')
    .values({
      packet_digest: digest,
      office_id: officeId,
      byte_count: byteCount,
      announced_at: new Date(atMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function forgetUpload(db: CenterDb, digest: string): Promise<void> {
  await db.deleteFrom('uploads').where('packet_digest', '=', digest).execute()
}

/** When this returns, the packet survives a power cut. */
export async function keepPacket(
  db: CenterDb,
  packet: Omit<Waiting, 'tries'>,
  atMs: number,
): Promise<void> {
  const at = new Date(atMs)
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('inbox')
      .values({
        packet_digest: packet.digest,
        office_id: packet.officeId,
        case_id: packet.caseId,
        byte_count: packet.bytes.length,
        packet: packet.bytes,
        received_at: at,
        state: 'waiting',
        next_try_at: at,
        problem: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await transaction.deleteFrom('uploads').where('packet_digest', '=', packet.digest).execute()
  })
}

export async function findReceived(
  db: CenterDb,
  digest: string,
): Promise<{ readonly officeId: string; readonly receivedAtMs: number } | undefined> {
  const row = await db
    .selectFrom('inbox')
    .select(['office_id', 'received_at'])
    .where('packet_digest', '=', digest)
    .executeTakeFirst()
  return row && { officeId: row.office_id, receivedAtMs: row.received_at.getTime() }
}

export interface Waiting {
  readonly digest: string
  readonly officeId: string
  /** As the packet said when it was verified, before it was acknowledged. */
  readonly caseId: CaseId
  readonly bytes: Buffer
  readonly tries: number
}

/** The oldest packet that is due, held until the transaction ends: no other process takes it. */
export async function claimNext(
  transaction: CenterTransaction,
  atMs: number,
): Promise<Waiting | undefined> {
  const row = await transaction
    .selectFrom('inbox')
    .select(['packet_digest', 'office_id', 'case_id', 'packet', 'tries'])
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', new Date(atMs))
    .orderBy('received_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return (
    row && {
      digest: row.packet_digest,
      officeId: row.office_id,
      caseId: row.case_id as CaseId,
      bytes: row.packet,
      tries: row.tries,
    }
  )
}

export async function setDone(transaction: CenterTransaction, digest: string): Promise<void> {
  await settle(transaction, digest, 'done', null)
}

/** Set aside with its reason: it will not be tried again. */
export async function setRefused(
  transaction: CenterTransaction,
  digest: string,
  problem: string,
): Promise<void> {
  await settle(transaction, digest, 'refused', problem)
}

/** The center's own fault: tried again later. */
export async function postpone(
  db: CenterDb | CenterTransaction,
  digest: string,
  problem: string,
  nextTryAtMs: number,
): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ tries: sql`tries + 1`, next_try_at: new Date(nextTryAtMs), problem })
    .where('packet_digest', '=', digest)
    .where('state', '=', 'waiting')
    .execute()
}

async function settle(
  transaction: CenterTransaction,
  digest: string,
  state: 'done' | 'refused',
  problem: string | null,
) {
  await transaction
    .updateTable('inbox')
    .set({ state, problem })
    .where('packet_digest', '=', digest)
    .execute()
}
