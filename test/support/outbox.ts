// Outbox — a case whose packet waits to be sent, without a picture taken or a person called.

import { randomUUID } from 'node:crypto'
import type { CaseId } from '../../src/enrollment/events.ts'
import { openCase } from '../../src/office/cases/case-file.ts'
import { appendFact } from '../../src/office/log/log.ts'
import type { TestOffice } from './office.ts'
import { type MadePacket, makePacket, type PacketAsked } from './packets.ts'

/** The rows that capture, attestation and register leave behind, and a packet sealed to the center. */
export async function waitingCase(
  office: TestOffice,
  resident: string,
  fingers: PacketAsked['fingers'] = {},
): Promise<MadePacket> {
  const { db, identity } = office.world
  const enrolledAt = identity.center()
  if (enrolledAt === undefined) throw new Error('the office is enrolled first')
  const { caseId } = await db
    .transaction()
    .execute((tx) => openCase(tx, office.world, { serviceType: 'new', by: 'officer' }))
  const packet = await makePacket({
    caseId,
    resident,
    fingers,
    officeId: enrolledAt.officeId,
    officeKey: identity.keys.signing,
    recipients: [enrolledAt.center.sealing],
    capturedAtMs: office.time.now,
  })
  await writeRows(office, packet)
  return packet
}

async function writeRows(office: TestOffice, { caseId, digest, bytes }: MadePacket): Promise<void> {
  const at = new Date(office.time.now)
  const blank = Buffer.alloc(0)
  const who = randomUUID()
  await office.world.db.transaction().execute(async (tx) => {
    const capture = { case_id: caseId, operator: who, started_at: at, completed_at: at }
    await tx.insertInto('captures').values(capture).execute()
    const attestation = {
      case_id: caseId,
      receipt_number: caseId,
      manifest: blank,
      manifest_sha256: '',
      attestation: '',
      receipt_token: '',
      receipt_code: caseId,
      attested_by: who,
      attested_at: at,
      sealed_receipt: blank,
    }
    await tx.insertInto('attestations').values(attestation).execute()
    const about = { case_id: caseId, packet_digest: digest }
    const record = { ...about, nik_index: blank, form_version: 1, registered_at: at }
    await tx.insertInto('records').values(record).execute()
    await tx
      .insertInto('outbox')
      .values({ ...about, packet: bytes, byte_count: bytes.length, queued_at: at, next_try_at: at })
      .execute()
    await appendFact(
      tx,
      caseId as CaseId,
      { type: 'registered', packetDigest: digest },
      at.getTime(),
    )
  })
}
