// Routes test — the counter over HTTP: every requirement settled, waived or the reason to come again.

import { describe, expect, test } from 'vitest'
import type { Biodata } from '#resident/biodata'
import { getSampleResident } from '#resident/sample-cast'
import { endorse, fillForm, leadCase, paperScan, settle } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'
import { morning } from '../../../test/support/staff.ts'
import { readLog } from '../log/log.ts'

const office = useOffice()
const siti = getSampleResident('siti').biodata
/** Sixteen since the spring, and not alone. */
const early: Biodata = {
  ...siti,
  nik: '1606996203100001' as Biodata['nik'],
  birthDate: '2010-03-22' as Biodata['birthDate'],
  accompanyingAdult: { name: 'AMINAH' as Biodata['name'], relation: 'parent' },
}

const loket = (method: 'GET' | 'POST', url: string, body?: object) =>
  office.call('petugas-loket', method, url, body)
const view = async (caseId: string) => (await loket('GET', `/api/counter/${caseId}`)).body
const requirement = async (caseId: string, id: string) =>
  (await view(caseId)).requirements.find((it: { id: string }) => it.id === id)
const accept = (caseId: string, body: object) =>
  loket('POST', `/api/counter/${caseId}/accept`, body)
const complete = (caseId: string) => loket('POST', `/api/counter/${caseId}/complete`)
const scan = (caseId: string, kind: string, bytes: Uint8Array, mediaType = 'image/png') =>
  office.call(
    'petugas-loket',
    'PUT',
    `/api/cases/${caseId}/documents/${kind}?mediaType=${mediaType}`,
    bytes,
  )
const lastOf = async (caseId: string) =>
  (await readLog(office.world.db, caseId as never)).at(-1)?.type

describe('what a resident has to bring', () => {
  test('is the standard’s list for exactly this resident', async () => {
    const { caseId, number } = await leadCase(office, siti, 'called')
    const shown = await view(caseId)
    expect(shown).toMatchObject({
      number,
      waitingAt: 'called',
      calledAtMs: office.time.now,
      promisedMinutes: 10,
      resident: { name: siti.name, ageYears: 18 },
      eligibility: { code: 'eligibility.by-age', mayBeRecorded: true, cardFrom: null },
      endorsement: { kind: 'wet' },
    })
    expect(shown.requirements.map((it: { id: string }) => it.id)).toEqual([
      'kk',
      'age',
      'ijazah',
      'f1',
    ])
    expect(await requirement(caseId, 'kk')).toMatchObject({ ready: false, waivable: false })
    expect((await requirement(caseId, 'kk')).lacking).toContain('Kartu Keluarga')
    expect(await requirement(caseId, 'age')).toMatchObject({ ready: true, state: 'open' })
    expect(await requirement(caseId, 'ijazah')).toMatchObject({
      kinds: ['ijazah', 'no-document-statement'],
      waivable: true,
    })
  })

  test('all of it accepted, the resident goes on to the capture and leaves the queue', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    await settle(office, caseId)
    const done = { status: 200, body: { waitingAt: 'capture', waived: [] } }
    expect(await complete(caseId)).toMatchObject(done)
    expect(await lastOf(caseId)).toBe('requirements-accepted')
    const again = await complete(caseId)
    expect(again).toMatchObject(done)
    expect((await loket('GET', '/api/queue')).body.places).not.toContainEqual(
      expect.objectContaining({ caseId }),
    )
    expect(await accept(caseId, { requirementId: 'kk' })).toMatchObject({ status: 409 })
  })

  test('something lacking, nobody goes on', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    await accept(caseId, { requirementId: 'age' })
    await accept(caseId, { requirementId: 'f1' })
    const refused = await complete(caseId)
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'counter.unsettled', facts: { requirements: ['kk', 'ijazah'] } },
    })
    expect(refused.body.message).toContain('Ijazah terakhir')
    expect(await lastOf(caseId)).toBe('called')
  })
})

describe('without an ijazah', () => {
  test('the statement in its place is as good', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    await scan(caseId, 'no-document-statement', await paperScan())
    expect(await accept(caseId, { requirementId: 'ijazah' })).toMatchObject({ status: 200 })
  })

  test('a supervisor waives it, and the log says so', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    await scan(caseId, 'kk', await paperScan())
    for (const requirementId of ['kk', 'age', 'f1']) await accept(caseId, { requirementId })
    const asked = await loket('POST', '/api/approvals', {
      caseId,
      kind: 'waive-requirement',
      requirementId: 'ijazah',
      reason: 'Tidak pernah bersekolah.',
    })
    const { approvalId } = asked.body
    const waive = { requirementId: 'ijazah', approvalId }
    expect(await accept(caseId, waive)).toMatchObject({
      status: 422,
      body: { code: 'counter.not-granted' },
    })
    expect((await requirement(caseId, 'ijazah')).waiver).toMatchObject({ state: 'waiting' })
    await office.call('supervisor', 'POST', `/api/approvals/${approvalId}/decision`, {
      granted: true,
      reason: 'Sesuai KK dan keterangan desa.',
    })
    expect(await accept(caseId, { requirementId: 'kk', approvalId })).toMatchObject({ status: 422 })
    expect(await accept(caseId, waive)).toMatchObject({ body: { outcome: 'waived' } })
    expect(await complete(caseId)).toMatchObject({ status: 200, body: { waived: ['ijazah'] } })
    const log = await readLog(office.world.db, caseId as never)
    expect(log.at(-1)).toMatchObject({ type: 'requirements-accepted', waived: ['ijazah'] })
  })

  test('a refusal of the supervisor waives nothing', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const { approvalId } = (
      await loket('POST', '/api/approvals', {
        caseId,
        kind: 'waive-requirement',
        requirementId: 'ijazah',
        reason: 'Katanya lupa dibawa.',
      })
    ).body
    await office.call('supervisor', 'POST', `/api/approvals/${approvalId}/decision`, {
      granted: false,
      reason: 'Silakan diambil dahulu.',
    })
    expect(await accept(caseId, { requirementId: 'ijazah', approvalId })).toMatchObject({
      status: 422,
      body: { code: 'counter.not-granted' },
    })
    expect((await requirement(caseId, 'ijazah')).waiver).toMatchObject({
      state: 'refused',
      decisionReason: 'Silakan diambil dahulu.',
    })
  })
})

