// Routes test — numbers, calls and absences over HTTP, with two counters and a clock to turn.

import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { fillForm, leadCase } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'
import { morning } from '../../../test/support/staff.ts'
import { readLog } from '../log/log.ts'

const office = useOffice()
const siti = getSampleResident('siti').biodata
const budi = getSampleResident('budi').biodata
const elder = { ...budi, birthDate: '1950-05-12' as typeof budi.birthDate }

const dayMs = 24 * 3_600_000
let days = 0

/** Every test has a day of its own, and the day after it, so that its queue begins empty. */
beforeEach(() => {
  days += 2
  office.time.now = morning + days * dayMs
})

const call = (body: object = {}) => office.call('petugas-loket', 'POST', '/api/queue/call', body)
const join = (caseId: string, priority?: string) =>
  office.call('petugas-informasi', 'POST', '/api/queue', { caseId, ...(priority && { priority }) })
const list = async () => (await office.call('petugas-loket', 'GET', '/api/queue')).body.places
const numbers = async () => (await list()).map((it: { number: string }) => it.number)
const typesOf = async (caseId: string) =>
  (await readLog(office.world.db, caseId as never)).map((it) => it.type)

/** Waits until so many connections of this database wait for a lock. */
async function untilBlocked(count: number): Promise<void> {
  const { db } = office.world
  for (let look = 0; look < 200; look++) {
    const { rows } = await sql<{ blocked: number }>`select count(*) as blocked from
      pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if ((rows[0]?.blocked ?? 0) >= count) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error(`fewer than ${count} wait for a lock`)
}

describe('a number', () => {
  test('counts up in its lane, from one every day', async () => {
    expect((await leadCase(office, siti, 'queued')).number).toBe('A-001')
    expect((await leadCase(office, elder, 'queued')).number).toBe('B-001')
    expect((await leadCase(office, siti, 'queued')).number).toBe('A-002')
    office.time.now += dayMs
    expect((await leadCase(office, siti, 'queued')).number).toBe('A-001')
  })

  test('is the same when it is asked for again', async () => {
    const { caseId, number } = await leadCase(office, siti, 'queued')
    expect(await join(caseId)).toMatchObject({ status: 200, body: { number, ahead: 0 } })
    expect((await typesOf(caseId)).filter((it) => it === 'queued')).toHaveLength(1)
  })

  test('is given by ticket, too, however it was typed', async () => {
    const { caseId, ticket } = await leadCase(office, siti, 'queue')
    const typed = ticket.toLowerCase().replaceAll('-', ' ')
    expect(await join(typed)).toMatchObject({ status: 200, body: { caseId, ticket } })
    expect(await join('TJ-200101-001')).toMatchObject({ status: 404 })
  })

  test('that was not called is void on another day', async () => {
    const { caseId } = await leadCase(office, siti, 'queued')
    office.time.now += dayMs
    expect(await numbers()).toEqual([])
    await leadCase(office, budi, 'queued')
    expect(await join(caseId)).toMatchObject({ status: 200, body: { number: 'A-002' } })
  })

  test('that was called and left unfinished gives way to a new one on another day', async () => {
    const { caseId, number } = await leadCase(office, siti, 'called')
    expect((await join(caseId)).body.number).toBe(number)
    expect((await typesOf(caseId)).at(-1)).toBe('called')
    office.time.now += dayMs
    expect(await numbers()).toEqual([])
    await leadCase(office, budi, 'queued')
    expect((await join(caseId)).body.number).toBe('A-002')
    expect((await typesOf(caseId)).at(-1)).toBe('queued')
    expect(await numbers()).toEqual(['A-001', 'A-002'])
  })

  test('is not given before the village head has endorsed', async () => {
    const { caseId } = await leadCase(office, siti, 'village')
    const refused = await join(caseId)
    expect(refused).toMatchObject({ status: 409, body: { code: 'case.not-here' } })
    expect(refused.body.message).toContain('kepala desa')
  })

  test('of the elderly is not given at eighteen', async () => {
    const { caseId } = await leadCase(office, siti, 'queue')
    expect(await join(caseId, 'elderly')).toMatchObject({
      status: 422,
      body: { code: 'queue.not-elderly' },
    })
    expect(await numbers()).toEqual([])
    expect((await join(caseId, 'pregnant')).body.number).toBe('B-001')
  })
})

describe('a call', () => {
  test('takes the next in order and starts the clock', async () => {
    const first = await leadCase(office, siti, 'queued')
    await leadCase(office, budi, 'queued')
    office.time.now += 60_000
    expect(await call()).toMatchObject({
      status: 200,
      body: { caseId: first.caseId, number: 'A-001', calledAtMs: office.time.now },
    })
    expect((await typesOf(first.caseId)).at(-1)).toBe('called')
    expect(await numbers()).toEqual(['A-001', 'A-002'])
  })

  test('says so where nobody waits', async () => {
    expect(await call()).toMatchObject({ status: 409, body: { code: 'queue.empty' } })
  })

  test('out of order needs a reason, which is sealed and marked in the audit', async () => {
    await leadCase(office, siti, 'queued')
    const second = await leadCase(office, budi, 'queued')
    const refused = await call({ number: 'a2' })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'queue.jump-reason', facts: { number: 'A-002', next: 'A-001' } },
    })
    expect((await typesOf(second.caseId)).at(-1)).toBe('queued')

    const jumpReason = 'Ambulans menunggu di depan kantor.'
    const called = await call({ number: 'A-002', jumpReason })
    expect(called).toMatchObject({ status: 200, body: { outOfOrder: true } })
    const { sealed_jump_reason: sealed } = await office.world.db
      .selectFrom('queue_entries')
      .select('sealed_jump_reason')
      .where('case_id', '=', second.caseId)
      .executeTakeFirstOrThrow()
    expect(sealed?.toString('latin1')).not.toContain('Ambulans')
    const entry = await office.world.db
      .selectFrom('audit_entries')
      .select('subject')
      .where('act', '=', 'queue.called')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry.subject).toMatchObject({ caseId: second.caseId, outOfOrder: true })
    expect(JSON.stringify(entry.subject)).not.toContain('Ambulans')
  })

  test('of the very next by number needs none', async () => {
    await leadCase(office, siti, 'queued')
    expect(await call({ number: 'A-001' })).toMatchObject({
      status: 200,
      body: { outOfOrder: false },
    })
  })

  test('of two counters at once reaches two residents', async () => {
    const { caseId } = await leadCase(office, siti, 'queued')
    await leadCase(office, budi, 'queued')
    const calls: ReturnType<typeof call>[] = []
    await office.world.db.transaction().execute(async (transaction) => {
      await transaction
        .selectFrom('cases')
        .select('case_id')
        .where('case_id', '=', caseId)
        .forUpdate()
        .execute()
      // Both have chosen the first in line before either of them gets hold of the case.
      calls.push(call(), call())
      await untilBlocked(2)
    })
    const called = await Promise.all(calls)
    expect(called.map((it) => it.status)).toEqual([200, 200])
    expect(called.map((it) => it.body.number).toSorted()).toEqual(['A-001', 'A-002'])
  })

  test('said again for the same number answers the same and keeps the clock', async () => {
    const { number } = await leadCase(office, siti, 'called')
    const calledAtMs = office.time.now
    office.time.now += 30_000
    expect(await call({ number })).toMatchObject({ status: 200, body: { calledAtMs } })
    const announced = await office.call('petugas-loket', 'POST', `/api/queue/${number}/announce`)
    expect(announced.body.announcedAtMs).toBe(office.time.now)
    const display = await office.call(undefined, 'GET', '/api/queue/display')
    expect(display.body.calling).toEqual([{ number, announcedAtMs: office.time.now }])
  })

  test('passes over who has to have the form endorsed anew', async () => {
    const first = await leadCase(office, siti, 'queued')
    await leadCase(office, budi, 'queued')
    await fillForm(office, first.caseId, { ...siti, phone: '081200000099' })
    expect((await list()).map((it: { state: string }) => it.state)).toEqual(['waiting', 'held'])
    expect(await call({ number: 'A-001', jumpReason: 'Sudah lama menunggu.' })).toMatchObject({
      status: 409,
      body: { code: 'case.not-here' },
    })
    expect((await call()).body.number).toBe('A-002')
  })
})

describe('who is called and not there', () => {
  const absent = (number: string) =>
    office.call('petugas-loket', 'POST', `/api/queue/${number}/absent`)

  test('goes back behind the others of the lane', async () => {
    const { caseId } = await leadCase(office, siti, 'queued')
    await leadCase(office, budi, 'queued')
    await call()
    office.time.now += 60_000
    expect(await absent('A-001')).toMatchObject({
      status: 200,
      body: { absences: 1, lapsed: false },
    })
    expect(await numbers()).toEqual(['A-002', 'A-001'])
    expect((await typesOf(caseId)).at(-1)).toBe('queued')
    expect(await absent('A-001')).toMatchObject({ status: 409 })
  })

  test('takes a new number after the third time', async () => {
    const { caseId } = await leadCase(office, siti, 'queued')
    for (let time = 1; time <= 3; time++) {
      await call()
      expect((await absent('A-001')).body).toMatchObject({ absences: time, lapsed: time === 3 })
    }
    expect(await numbers()).toEqual([])
    expect(await call()).toMatchObject({ status: 409, body: { code: 'queue.empty' } })
    expect((await join(caseId)).body.number).toBe('A-002')
  })
})

describe('the waiting room', () => {
  test('is shown numbers and times, nobody’s name', async () => {
    const { caseId } = await leadCase(office, siti, 'queued')
    for (const biodata of [budi, siti]) await leadCase(office, biodata, 'queued')
    await call()
    const display = await office.call(undefined, 'GET', '/api/queue/display')
    expect(display.body).toMatchObject({
      place: 'Loket I',
      calling: [{ number: 'A-001' }],
      next: ['A-002', 'A-003'],
      waiting: 2,
      servedToday: 0,
      averageMs: null,
      promisedMinutes: 10,
      smsNumber: '082280461751',
    })
    expect(JSON.stringify(display.body)).not.toContain(siti.name)
    expect(JSON.stringify(display.body)).not.toContain(caseId)
  })
})

test('only the officers of the queue may touch it', async () => {
  const { caseId, number } = await leadCase(office, siti, 'queued')
  const { call: ask } = office
  expect((await ask(undefined, 'GET', '/api/queue')).status).toBe(401)
  expect((await ask('operator-ktp', 'POST', '/api/queue', { caseId })).status).toBe(403)
  expect((await ask('petugas-informasi', 'POST', '/api/queue/call', { number })).status).toBe(403)
  expect((await ask('camat', 'POST', `/api/queue/${number}/absent`)).status).toBe(403)
})
