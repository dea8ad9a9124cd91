// Form routes — F-1 handed in by a resident, typed by an officer, printed by who knows the birth date.

import { beforeAll, describe, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const desk = 'petugas-informasi'
const { biodata: joko } = getSampleResident('joko')
const { biodata: budi } = getSampleResident('budi')

const openCase = async () =>
  (await office.call(desk, 'POST', '/api/cases', { serviceType: 'new' })).body.caseId as string

describe('a form handed in from a phone', () => {
  let opened: { caseId: string; ticket: string; formCode: string }
  beforeAll(async () => {
    const reply = await office.call(undefined, 'POST', '/api/forms', { biodata: joko })
    expect(reply.status).toBe(201)
    opened = reply.body
  })

  test('waits for the village head, and its words lie sealed in the database', async () => {
    const { caseId } = opened
    const view = await office.call(desk, 'GET', `/api/cases/${caseId}`)
    expect(view.body).toMatchObject({ waitingAt: 'village', resident: { nik: joko.nik } })
    const { db } = office.world
    const form = await db
      .selectFrom('forms')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const row = await db
      .selectFrom('cases')
      .selectAll()
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    for (const kept of [form.sealed_biodata?.toString('latin1'), JSON.stringify(row)]) {
      expect(kept).not.toContain(joko.nik)
      expect(kept).not.toContain(joko.name)
    }
    expect(form.saved_by).toBe('resident')
  })

  test('is printed by who knows the birth date; a wrong one and an unknown code sound alike', async () => {
    const print = (formCode: string, birthDate: string) =>
      office.call(undefined, 'POST', '/api/forms/print', { formCode, birthDate })
    const own = await print(opened.formCode.toLowerCase(), joko.birthDate)
    expect(own.status).toBe(200)
    expect(own.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const wrong = await print(opened.formCode, '1968-03-10')
    const unknown = await print('0000-0000', joko.birthDate)
    expect(wrong.status).toBe(404)
    expect(unknown).toEqual(wrong)
  })

  test('has a QR that leads to its page, as any well-formed code has', async () => {
    const qr = (code: string) => office.call(undefined, 'GET', `/api/forms/${code}/qr.svg`)
    expect((await qr(opened.formCode)).bytes.toString()).toContain('<svg')
    expect((await qr('0000-0000')).status).toBe(200)
    expect((await qr('nothing')).status).toBe(404)
  })
})

describe('a form typed by an officer', () => {
  test('asks to confirm each doubt before anything is written', async () => {
    const caseId = await openCase()
    const url = `/api/cases/${caseId}/form`
    const asked = await office.call(desk, 'PUT', url, { biodata: budi })
    expect(asked).toMatchObject({ status: 422, body: { code: 'form.doubts' } })
    expect(asked.body.facts.doubts).toContainEqual({
      field: 'name',
      code: 'name.one-word',
      message: 'Nama hanya satu kata. Mohon pastikan sesuai KK; nama lama tetap berlaku.',
    })
    expect((await office.call(desk, 'GET', url)).status).toBe(404)

    const codes = asked.body.facts.doubts.map((it: { code: string }) => it.code)
    const saved = await office.call(desk, 'PUT', url, { biodata: budi, confirmedDoubts: codes })
    expect(saved).toMatchObject({ status: 200, body: { version: 1 } })
    const read = await office.call(desk, 'GET', url)
    expect(read.body).toMatchObject({ version: 1, biodata: budi, doubts: codes })
    const pdf = await office.call(desk, 'GET', `${url}.pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('of another kecamatan is refused, for a new card is asked for where one lives', async () => {
    const caseId = await openCase()
    const biodata = { ...joko, address: { ...joko.address, village: '16.06.01.2001' } }
    const refused = await office.call(desk, 'PUT', `/api/cases/${caseId}/form`, { biodata })
    expect(refused).toMatchObject({ status: 422, body: { code: 'form.other-kecamatan' } })
  })

  test('is not the village head’s nor the camat’s to type', async () => {
    const caseId = await openCase()
    for (const role of [undefined, 'kepala-desa', 'camat'] as const) {
      const refused = await office.call(role, 'PUT', `/api/cases/${caseId}/form`, { biodata: joko })
      expect(refused.status).toBe(role === undefined ? 401 : 403)
    }
  })

  test('is kept out of a case that is closed', async () => {
    const opened = await office.call(desk, 'POST', '/api/cases', { serviceType: 'lost' })
    const { caseId } = opened.body
    const again = { biodata: getSampleResident('agus').biodata, confirmed: true }
    const url = `/api/cases/${caseId}/form`
    const first = await office.call(desk, 'PUT', url, again)
    const confirmedDoubts = (first.body.facts?.doubts ?? []).map((it: { code: string }) => it.code)
    const refused = await office.call(desk, 'PUT', url, { ...again, confirmedDoubts })
    expect(refused).toMatchObject({ status: 409, body: { code: 'case.not-here' } })
  })
})
