// Store — packets that were announced, and packets that lie here durably and wait to be worked on.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { present } from '#kit/assert'
import { openUploadsMax, uploadsSweptMax } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import { addWork } from '../work/store.ts'

export interface Announced {
  readonly officeId: string
  readonly byteCount: number
}

/**
 * Answers whether the office may have this one more open. Its row is held meanwhile, so that many
 * announcements at once are counted one after the other.
 */
export async function announce(
  db: CenterDb,
  digest: string,
  { officeId, byteCount }: Announced,
  atMs: number,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await transaction
      .selectFrom('offices')
      .select('office_id')
      .where('office_id', '=', officeId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const { count } = await transaction
      .selectFrom('uploads')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('office_id', '=', officeId)
      .where('packet_digest', '!=', digest)
      .executeTakeFirstOrThrow()
    if (Number(count) >= openUploadsMax) return false
    await transaction
      .insertInto('uploads')
      .values({
        packet_digest: digest,
        office_id: officeId,
        byte_count: byteCount,
        announced_at: new Date(atMs),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return true
  })
}

/** The office goes on with it: it is not stale. */
export async function announceAgain(db: CenterDb, digest: string, atMs: number): Promise<void> {
  await db
    .updateTable('uploads')
    .set({ announced_at: new Date(atMs) })
    .where('packet_digest', '=', digest)
    .execute()
}

/** Uploads that were announced last before then. */
export async function findStale(db: CenterDb, beforeMs: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('uploads')
    .select('packet_digest')
    .where('announced_at', '<', new Date(beforeMs))
    .limit(uploadsSweptMax)
    .execute()
  return rows.map((row) => row.packet_digest)
}

/** Unless the office announced it again since; answers whether it is gone. */
export async function forgetStale(
  db: CenterDb,
  digest: string,
  beforeMs: number,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('uploads')
    .where('packet_digest', '=', digest)
    .where('announced_at', '<', new Date(beforeMs))
    .returning('packet_digest')
    .executeTakeFirst()
  return gone !== undefined
}

export async function forgetUpload(db: CenterDb, digest: string): Promise<void> {
  await db.deleteFrom('uploads').where('packet_digest', '=', digest).execute()
}

export interface Kept {
  readonly digest: string
  readonly officeId: string
  readonly caseId: CaseId
  readonly byteCount: number
  /** The folder in which it lies on the disk. */
  readonly keptIn: string
}

/** When this returns, the pipeline finds the packet, also after a power cut; false where it did so before. */
export async function keepPacket(db: CenterDb, packet: Kept, atMs: number): Promise<boolean> {
  const { digest } = packet
  const { isFresh } = await db
    .with('kept', (one) =>
      one
        .insertInto('inbox')
        .values({
          packet_digest: digest,
          office_id: packet.officeId,
          case_id: packet.caseId,
          byte_count: packet.byteCount,
          packet: null,
          received_at: new Date(atMs),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('packet_digest'),
    )
    .with('worked', (one) => addWork(one, packet, atMs))
    .with('forgotten', (one) => one.deleteFrom('uploads').where('packet_digest', '=', digest))
    .selectNoFrom((eb) => eb.exists(eb.selectFrom('kept').select('packet_digest')).as('isFresh'))
    .executeTakeFirstOrThrow()
  return isFresh === true
}

/** Whether the only copy of this packet is the file in this folder. */
export async function isKeptIn(db: CenterDb, digest: string, folderId: string): Promise<boolean> {
  const row = await db
    .selectFrom('packet_work')
    .select('packet_digest')
    .where('packet_digest', '=', digest)
    .where('kept_in', '=', folderId)
    .executeTakeFirst()
  return row !== undefined
}

/** From the commit on it lies in the database, for every process; its file may go. */
export async function layIn(
  transaction: CenterTransaction,
  digest: string,
  packet: Buffer,
): Promise<void> {
  const lying = transaction.updateTable('inbox').set({ packet })
  await lying.where('packet_digest', '=', digest).execute()
  const work = transaction.updateTable('packet_work').set({ kept_in: null })
  await work.where('packet_digest', '=', digest).execute()
}

export interface Received {
  readonly officeId: string
  readonly receivedAtMs: number
}

/** What is known of a packet: that it is here, or that it was announced. */
export async function findUpload(
  db: CenterDb,
  digest: string,
): Promise<{ readonly received: Received | undefined; readonly announced: Announced | undefined }> {
  const { rows } = await sql<{
    readonly officeId: string
    readonly receivedAt: Date | null
    readonly byteCount: number
  }>`
    select office_id as "officeId", received_at as "receivedAt", byte_count as "byteCount"
    from inbox where packet_digest = ${digest}
    union all
    select office_id, null, byte_count from uploads where packet_digest = ${digest}`.execute(db)
  const received = rows.find(({ receivedAt }) => receivedAt !== null)
  return {
    received: received && {
      officeId: received.officeId,
      receivedAtMs: present(received.receivedAt, 'it was found by it').getTime(),
    },
    announced: rows.find(({ receivedAt }) => receivedAt === null),
  }
}

export async function readPacketBytes(
  transaction: CenterTransaction,
  digest: string,
): Promise<Buffer> {
  const row = await transaction
    .selectFrom('inbox')
    .select('packet')
    .where('packet_digest', '=', digest)
    .executeTakeFirstOrThrow()
  return present(row.packet, 'a packet that no folder keeps lies in the database')
}
