// Printing test — the order of readiness, one blank card for each job, and how a job ends.

import { beforeAll, describe, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { demand } from '../../../test/support/captures.ts'
import { printCase, type ReadyCase, readyCase, stock } from '../../../test/support/cards.ts'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()
const minuteMs = 60_000

const operator = (method: 'GET' | 'POST', url: string, body?: object) =>
  office.call('operator-ktp', method, url, body)
const printing = async () => demand(await operator('GET', '/api/printing'))
const print = (caseId: string, reason?: string) =>
  operator('POST', `/api/printing/${caseId}`, reason === undefined ? {} : { reason })
const statusOf = async (caseId: string) =>
  demand(await operator('GET', `/api/cases/${caseId}`)).status

async function readyNow(key: string): Promise<ReadyCase> {
  office.time.now += minuteMs
  return readyCase(office, getSampleResident(key).biodata)
}

let siti: ReadyCase
let budi: ReadyCase
let arif: ReadyCase

// The pupil of sixteen was ready first, and still is not the first to be printed.
beforeAll(async () => {
  arif = await readyNow('arif')
  siti = await readyNow('siti')
  budi = await readyNow('budi')
})

test('cards stand in the order in which they became ready, the locked one with its date', async () => {
  const { ready, stock: left, jobs } = await printing()
  expect(ready.map((it: ReadyCase) => it.caseId)).toEqual([arif.caseId, siti.caseId, budi.caseId])
  expect(ready[0]).toMatchObject({ name: 'ARIF HIDAYAT', lockedUntil: '2027-03-15' })
  expect(ready[1]).toMatchObject({ ticket: siti.ticket, lockedUntil: null })
  expect([left, jobs]).toEqual([0, []])
})

test('without a blank card nothing is printed, and no case moves', async () => {
  expect(await print(siti.caseId)).toMatchObject({
    status: 409,
    body: { code: 'blangko.none', facts: { stock: 0 } },
  })
  expect(await statusOf(siti.caseId)).toBe('PRINT_READY_RECORD')
  expect((await printing()).jobs).toEqual([])
})

test('a card is locked until the seventeenth birthday, with a reason or without', async () => {
  await stock(office, 3)
  const locked = { status: 409, body: { code: 'card.locked', facts: { until: '2027-03-15' } } }
  expect(await print(arif.caseId)).toMatchObject(locked)
  const refused = await print(arif.caseId, 'Ia memerlukannya untuk ujian.')
  expect(refused).toMatchObject(locked)
  expect(refused.body.message).toContain('15 Maret 2027')
})

test('nobody goes before who was ready earlier without a reason, and the reason is kept sealed', async () => {
  expect(await print(budi.caseId)).toMatchObject({
    status: 409,
    body: { code: 'printing.not-first', facts: { first: siti.ticket } },
  })
  const reason = 'Sakit keras dan harus dirujuk hari ini.'
  const { jobId } = demand(await print(budi.caseId, reason), 201)
  const { sealed_reason: sealed } = await office.world.db
    .selectFrom('print_jobs')
    .select('sealed_reason')
    .where('job_id', '=', jobId)
    .executeTakeFirstOrThrow()
  expect(sealed?.includes(Buffer.from('Sakit'))).toBe(false)
  expect(office.world.vault.openText(sealed as Buffer, `print_jobs/reason/${jobId}`)).toBe(reason)
  const acts = await office.world.db
    .selectFrom('audit_entries')
    .select('act')
    .where('act', 'like', 'card.%')
    .execute()
  expect(acts).toEqual([{ act: 'card.printed-out-of-order' }])
  demand(await operator('POST', `/api/printing/jobs/${jobId}/printed`))
})

describe('a card at the printer', () => {
  let jobId = ''

  test('takes one blank card, and is not printed a second time beside', async () => {
    jobId = demand(await print(siti.caseId), 201).jobId
    expect(await printing()).toMatchObject({
      stock: 1,
      jobs: [{ jobId, ticket: siti.ticket, name: 'SITI RAHMAWATI' }],
    })
    expect(await print(siti.caseId)).toMatchObject({
      status: 409,
      body: { code: 'case.not-here', facts: { waitingAt: 'printer' } },
    })
    expect(await statusOf(siti.caseId)).toBe('SENT_FOR_CARD_PRINTING')
    expect((await printing()).stock).toBe(1)
  })

  test('that failed with its blank whole gives it back and is ready again, in its old place', async () => {
    office.time.now += minuteMs
    const rini = await readyNow('rini')
    const url = `/api/printing/jobs/${jobId}/failed`
    const problem = 'Kartu macet di printer'
    demand(await operator('POST', url, { problem, spoiled: false }))
    demand(await operator('POST', url, { problem, spoiled: false }))
    const { ready, stock: left } = await printing()
    expect(left).toBe(2)
    const order = [arif, siti, rini].map(({ caseId }) => caseId)
    expect(ready.map((it: ReadyCase) => it.caseId)).toEqual(order)
    expect(await statusOf(siti.caseId)).toBe('PRINT_READY_RECORD')
    const late = await operator('POST', `/api/printing/jobs/${jobId}/printed`)
    expect(late).toMatchObject({ status: 409, body: { code: 'printing.job-ended' } })
  })

  test('that failed with its blank spoiled is told so in the ledger', async () => {
    const second = demand(await print(siti.caseId), 201).jobId
    const url = `/api/printing/jobs/${second}/failed`
    demand(await operator('POST', url, { problem: 'Warna pudar', spoiled: true }))
    const { entries, stock: left } = demand(await operator('GET', '/api/blangko'))
    expect(left).toBe(1)
    const newest = entries.slice(0, 3).map((it: { kind: string }) => it.kind)
    expect(newest).toEqual(['spoiled', 'received', 'used'])
    const { sealed_problem: sealed } = await office.world.db
      .selectFrom('print_jobs')
      .select('sealed_problem')
      .where('job_id', '=', second)
      .executeTakeFirstOrThrow()
    const context = `print_jobs/problem/${second}`
    expect(office.world.vault.openText(sealed as Buffer, context)).toBe('Warna pudar')
  })

  test('came out once, however often that is said', async () => {
    const third = await printCase(office, siti.caseId)
    demand(await operator('POST', `/api/printing/jobs/${third}/printed`))
    const said = await office.world.db
      .selectFrom('events')
      .select('type')
      .where('case_id', '=', siti.caseId)
      .where('type', '=', 'printed')
      .execute()
    expect(said.length).toBe(1)
    expect(await statusOf(siti.caseId)).toBe('CARD_PRINTED')
  })
})

test('a job that nobody began is told so, and so is a case without its pictures', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  expect(await operator('POST', `/api/printing/jobs/${nobody}/printed`)).toMatchObject({
    status: 404,
    body: { code: 'printing.unknown-job' },
  })
  expect(await operator('GET', `/api/printing/${nobody}/proof.svg`)).toMatchObject({
    status: 404,
    body: { code: 'printing.no-materials' },
  })
})

test('the proof has the words of the card and its watermark; only operators see it', async () => {
  const url = `/api/printing/${arif.caseId}/proof.svg`
  const proof = demandBytes(await operator('GET', url))
  expect(proof).toContain('PRATINJAU – BUKAN KTP')
  expect(proof).toContain('ARIF HIDAYAT')
  expect((await office.call('supervisor', 'GET', url)).status).toBe(403)
  expect((await office.call(undefined, 'GET', url)).status).toBe(401)
})

function demandBytes(reply: { readonly status: number; readonly bytes: Buffer }): string {
  expect(reply.status).toBe(200)
  return reply.bytes.toString()
}
