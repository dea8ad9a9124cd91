// Routes test — the figures of the overview, out of a log that is really written.

import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseId, Fact } from '#enrollment/events'
import { getSampleResident } from '#resident/sample-cast'
import { leadCase } from '../../../test/support/case-at.ts'
import { useOffice } from '../../../test/support/office.ts'
import { morning } from '../../../test/support/staff.ts'
import { appendFact } from '../log/log.ts'

const office = useOffice()
const siti = getSampleResident('siti').biodata
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const read = async (url = '/api/overview', role: 'camat' | 'supervisor' = 'camat') =>
  (await office.call(role, 'GET', url)).body

/** What the stages after the counter write into the log. */
async function tell(caseId: string, ...facts: readonly Fact[]) {
  await office.world.db.transaction().execute(async (transaction) => {
    for (const fact of facts) {
      await appendFact(transaction, caseId as CaseId, fact, office.time.now)
    }
  })
}

async function serve(minutes: number): Promise<string> {
  const { caseId } = await leadCase(office, siti, 'capture')
  office.time.now += minutes * minuteMs
  await tell(
    caseId,
    { type: 'captured', fingers: 10, exceptions: 0, sentOn: false },
    { type: 'attested', receiptNumber: `R-${caseId.slice(0, 4)}` },
  )
  return caseId
}

describe('the overview', () => {
  let slow = ''
  let returned = ''

  beforeAll(async () => {
    office.time.now = morning - 2 * dayMs
    await serve(6)
    office.time.now = morning
    await serve(8)
    slow = await serve(14)
    const { caseId } = await leadCase(office, siti, 'called')
    returned = caseId
    await office.call('petugas-loket', 'POST', `/api/counter/${caseId}/return`, {
      requirementId: 'kk',
      reason: 'KK belum dibawa; mohon dibawa.',
    })
    await leadCase(office, siti, 'queued')
    await leadCase(office, siti, 'village')
    const { caseId: done } = await leadCase(office, siti, 'village')
    await tell(done, { type: 'closed', reason: 'withdrawn' })
    office.time.now += 90 * minuteMs
  })

  test('tells the time at the counter, today and in a month', async () => {
    const { counter, promisedMinutes } = await read()
    expect(promisedMinutes).toBe(10)
    expect(counter.today).toMatchObject({ served: 2, withinPromise: 1, averageMs: 11 * minuteMs })
    expect(counter.month).toMatchObject({ served: 3, withinPromise: 2, longestMs: 14 * minuteMs })
    expect(counter.today.perMinute[8]).toBe(1)
    expect(counter.today.perMinute[14]).toBe(1)
  })

  test('opens the visits behind it, the longest first', async () => {
    const today = await read('/api/overview/visits?span=today')
    expect(today.visits).toHaveLength(2)
    expect(today.visits[0]).toMatchObject({ caseId: slow, counterMs: 14 * minuteMs })
    expect(today.visits[0].ticket).toMatch(/^TJ-/)
    expect((await read('/api/overview/visits?span=month')).visits).toHaveLength(3)
  })

  test('counts who waits where, and leaves out who waits for nothing', async () => {
    const { stages, queue } = await read()
    const counts = Object.fromEntries(
      stages.map((it: { at: string; count: number }) => [it.at, it.count]),
    )
    expect(counts).toMatchObject({ village: 1, queue: 2, register: 3, capture: 0 })
    // One was returned and is at home, one stands in the waiting room.
    expect(queue).toEqual({ waiting: 1, longestMs: 90 * minuteMs })
    const listed = await read('/api/overview/cases?at=queue')
    expect(listed.cases).toMatchObject([{ caseId: returned, at: 'queue' }, { at: 'queue' }])
    expect((await read('/api/overview/cases?at=nowhere')).cases).toEqual([])
  })

  test('says why residents were sent home', async () => {
    const { returns } = await read()
    expect(returns).toEqual({ counter: [{ requirementId: 'kk', count: 1 }], village: 0 })
    expect((await read('/api/overview/returns')).returns).toMatchObject([
      {
        caseId: returned,
        by: 'counter',
        requirementId: 'kk',
        reason: 'KK belum dibawa; mohon dibawa.',
      },
    ])
  })

  test('names nobody but in the reasons that were told', async () => {
    const texts = await Promise.all(
      ['', '/cases?at=village', '/visits?span=month'].map((it) => read(`/api/overview${it}`)),
    )
    for (const text of texts.map((it) => JSON.stringify(it))) {
      expect(text).not.toContain(siti.name)
      expect(text).not.toContain(siti.nik)
    }
  })

  test('does not count a complaint for whom it concerns, nor one for the leader alone', async () => {
    await Promise.all([office.signIn('camat'), office.signIn('supervisor')])
    const complaint = (number: string, about: object) => ({
      complaint_id: office.world.ids(),
      number,
      channel: 'officer' as const,
      subject: 'conduct',
      class: 'light',
      leader_only: false,
      concerns: [] as string[],
      sealed_text: office.world.vault.sealText('…', 'test'),
      received_at: new Date(office.time.now),
      entered_by: 'resident',
      due_on: '2026-11-20',
      ...about,
    })
    const supervisor = office.accountId('supervisor')
    await office.world.db
      .insertInto('complaints')
      .values([
        complaint('ADU-1', {}),
        complaint('ADU-2', { leader_only: true, due_on: '2026-11-23' }),
        complaint('ADU-3', { concerns: [supervisor], due_on: '2026-12-23' }),
      ])
      .execute()
    expect((await read()).complaints).toEqual({ open: 3, overdue: 1, dueSoon: 1 })
    expect((await read('/api/overview', 'supervisor')).complaints).toEqual({
      open: 1,
      overdue: 1,
      dueSoon: 0,
    })
  })

  test('is for the camat and the supervisor', async () => {
    for (const url of ['', '/cases?at=queue', '/visits?span=today', '/returns']) {
      expect((await office.call(undefined, 'GET', `/api/overview${url}`)).status).toBe(401)
      const refused = await office.call('petugas-loket', 'GET', `/api/overview${url}`)
      expect(refused.status).toBe(403)
    }
  })
})
