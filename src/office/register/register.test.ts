// Register test — attested, stored and packed: the center can open it, and a fault in between leaves
// nothing half done.

import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fingerPositions } from '#enrollment/fingers'
import { type PrivateKeys, publicSigningOf } from '#enrollment/keys'
import { sha256Hex } from '#kit/sha256'
import { getSampleResident } from '#resident/sample-cast'
import {
  beginCapture,
  demand,
  enrollOffice,
  except,
  takeAllSlaps,
} from '../../../test/support/captures.ts'
import { openAtCenter } from '../../../test/support/center-side.ts'
import { useOffice } from '../../../test/support/office.ts'
import { useScanner } from '../../../test/support/scanner.ts'
import { registerWaiting } from './sweep.ts'

const scanner = useScanner(() => office)
const office = useOffice({ deviceCertificates: [scanner.certificateFile] })
const slow = 240_000
let center: PrivateKeys

beforeAll(async () => {
  center = await enrollOffice(office)
})

const operator = (url: string) => office.call('operator-ktp', 'POST', url, {})

/** A man without fingers, attested. */
async function attestedCase(): Promise<string> {
  const caseId = await beginCapture(office, getSampleResident('suparman').biodata)
  for (const position of fingerPositions) await except(office, caseId, position)
  demand(await operator(`/api/captures/${caseId}/complete`))
  demand(await operator(`/api/attestations/${caseId}`))
  return caseId
}

async function rowsOf(caseId: string) {
  const { db } = office.world
  const count = async (table: 'records' | 'record_fingers' | 'outbox') =>
    (await db.selectFrom(table).select('case_id').where('case_id', '=', caseId).execute()).length
  const events = await db
    .selectFrom('events')
    .select('type')
    .where('case_id', '=', caseId)
    .where('type', '=', 'registered')
    .execute()
  return {
    records: await count('records'),
    outbox: await count('outbox'),
    events: events.length,
  }
}

test(
  'what the center opens is what was captured, signed by operator and office',
  async () => {
    const { biodata } = getSampleResident('ridwan')
    const caseId = await beginCapture(office, biodata)
    scanner.stand('ridwan')
    await takeAllSlaps(office, scanner, caseId)
    demand(await operator(`/api/captures/${caseId}/complete`))
    const attested = demand(await operator(`/api/attestations/${caseId}`))
    const stored = demand(await operator(`/api/register/${caseId}`))
    expect(demand(await operator(`/api/register/${caseId}`))).toEqual(stored)

    const { db } = office.world
    const row = await db
      .selectFrom('outbox')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(await sha256Hex(row.packet)).toBe(stored.packetDigest)
    const signingKey = publicSigningOf(office.world.identity.keys.signing)
    const sender = { officeId: 'office-1', signingKey }
    const opened = await openAtCenter(new Uint8Array(row.packet), sender, center.sealing)
    const { items, manifest } = opened
    expect(JSON.parse(Buffer.from(items.get('biodata') ?? []).toString())).toEqual(biodata)
    expect(
      Buffer.from(items.get('photo') ?? [])
        .subarray(0, 3)
        .toString('hex'),
    ).toBe('ffd8ff')
    expect(items.get('finger-7')?.slice(0, 4)).toEqual(new Uint8Array(Buffer.from('FIR\0')))
    expect(manifest.fingers.length).toBe(10)
    expect(opened.attestation.split('.').length).toBe(3)
    expect(attested.receiptNumber).toMatch(/^R-261122-\d{4}$/)

    // What lies in the packet lies nowhere else.
    const images = await sql<{ left: number }>`
      select count(sealed_image)::int as left from capture_fingers where case_id = ${caseId}
    `.execute(db)
    expect(images.rows).toEqual([{ left: 0 }])
    const templates = await db
      .selectFrom('record_fingers')
      .select('position')
      .where('case_id', '=', caseId)
      .execute()
    expect(templates.length).toBe(10)
  },
  slow,
)

describe('where the program fails in between', () => {
  const unbreak = () => sql`drop function if exists break_down() cascade`.execute(office.world.db)
  const breakOn = async (table: string) => {
    await sql
      .raw(
        `create function break_down() returns trigger language plpgsql as
           $$ begin raise exception 'the power is out'; end $$;
         create trigger break_down before insert on ${table}
           for each row execute function break_down();`,
      )
      .execute(office.world.db)
  }
  beforeEach(unbreak)

  test.each(['outbox', 'records', 'events', 'audit_entries'])(
    'at %s, neither record nor packet nor entry is there, and again it succeeds',
    async (table) => {
      const caseId = await attestedCase()
      await breakOn(table)
      expect((await operator(`/api/register/${caseId}`)).status).toBe(500)
      expect(await rowsOf(caseId)).toEqual({ records: 0, outbox: 0, events: 0 })
      await unbreak()
      expect((await operator(`/api/register/${caseId}`)).status).toBe(200)
      expect(await rowsOf(caseId)).toEqual({ records: 1, outbox: 1, events: 1 })
    },
    slow,
  )

  test(
    'before it began, the next start stores the case',
    async () => {
      const caseId = await attestedCase()
      expect(await registerWaiting(office.world)).toBe(1)
      expect(await rowsOf(caseId)).toEqual({ records: 1, outbox: 1, events: 1 })
      expect(await registerWaiting(office.world)).toBe(0)
    },
    slow,
  )
})

test('a case that is not attested is not stored', async () => {
  const caseId = await beginCapture(office, getSampleResident('agus').biodata)
  expect(await operator(`/api/register/${caseId}`)).toMatchObject({
    status: 409,
    body: { code: 'case.not-here', facts: { waitingAt: 'capture' } },
  })
})
