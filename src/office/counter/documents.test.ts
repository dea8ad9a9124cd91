// Documents test — papers as they were scanned: kept once, sealed, believed only once they open.

import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { leadCase, paperScan } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const siti = getSampleResident('siti').biodata

const loket = (method: 'GET' | 'POST', url: string, body?: object) =>
  office.call('petugas-loket', method, url, body)
const view = async (caseId: string) => (await loket('GET', `/api/counter/${caseId}`)).body
const requirement = async (caseId: string, id: string) =>
  (await view(caseId)).requirements.find((it: { id: string }) => it.id === id)
const accept = (caseId: string, body: object) =>
  loket('POST', `/api/counter/${caseId}/accept`, body)
const scan = (caseId: string, kind: string, bytes: Uint8Array, mediaType = 'image/png') =>
  office.call(
    'petugas-loket',
    'PUT',
    `/api/cases/${caseId}/documents/${kind}?mediaType=${mediaType}`,
    bytes,
  )

describe('a paper', () => {
  test('is kept as it was scanned, once, sealed, and shown to officers alone', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const bytes = await paperScan()
    const kept = await scan(caseId, 'kk', bytes)
    expect(kept.status).toBe(200)
    const { documentId } = kept.body
    expect((await scan(caseId, 'kk', bytes)).body).toEqual(kept.body)
    expect((await view(caseId)).documents).toHaveLength(1)

    const shown = await loket('GET', `/api/documents/${documentId}`)
    expect(shown.bytes.equals(bytes)).toBe(true)
    const row = await office.world.db
      .selectFrom('documents')
      .select('sealed_bytes')
      .where('document_id', '=', documentId)
      .executeTakeFirstOrThrow()
    expect(row.sealed_bytes?.includes(bytes.subarray(0, 40))).toBe(false)
    expect((await office.call(undefined, 'GET', `/api/documents/${documentId}`)).status).toBe(401)
    expect((await office.call('kepala-desa', 'GET', `/api/documents/${documentId}`)).status).toBe(
      403,
    )
    const looked = await office.world.db
      .selectFrom('audit_entries')
      .select('subject')
      .where('act', '=', 'document.shown')
      .execute()
    expect(looked).toEqual([{ subject: { caseId, documentId } }])
  })

  test('that is empty, torn, too large or no picture is refused in its own words', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const noise = Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 251))
    const raw = { width: 200, height: 100, channels: 3 } as const
    const png = await sharp(noise, { raw }).png().toBuffer()
    const jpeg = await sharp(noise, { raw }).jpeg().toBuffer()
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
    const refusals: [Uint8Array, string, number, string][] = [
      [new Uint8Array(), 'image/png', 422, 'scan.empty'],
      [png.subarray(0, png.length / 2), 'image/png', 422, 'scan.torn'],
      [jpeg.subarray(0, jpeg.length / 2), 'image/jpeg', 422, 'scan.torn'],
      [Buffer.from('not a picture at all'), 'image/jpeg', 422, 'scan.torn'],
      [pdf, 'application/pdf', 422, 'scan.torn'],
      [png, 'application/pdf', 422, 'scan.torn'],
      [new Uint8Array(8 * 1024 * 1024 + 1), 'image/png', 413, 'request.too-large'],
    ]
    const messages = new Set<string>()
    for (const [bytes, mediaType, status, code] of refusals) {
      const refused = await scan(caseId, 'kk', bytes, mediaType)
      expect(refused).toMatchObject({ status, body: { code } })
      messages.add(refused.body.message)
    }
    expect(messages.size).toBe(3)
    expect((await view(caseId)).documents).toEqual([])
    expect((await scan(caseId, 'passport-photo', png)).body.code).toBe('document.kind')
    expect((await scan(caseId, 'kk', png, 'text/html')).status).toBe(400)
    expect((await scan(caseId, 'kk', png)).status).toBe(200)
    const whole = Buffer.concat([pdf, Buffer.from('%%EOF\n')])
    expect((await scan(caseId, 'kk', whole, 'application/pdf')).status).toBe(200)
  })

  test('settles its own requirement only', async () => {
    const { caseId } = await leadCase(office, siti, 'called')
    const { documentId } = (await scan(caseId, 'ijazah', await paperScan())).body
    expect(await accept(caseId, { requirementId: 'kk', documentId })).toMatchObject({
      status: 422,
      body: { code: 'counter.other-document' },
    })
    expect(await accept(caseId, { requirementId: 'kk' })).toMatchObject({
      status: 422,
      body: { code: 'counter.document-missing' },
    })
    expect(await accept(caseId, { requirementId: 'ijazah', documentId })).toMatchObject({
      status: 200,
      body: { outcome: 'accepted' },
    })
    expect((await requirement(caseId, 'ijazah')).documentId).toBe(documentId)
  })

  test('of another case settles nothing here', async () => {
    const other = await leadCase(office, siti, 'called')
    const { documentId } = (await scan(other.caseId, 'kk', await paperScan(10))).body
    const { caseId } = await leadCase(office, siti, 'called')
    expect(await accept(caseId, { requirementId: 'kk', documentId })).toMatchObject({ status: 422 })
  })
})
