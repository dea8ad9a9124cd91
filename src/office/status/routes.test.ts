// Status routes — who knows ticket and birth date sees the journey; everybody else sees nothing.

import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '#enrollment/events'
import { getSampleResident } from '#resident/sample-cast'
import { useOffice } from '../../../test/support/office.ts'
import { findCase } from '../cases/case-file.ts'
import { appendFact } from '../log/log.ts'

const office = useOffice()
const { biodata } = getSampleResident('joko')

const ask = (ticket: string, birthDate: string) =>
  office.call(undefined, 'POST', '/api/status', { ticket, birthDate })

describe('a case asked for by its ticket', () => {
  let ticket = ''
  beforeAll(async () => {
    ticket = (await office.call(undefined, 'POST', '/api/forms', { biodata })).body.ticket
  })

  test('tells what was done when, and what has not been', async () => {
    const { status, body } = await ask(ticket.toLowerCase().replaceAll('-', ' '), '09-03-1968')
    expect(status).toBe(200)
    const done = body.steps.filter((it: { doneAtMs: number | null }) => it.doneAtMs !== null)
    expect(done.map((it: { step: string }) => it.step)).toEqual(['opened', 'form'])
    expect(body).toMatchObject({
      ticket,
      status: 'UNREGISTERED',
      waitingAt: 'village',
      returned: null,
      clocks: { counter: null, center: null, card: null },
      promisedMinutes: 10,
    })
  })

  test('never tells NIK, name or form code', async () => {
    const { bytes } = await ask(ticket, biodata.birthDate)
    for (const secret of [biodata.nik, biodata.nomorKk, biodata.name, biodata.address.street]) {
      expect(bytes.toString()).not.toContain(secret)
    }
  })

  test('is not there for a wrong birth date, in the same words as an unknown ticket', async () => {
    const wrong = await ask(ticket, '1968-03-10')
    expect(wrong).toMatchObject({ status: 404, body: { code: 'status.not-found' } })
    expect(await ask('TJ-261122-998', biodata.birthDate)).toEqual(wrong)
    expect(await ask('nonsense', 'nonsense')).toEqual(wrong)
  })
})

test('a case without a form has no birth date to prove, and is found by none', async () => {
  const opened = await office.call('petugas-informasi', 'POST', '/api/cases', {
    serviceType: 'new',
  })
  expect((await ask(opened.body.ticket, biodata.birthDate)).status).toBe(404)
})

test('after a duplicate the resident is told what to do, and whose record it is to nobody', async () => {
  const { body: opened } = await office.call(undefined, 'POST', '/api/forms', {
    biodata: getSampleResident('dewi').biodata,
  })
  const file = await findCase(office.world.db, opened.ticket)
  const caseId = file?.caseId as CaseId
  const other = '00000000-0000-4000-8000-00000000beef'
  await office.world.db.transaction().execute(async (transaction) => {
    const decision = { status: 'DUPLICATE_RECORD', of: other } as never
    await appendFact(transaction, caseId, { type: 'decided', decision }, office.time.now)
  })
  const { body, bytes } = await ask(opened.ticket, getSampleResident('dewi').biodata.birthDate)
  expect(body).toMatchObject({ status: 'DUPLICATE_RECORD', ending: 'duplicate' })
  expect(bytes.toString()).not.toContain(other)
})

test('who tries one birth date after the other is slowed down', async () => {
  const asked = await Promise.all(
    Array.from({ length: 40 }, () => ask('TJ-261122-997', '1990-01-01')),
  )
  expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
})