describe('by age', () => {
  test('a sixteen-year-old is recorded; the card is locked until the birthday', async () => {
    const { caseId } = await leadCase(office, early, 'called')
    const shown = await view(caseId)
    expect(shown.eligibility).toMatchObject({
      code: 'eligibility.recorded-early',
      mayBeRecorded: true,
      cardFrom: '2027-03-22',
    })
    expect(shown.requirements.map((it: { id: string }) => it.id)).toContain('accompanying-adult')
    await settle(office, caseId)
    expect((await complete(caseId)).status).toBe(200)
  })

  test('who is under sixteen and unmarried is told from when on', async () => {
    const { caseId } = await leadCase(office, early, 'called')
    await settle(office, caseId)
    // The form was taken at sixteen; a clock set wrong by a year shows what the counter does.
    office.time.now = morning - 365 * 24 * 3_600_000
    const refused = await complete(caseId)
    office.time.now = morning
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'eligibility.too-young', facts: { recordedFrom: '2026-03-22' } },
    })
    expect(refused.body.message).toMatch(/2026/)
    expect(await lastOf(caseId)).toBe('called')
  })
})

describe('a form mended at the counter', () => {
  test('is endorsed anew before anybody goes on', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    await settle(office, caseId)
    await fillForm(office, caseId, { ...siti, phone: '081200000077' })
    expect(await complete(caseId)).toMatchObject({
      status: 409,
      body: { code: 'case.not-here', facts: { waitingAt: 'village' } },
    })
    expect(await requirement(caseId, 'f1')).toMatchObject({ state: 'open', ready: false })
    await endorse(office, caseId)
    expect(await requirement(caseId, 'f1')).toMatchObject({ state: 'accepted' })
  })
})

describe('who is sent home', () => {
  test('reads the reason by ticket, loses the place in the queue and what was in question', async () => {
    const { caseId, ticket } = await leadCase(office, siti, 'called')
    await settle(office, caseId)
    const reason = 'KK yang dibawa sudah tidak berlaku; mohon bawa yang terbaru.'
    const returned = await loket('POST', `/api/counter/${caseId}/return`, {
      requirementId: 'kk',
      reason,
    })
    expect(returned).toMatchObject({ status: 200, body: { waitingAt: 'queue' } })
    const status = await office.call(undefined, 'POST', '/api/status', {
      ticket,
      birthDate: siti.birthDate,
    })
    expect(status.body).toMatchObject({ waitingAt: 'queue', returned: { by: 'counter', reason } })
    expect((await loket('GET', '/api/queue')).body.places).not.toContainEqual(
      expect.objectContaining({ caseId }),
    )
    expect(await requirement(caseId, 'kk')).toMatchObject({ state: 'open' })
    expect(await requirement(caseId, 'ijazah')).toMatchObject({ state: 'accepted' })
    const row = await office.world.db
      .selectFrom('counter_returns')
      .select('sealed_reason')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(row.sealed_reason.toString('latin1')).not.toContain('berlaku')

    const again = await office.call('petugas-informasi', 'POST', '/api/queue', { caseId })
    expect(again.status).toBe(200)
  })

  test('is sent home once, though the answer was lost and it is said again', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const url = `/api/counter/${caseId}/return`
    const told = { requirementId: 'kk', reason: 'KK belum dibawa; mohon dibawa.' }
    const first = await loket('POST', url, told)
    expect(await loket('POST', url, told)).toEqual(first)
    const rows = await office.world.db
      .selectFrom('counter_returns')
      .select('return_id')
      .where('case_id', '=', caseId)
      .execute()
    expect(rows).toHaveLength(1)
    const other = { ...told, reason: 'Ada hal lain yang kurang.' }
    expect(await loket('POST', url, other)).toMatchObject({ status: 409 })
  })

  test('without a reason is not sent home', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const url = `/api/counter/${caseId}/return`
    expect((await loket('POST', url, { reason: '' })).status).toBe(400)
    const foreign = { requirementId: 'itap-card', reason: 'Tidak membawa kartu ITAP.' }
    expect((await loket('POST', url, foreign)).body.code).toBe('counter.not-required')
    expect(await lastOf(caseId)).toBe('called')
  })
})

test('nobody else examines', async () => {
  const { caseId } = await leadCase(office, siti, 'called')
  const body = { requirementId: 'age' }
  const url = `/api/counter/${caseId}/accept`
  expect((await office.call(undefined, 'POST', url, body)).status).toBe(401)
  expect((await office.call('operator-ktp', 'POST', url, body)).status).toBe(403)
  expect((await loket('GET', '/api/counter/none')).status).toBe(404)
  const nowhere = '00000000-0000-4000-8000-000000000000'
  expect((await loket('POST', `/api/counter/${nowhere}/complete`)).status).toBe(404)
})
