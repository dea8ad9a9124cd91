// Store — packets that were announced, and packets that lie here durably and wait to be worked on.

import type { CaseId } from '#enrollment/events'
import { present } from '#kit/assert'
import { openUploadsMax, uploadsSweptMax } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import { addWork } from '../work/store.ts'

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

/**
 * When this returns, the pipeline finds the packet, also after a power cut. Answers whether this
 * folder's file is the one that it finds: another process may have taken the same packet.
 */
export async function keepPacket(db: CenterDb, packet: Kept, atMs: number): Promise<boolean> {
  const { digest } = packet
  await db.transaction().execute(async (transaction) => {
    await transaction
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
      .execute()
    await addWork(transaction, packet, atMs)
    await transaction.deleteFrom('uploads').where('packet_digest', '=', digest).execute()
  })
  return isKeptIn(db, digest, packet.keptIn)
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
