// Cards — a case whose card may be printed: recorded here, decided by the center, its pictures back.

import type { CaseId } from '../../src/enrollment/events.ts'
import type { FingerPosition } from '../../src/enrollment/fingers.ts'
import { extractTemplate } from '../../src/finger/index.ts'
import { impressionOf } from '../../src/finger/synthetic/impression.ts'
import { syntheticPersonFinger } from '../../src/finger/synthetic/synthetic-finger.ts'
import { appendFact } from '../../src/office/log/log.ts'
import { sealTemplate, templateContext } from '../../src/office/records/templates.ts'
import type { Biodata } from '../../src/resident/biodata.ts'
import { demand, portrait, signature } from './captures.ts'
import { leadCase } from './case-at.ts'
import type { TestOffice } from './office.ts'

export interface ReadyCase {
  readonly caseId: CaseId
  readonly ticket: string
}

/** The rows that capture, attestation and register leave behind, without a single picture taken. */
export async function readyCase(office: TestOffice, biodata: Biodata): Promise<ReadyCase> {
  const led = await leadCase(office, biodata, 'capture')
  const caseId = led.caseId as CaseId
  await office.signIn('operator-ktp')
  await writeRecord(office, caseId)
  await decide(office, caseId)
  return { caseId, ticket: led.ticket }
}

/** What the center's answer brings, written down as the outbox does. */
export async function decide(office: TestOffice, caseId: CaseId): Promise<void> {
  const { db, vault } = office.world
  const [photo, signed] = [await portrait(), await signature()]
  const seal = (name: string, bytes: Buffer) =>
    vault.seal(bytes, `print_materials/${name}/${caseId}`)
  const decision = { status: 'PRINT_READY_RECORD' } as const
  await db.transaction().execute(async (transaction) => {
    await appendFact(transaction, caseId, { type: 'decided', decision }, office.time.now)
    await transaction
      .insertInto('print_materials')
      .values({
        case_id: caseId,
        sealed_photo: seal('photo', photo),
        sealed_signature: seal('signature', signed),
        came_at: new Date(office.time.now),
      })
      .execute()
  })
}

/** Prints it out of order, and says that it came out. */
export async function printCase(office: TestOffice, caseId: CaseId): Promise<string> {
  const url = `/api/printing/${caseId}`
  const reason = 'Dicetak untuk pengujian ini.'
  const { jobId } = demand(await office.call('operator-ktp', 'POST', url, { reason }), 201)
  demand(await office.call('operator-ktp', 'POST', `/api/printing/jobs/${jobId}/printed`))
  return jobId
}

/** Blank cards come. */
export async function stock(office: TestOffice, count: number): Promise<void> {
  const entry = { kind: 'received', count, note: 'Kiriman untuk pengujian' }
  demand(await office.call('supervisor', 'POST', '/api/blangko', entry))
}

/** One finger on record: the person's, as it was pressed at the capture. */
export async function recordFinger(
  office: TestOffice,
  caseId: CaseId,
  person: string,
  position: FingerPosition,
): Promise<void> {
  const finger = syntheticPersonFinger(person, position)
  const template = extractTemplate(impressionOf(finger, 'at the capture', { difficulty: 0.15 }))
  if (!template.ok) throw new Error('No ridges were found on a careful press')
  const context = templateContext.record(caseId, position)
  const sealed = sealTemplate(office.world.vault, template.value, context)
  const row = { case_id: caseId, position, sealed_template: sealed }
  await office.world.db.insertInto('record_fingers').values(row).execute()
}

async function writeRecord(office: TestOffice, caseId: CaseId): Promise<void> {
  const { db } = office.world
  const at = new Date(office.time.now)
  const operator = office.accountId('operator-ktp')
  const blank = Buffer.alloc(0)
  await db.transaction().execute(async (transaction) => {
    const capture = { case_id: caseId, operator, started_at: at, completed_at: at }
    await transaction.insertInto('captures').values(capture).execute()
    const attestation = {
      case_id: caseId,
      receipt_number: caseId,
      manifest: blank,
      manifest_sha256: '',
      attestation: '',
      receipt_token: '',
      receipt_code: caseId,
      attested_by: operator,
      attested_at: at,
      sealed_receipt: blank,
    }
    await transaction.insertInto('attestations').values(attestation).execute()
    const record = {
      case_id: caseId,
      nik_index: blank,
      form_version: 1,
      packet_digest: caseId,
      registered_at: at,
    }
    await transaction.insertInto('records').values(record).execute()
    const facts = [
      { type: 'captured', fingers: 10, exceptions: 0, sentOn: false },
      { type: 'attested', receiptNumber: caseId },
      { type: 'registered', packetDigest: caseId },
      { type: 'sent', packetDigest: caseId },
      { type: 'received' },
    ] as const
    for (const fact of facts) await appendFact(transaction, caseId, fact, office.time.now)
  })
}
