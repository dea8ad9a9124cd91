// Store — the record itself, its fingers, and the packet's place in the outbox.

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import { templateContext } from '../records/templates.ts'
import type { Registered } from '../records/wire.ts'
import type { OfficeWorld } from '../world.ts'

export async function findRegistered(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<Registered | undefined> {
  const row = await db
    .selectFrom('records')
    .select(['packet_digest', 'registered_at'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && { packetDigest: row.packet_digest, registeredAtMs: row.registered_at.getTime() }
}

export async function saveRecord(
  transaction: OfficeTransaction,
  record: {
    readonly caseId: CaseId
    readonly nikIndex: Buffer
    readonly formVersion: number
    readonly packetDigest: string
  },
  atMs: number,
): Promise<void> {
  await transaction
    .insertInto('records')
    .values({
      case_id: record.caseId,
      nik_index: record.nikIndex,
      form_version: record.formVersion,
      packet_digest: record.packetDigest,
      registered_at: new Date(atMs),
    })
    .execute()
}

/** From the capture into the record, sealed anew for its new place. */
export async function moveTemplate(
  transaction: OfficeTransaction,
  vault: OfficeWorld['vault'],
  caseId: CaseId,
  position: FingerPosition,
  nth: number,
): Promise<void> {
  const { sealed_template } = await transaction
    .selectFrom('capture_fingers')
    .select('sealed_template')
    .where('case_id', '=', caseId)
    .where('position', '=', position)
    .where('try', '=', nth)
    .executeTakeFirstOrThrow()
  // A print without ridges that a supervisor had let count matches nobody.
  if (sealed_template === null) return
  const plain = vault.open(sealed_template, templateContext.capture(caseId, position, nth))
  await transaction
    .insertInto('record_fingers')
    .values({
      case_id: caseId,
      position,
      sealed_template: vault.seal(plain, templateContext.record(caseId, position)),
    })
    .execute()
}

export async function putIntoOutbox(
  transaction: OfficeTransaction,
  entry: {
    readonly caseId: CaseId
    readonly packetDigest: string
    readonly packet: Uint8Array
  },
  atMs: number,
): Promise<void> {
  await transaction
    .insertInto('outbox')
    .values({
      packet_digest: entry.packetDigest,
      case_id: entry.caseId,
      packet: Buffer.from(entry.packet),
      byte_count: entry.packet.length,
      queued_at: new Date(atMs),
      next_try_at: new Date(atMs),
    })
    .execute()
}

/** Images and all tries but the record's own: what has to travel lies in the packet now. */
export async function dropImages(transaction: OfficeTransaction, caseId: CaseId): Promise<void> {
  await transaction
    .updateTable('capture_images')
    .set({ sealed_image: null })
    .where('case_id', '=', caseId)
    .execute()
  await transaction
    .updateTable('capture_fingers')
    .set({ sealed_image: null, sealed_template: null })
    .where('case_id', '=', caseId)
    .execute()
}
