// Routes test — two people, always: asked with a reason, decided once, by somebody else.

import { describe, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { leadCase } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const siti = getSampleResident('siti').biodata
const reason = 'Ijazah terbakar bersama rumahnya.'

const ask = (
  caseId: string,
  requirementId = 'ijazah',
  role: 'petugas-loket' | 'operator-ktp' = 'petugas-loket',
) =>
  office.call(role, 'POST', '/api/approvals', {
    caseId,
    kind: 'waive-requirement',
    requirementId,
    reason,
  })
const decide = (approvalId: string, granted: boolean) =>
  office.call('supervisor', 'POST', `/api/approvals/${approvalId}/decision`, {
    granted,
    reason: 'Sudah diperiksa pada KK.',
  })
const waiting = async () =>
  (await office.call('supervisor', 'GET', '/api/approvals?state=waiting')).body.approvals

describe('what takes a second person', () => {
  test('reaches the supervisor with the facts that decide it', async () => {
    const { caseId, ticket } = await leadCase(office, siti, 'called')
    const { approvalId } = (await ask(caseId)).body
    expect(await waiting()).toContainEqual(
      expect.objectContaining({
        approvalId,
        ticket,
        subject: { kind: 'waive-requirement', requirementId: 'ijazah' },
        reason,
        askedBy: 'Contoh petugas-loket',
        isOwn: false,
        decision: null,
        resident: expect.objectContaining({ name: siti.name, ageYears: 18 }),
      }),
    )
    const { sealed_reason: sealed } = await office.world.db
      .selectFrom('approvals')
      .select('sealed_reason')
      .where('approval_id', '=', approvalId)
      .executeTakeFirstOrThrow()
    expect(sealed.toString('latin1')).not.toContain('Ijazah')
  })

  test('is decided once; the same word again answers the same, another does not', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const { approvalId } = (await ask(caseId)).body
    const granted = { status: 200, body: { decision: { granted: true, by: 'Contoh supervisor' } } }
    expect(await decide(approvalId, true)).toMatchObject(granted)
    expect(await decide(approvalId, true)).toMatchObject(granted)
    expect(await decide(approvalId, false)).toMatchObject({
      status: 409,
      body: { code: 'approval.decided-already' },
    })
    expect((await waiting()).map((it: { approvalId: string }) => it.approvalId)).not.toContain(
      approvalId,
    )
    const acts = await office.world.db
      .selectFrom('audit_entries')
      .select('act')
      .where('act', '=', 'approval.granted')
      .execute()
    expect(acts).toHaveLength(1)
  })

  test('is asked once, until it is refused', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const first = (await ask(caseId)).body.approvalId
    expect((await ask(caseId)).body.approvalId).toBe(first)
    await decide(first, false)
    expect((await ask(caseId)).body.approvalId).not.toBe(first)
  })

  test('is not decided by the one who asked', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const { approvalId } = (await ask(caseId)).body
    // Whoever changes post keeps what he asked for.
    await office.signIn('supervisor')
    await office.world.db
      .updateTable('approvals')
      .set({ asked_by: office.accountId('supervisor') })
      .where('approval_id', '=', approvalId)
      .execute()
    expect(await decide(approvalId, true)).toMatchObject({
      status: 409,
      body: { code: 'approval.own' },
    })
  })
})

describe('what is not asked for', () => {
  test('a requirement that nobody may waive, or that is not this resident’s', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    for (const requirementId of ['kk', 'age', 'itap-card', 'unheard-of']) {
      expect(await ask(caseId, requirementId)).toMatchObject({
        status: 422,
        body: { code: 'approval.not-waivable' },
      })
    }
  })

  test('a case that waits elsewhere', async () => {
    const { caseId } = await leadCase(office, siti, 'queued')
    expect(await ask(caseId)).toMatchObject({ status: 409, body: { code: 'case.not-here' } })
    const finger = { caseId, kind: 'missing-finger', position: 3, exception: 'missing', reason }
    const atCapture = await office.call('operator-ktp', 'POST', '/api/approvals', finger)
    expect(atCapture).toMatchObject({ status: 409, body: { facts: { waitingAt: 'queue' } } })
  })

  test('the work of another officer', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    expect((await ask(caseId, 'ijazah', 'operator-ktp')).status).toBe(403)
  })

  test('anything beside the subject', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const body = { caseId, kind: 'low-quality', position: 11, reason }
    expect((await office.call('operator-ktp', 'POST', '/api/approvals', body)).status).toBe(400)
    const extra = { caseId, kind: 'low-quality', position: 1, reason, note: 'x' }
    expect((await office.call('operator-ktp', 'POST', '/api/approvals', extra)).status).toBe(400)
  })
})

test('a case that moved on is decided no more, and waits on no list', async () => {
  const { caseId } = await leadCase(office, siti, 'called')
  const { approvalId } = (await ask(caseId)).body
  const back = { reason: 'Pemohon harus pulang dahulu.' }
  expect(
    (await office.call('petugas-loket', 'POST', `/api/counter/${caseId}/return`, back)).status,
  ).toBe(200)
  expect(await decide(approvalId, true)).toMatchObject({
    status: 409,
    body: { code: 'case.not-here' },
  })
  expect((await waiting()).map((it: { approvalId: string }) => it.approvalId)).not.toContain(
    approvalId,
  )
  const ofCase = await office.call('petugas-loket', 'GET', `/api/approvals?caseId=${caseId}`)
  expect(ofCase.body.approvals).toMatchObject([{ approvalId, isStillDue: false, isOwn: true }])
})

test('an approval that is not there, and a list that is not theirs', async () => {
  expect((await decide('00000000-0000-4000-8000-000000000000', true)).status).toBe(404)
  expect((await decide('x', true)).status).toBe(404)
  expect((await office.call('operator-ktp', 'GET', '/api/approvals?state=waiting')).status).toBe(
    403,
  )
  expect((await office.call('petugas-informasi', 'GET', '/api/approvals?caseId=x')).status).toBe(
    403,
  )
})
