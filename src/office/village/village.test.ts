// Village — a form from the desk to the village head's signature, over HTTP and with real bytes.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyPdfSignature } from '#card/verify-pdf'
import { getSampleResident, sampleCast } from '#resident/sample-cast'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const inPeninggalan = sampleCast.filter(
  ({ biodata }) => biodata.address.village === '16.06.12.2001',
)

/** Opens a case at the desk and types a form, confirming whatever is in doubt. */
async function openWithForm(biodata: object): Promise<{ caseId: string; version: number }> {
  const opened = await office.call('petugas-informasi', 'POST', '/api/cases', {
    serviceType: 'new',
  })
  const { caseId } = opened.body
  const url = `/api/cases/${caseId}/form`
  const first = await office.call('petugas-informasi', 'PUT', url, { biodata })
  if (first.status === 200) return { caseId, version: first.body.version }
  const confirmedDoubts = (first.body.facts?.doubts ?? []).map((it: { code: string }) => it.code)
  const again = { biodata, confirmedDoubts, confirmed: true }
  const second = await office.call('petugas-informasi', 'PUT', url, again)
  expect(second.status).toBe(200)
  return { caseId, version: second.body.version }
}

const [resident] = inPeninggalan

describe('a form of the head’s own village', () => {
  let opened: { caseId: string; version: number }
  beforeAll(async () => {
    opened = await openWithForm(resident?.biodata ?? {})
  })

  test('is on his list', async () => {
    const list = await office.call('kepala-desa', 'GET', '/api/village/forms')
    expect(list.body.villageName).toBe('Peninggalan')
    expect(list.body.forms.map((it: { caseId: string }) => it.caseId)).toContain(opened.caseId)
  })

  test('is endorsed by a signature inside the PDF that stands up to a check', async () => {
    const { caseId, version } = opened
    const url = `/api/village/forms/${caseId}/endorse`
    const endorsed = await office.call('kepala-desa', 'POST', url, { version })
    expect(endorsed).toMatchObject({ status: 200, body: { waitingAt: 'queue' } })

    const pdf = await office.call('petugas-loket', 'GET', `/api/cases/${caseId}/endorsement`)
    const authority = await office.call(undefined, 'GET', '/api/village/authority.pem')
    const checked = await verifyPdfSignature(
      new Uint8Array(pdf.bytes),
      authority.bytes.toString('utf8'),
    )
    expect(checked).toMatchObject({ ok: true, value: { signer: 'Contoh kepala-desa' } })
    const file = join(office.world.settings.home, 'endorsed.pdf')
    writeFileSync(file, pdf.bytes)
    expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain(
      'Signature is Valid',
    )
  })

  test('is not endorsed twice', async () => {
    const { caseId, version } = opened
    const url = `/api/village/forms/${caseId}/endorse`
    const again = await office.call('kepala-desa', 'POST', url, { version })
    expect(again).toMatchObject({ status: 409, body: { code: 'case.not-here' } })
    expect(again.body.message).toContain('antrean')
  })
})

test('a form of another village is not there for him', async () => {
  const other = sampleCast.find(({ biodata }) => biodata.address.village !== '16.06.12.2001')
  const { caseId, version } = await openWithForm(other?.biodata ?? {})
  const list = await office.call('kepala-desa', 'GET', '/api/village/forms')
  expect(list.body.forms.map((it: { caseId: string }) => it.caseId)).not.toContain(caseId)
  const url = `/api/village/forms/${caseId}/endorse`
  expect((await office.call('kepala-desa', 'POST', url, { version })).status).toBe(404)
})

test('a returned form tells the resident why, by ticket and birth date', async () => {
  const { biodata } = getSampleResident(sampleCast[0]?.key ?? '')
  const handedIn = await office.call(undefined, 'POST', '/api/forms', {
    biodata: { ...biodata, address: { ...biodata.address, village: '16.06.12.2001' } },
  })
  expect(handedIn.status).toBe(201)
  const { caseId, ticket } = handedIn.body
  const reason = 'RT pada formulir bukan RT Bapak/Ibu; mohon diperbaiki.'
  const returned = await office.call('kepala-desa', 'POST', `/api/village/forms/${caseId}/return`, {
    version: 1,
    reason,
  })
  expect(returned).toMatchObject({ status: 200, body: { waitingAt: 'form' } })

  const asked = { ticket: ticket.toLowerCase(), birthDate: biodata.birthDate }
  const status = await office.call(undefined, 'POST', '/api/status', asked)
  expect(status).toMatchObject({
    status: 200,
    body: { status: 'UNREGISTERED', waitingAt: 'form', returned: { by: 'village', reason } },
  })
  expect(JSON.stringify(status.body)).not.toContain(biodata.nik)
  expect(JSON.stringify(status.body)).not.toContain(biodata.name)
  const wrong = { ticket, birthDate: '1990-01-01' }
  const unknown = { ticket: 'TJ-261122-999', birthDate: biodata.birthDate }
  for (const body of [wrong, unknown]) {
    const refused = await office.call(undefined, 'POST', '/api/status', body)
    expect(refused).toMatchObject({ status: 404, body: { code: 'status.not-found' } })
  }
})

test('a form with slips is refused whole, each slip in plain words, and nothing is written', async () => {
  const before = await office.world.db.selectFrom('cases').select('case_id').execute()
  const refused = await office.call(undefined, 'POST', '/api/forms', {
    biodata: { ...resident?.biodata, nik: '160699411187000', religion: 'none' },
  })
  expect(refused).toMatchObject({ status: 422, body: { code: 'form.invalid' } })
  const fields = refused.body.facts.issues.map((it: { field: string }) => it.field)
  expect(fields.toSorted()).toEqual(['nik', 'religion'])
  expect(refused.body.facts.issues[0].message).toContain('16')
  const after = await office.world.db.selectFrom('cases').select('case_id').execute()
  expect(after).toEqual(before)
})

test('an unmarried fifteen-year-old is told from when on', async () => {
  const refused = await office.call(undefined, 'POST', '/api/forms', {
    biodata: {
      ...resident?.biodata,
      nik: '1606990411110003',
      sex: 'male',
      birthDate: '2011-11-04',
      maritalStatus: 'never-married',
    },
  })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'eligibility.too-young', facts: { recordedFrom: '2027-11-04' } },
  })
})
