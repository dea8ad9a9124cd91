// Wet endorsement — a sheet signed with ink: its scan is kept, if it is one, with who looked at it.

import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const desk = 'petugas-informasi'
const { biodata } = getSampleResident('joko')
let caseId = ''
let photo: Buffer

const put = (bytes: Uint8Array, mediaType = 'image/jpeg') => {
  const asked = new URLSearchParams({ mediaType })
  return office.call(desk, 'PUT', `/api/cases/${caseId}/wet-endorsement?${asked}`, bytes)
}
const waitingAt = async () =>
  (await office.call(desk, 'GET', `/api/cases/${caseId}`)).body.waitingAt as string

beforeAll(async () => {
  caseId = (await office.call(undefined, 'POST', '/api/forms', { biodata })).body.caseId
  const sheet = { width: 210, height: 297, channels: 3 as const, background: '#f7f5ee' }
  photo = await sharp({ create: sheet }).jpeg().toBuffer()
})

test('an empty or torn scan is refused, and the form goes on waiting', async () => {
  const torn = photo.subarray(0, photo.length - 200)
  expect(await put(new Uint8Array())).toMatchObject({ status: 422, body: { code: 'scan.empty' } })
  expect(await put(torn)).toMatchObject({ status: 422, body: { code: 'scan.torn' } })
  expect(await put(photo, 'application/pdf')).toMatchObject({ status: 422 })
  expect(await put(Buffer.from('%PDF-1.7 cut'), 'application/pdf')).toMatchObject({
    body: { code: 'scan.torn' },
  })
  expect((await put(photo, 'text/html')).status).toBe(400)
  expect(await waitingAt()).toBe('village')
})

test('a good one lets the resident queue, and comes back byte for byte', async () => {
  expect(await put(photo)).toMatchObject({ status: 200, body: { waitingAt: 'queue' } })
  const kept = await office.call(desk, 'GET', `/api/cases/${caseId}/endorsement`)
  expect(kept.bytes.equals(photo)).toBe(true)
  const view = await office.call(desk, 'GET', `/api/cases/${caseId}`)
  expect(view.body.endorsement).toMatchObject({ kind: 'wet', version: 1 })
})

test('the database holds it sealed, with the officer who looked at it, and the audit says so', async () => {
  const { db } = office.world
  const row = await db
    .selectFrom('endorsements')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ checked_by: office.accountId(desk), endorsed_by: null })
  expect(row.sealed_paper?.includes(photo.subarray(0, 64))).toBe(false)
  const acts = await db.selectFrom('audit_entries').select(['act', 'actor']).execute()
  expect(acts).toContainEqual({
    act: 'form.wet-endorsement-checked',
    actor: office.accountId(desk),
  })
})

test('a second scan of the same form comes too late', async () => {
  expect(await put(photo)).toMatchObject({ status: 409, body: { code: 'case.not-here' } })
})

test('a form saved without a change stays endorsed; a new version does not', async () => {
  const url = `/api/cases/${caseId}/form`
  const again = await office.call(desk, 'PUT', url, { biodata })
  expect(again).toMatchObject({ status: 200, body: { version: 1 } })
  expect(await waitingAt()).toBe('queue')

  const changed = { ...biodata, name: 'Joko Susilo Utomo' }
  const saved = await office.call(desk, 'PUT', url, { biodata: changed })
  expect(saved).toMatchObject({ status: 200, body: { version: 2 } })
  const view = await office.call(desk, 'GET', `/api/cases/${caseId}`)
  expect(view.body).toMatchObject({ waitingAt: 'village', endorsement: null })
})

test('neither a resident nor a village head hands in a scan', async () => {
  const url = `/api/cases/${caseId}/wet-endorsement?mediaType=image%2Fjpeg`
  expect((await office.call(undefined, 'PUT', url, photo)).status).toBe(401)
  expect((await office.call('kepala-desa', 'PUT', url, photo)).status).toBe(403)
})
