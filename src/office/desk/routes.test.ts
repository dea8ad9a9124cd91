// Desk routes — who may open a case, who is known already, over HTTP and a real database.

import { beforeAll, describe, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { serviceStandard } from '#standard'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const desk = 'petugas-informasi'
const { biodata } = getSampleResident('dewi')

const open = (serviceType: string) => office.call(desk, 'POST', '/api/cases', { serviceType })
const find = (by: string, value: string) =>
  office.call(desk, 'POST', '/api/residents/find', { by, value })
const actsOn = async (caseId: string) => {
  const rows = await office.world.db.selectFrom('audit_entries').selectAll().execute()
  return rows.filter((row) => JSON.stringify(row).includes(caseId))
}

/** Types the form, confirming whatever is in doubt. */
async function typeForm(caseId: string, typed: object) {
  const url = `/api/cases/${caseId}/form`
  const first = await office.call(desk, 'PUT', url, { biodata: typed })
  const doubts: { code: string }[] = first.body.facts?.doubts ?? []
  const confirmedDoubts = doubts.map(({ code }) => code)
  return doubts.length === 0
    ? first
    : office.call(desk, 'PUT', url, { biodata: typed, confirmedDoubts })
}

test('a new card opens a case with a ticket and a form code, and the audit knows by whom', async () => {
  const opened = await open('new')
  expect(opened).toMatchObject({
    status: 201,
    body: { ticket: expect.stringMatching(/^TJ-\d{6}-\d{3}$/), elsewhere: null },
  })
  const view = await office.call(desk, 'GET', `/api/cases/${opened.body.caseId}`)
  expect(view.body).toMatchObject({ waitingAt: 'form', status: 'UNREGISTERED', resident: null })
  const acts = await actsOn(opened.body.caseId)
  expect(acts).toHaveLength(1)
  expect(acts[0]).toMatchObject({ act: 'case.opened', actor: office.accountId(desk) })
})

test.each(
  serviceStandard.services
    .filter(({ elsewhere }) => elsewhere !== undefined)
    .map(({ type }) => [type] as const),
)('%s is told where it is served, and its case closed', async (serviceType) => {
  const { body } = await open(serviceType)
  expect(body.elsewhere.place.id).toContain('Dukcapil')
  const view = await office.call(desk, 'GET', `/api/cases/${body.caseId}`)
  expect(view.body.waitingAt).toBe('closed')
})

test('tickets of a day are numbered without a gap, also when opened at once', async () => {
  const opened = await Promise.all(Array.from({ length: 6 }, () => open('new')))
  const numbers = opened.map(({ body }) => Number(body.ticket.split('-')[2])).sort((a, b) => a - b)
  const [first = 0] = numbers
  expect(numbers).toEqual(Array.from({ length: 6 }, (_, index) => first + index))
})

test('ticket and checklist come as a PDF', async () => {
  const { body } = await open('new')
  const pdf = await office.call(desk, 'GET', `/api/cases/${body.caseId}/checklist.pdf`)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

describe('a resident who is in work here', () => {
  let caseId = ''
  let ticket = ''
  let formCode = ''
  beforeAll(async () => {
    ;({ caseId, ticket, formCode } = (await open('new')).body)
    expect((await typeForm(caseId, biodata)).status).toBe(200)
  })

  test('is found by NIK, nomor KK, name, ticket and form code, however they are written', async () => {
    for (const [by, value] of [
      ['nik', biodata.nik],
      ['nik', biodata.nik.replace(/(.{4})(?=.)/g, '$1 ')],
      ['kk', biodata.nomorKk],
      ['name', ` ${biodata.name.toLowerCase().replace(' ', '  ')} `],
      ['code', ticket.toLowerCase().replaceAll('-', '')],
      ['code', formCode.toLowerCase()],
    ] as const) {
      const { body } = await find(by, value)
      expect(body.known.map((it: { caseId: string }) => it.caseId)).toContain(caseId)
    }
  })

  test('is shown by no more of the name than may be asked across a desk', async () => {
    const { body } = await find('nik', biodata.nik)
    expect(body.known[0]).toMatchObject({ maskedName: 'D••• K••••••', waitingAt: 'village' })
    expect(JSON.stringify(body)).not.toContain(biodata.nik)
    expect(JSON.stringify(body)).not.toContain(biodata.name)
  })

  test('is not found by another NIK, nor by a part of the name', async () => {
    expect((await find('nik', '1606990101170001')).body.known).toEqual([])
    expect((await find('name', 'Dewi')).body.known).toEqual([])
  })

  test('is not given a second case unless the officer says so', async () => {
    const second = (await open('new')).body.caseId
    const refused = await typeForm(second, biodata)
    expect(refused).toMatchObject({ status: 409, body: { code: 'resident.known' } })
    expect(refused.body.message).toContain(ticket)
    const none = await office.call(desk, 'GET', `/api/cases/${second}/form`)
    expect(none).toMatchObject({ status: 404, body: { code: 'form.none' } })

    const url = `/api/cases/${second}/form`
    const confirmedDoubts = ['nik.area-unknown', 'nik.other-birth-date', 'name.one-word']
    const confirmed = { biodata, confirmedDoubts, confirmed: true }
    expect((await office.call(desk, 'PUT', url, confirmed)).status).toBe(200)
  })
})

test('why a form came back is read at the desk until a new version is saved', async () => {
  const other = getSampleResident('hendra').biodata
  const { caseId } = (await open('new')).body
  expect((await typeForm(caseId, other)).status).toBe(200)
  const reason = 'Nama jalan belum lengkap.'
  const url = `/api/village/forms/${caseId}/return`
  await office.call('kepala-desa', 'POST', url, { version: 1, reason })
  const view = await office.call(desk, 'GET', `/api/cases/${caseId}`)
  expect(view.body).toMatchObject({ waitingAt: 'form', returned: { by: 'village', reason } })
  expect((await typeForm(caseId, other)).body.version).toBe(2)
  const after = await office.call(desk, 'GET', `/api/cases/${caseId}`)
  expect(after.body).toMatchObject({ waitingAt: 'village', returned: null })
})

test('nobody but officers may ask, and only the desk opens', async () => {
  const nik = { by: 'nik', value: biodata.nik }
  expect((await office.call(undefined, 'POST', '/api/residents/find', nik)).status).toBe(401)
  expect((await office.call('kepala-desa', 'POST', '/api/residents/find', nik)).status).toBe(403)
  const camat = await office.call('camat', 'POST', '/api/cases', { serviceType: 'new' })
  expect(camat.status).toBe(403)
  const unknown = await office.call(desk, 'GET', '/api/cases/TJ-261122-999')
  expect(unknown).toMatchObject({ status: 404, body: { code: 'case.unknown' } })
})
