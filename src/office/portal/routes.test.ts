// Routes — the public page tells the truth of an office that has just opened.

import { expect, test } from 'vitest'
import { useOffice } from '../../../test/support/office.ts'

const office = useOffice()

test('an office that has just opened has served nobody and has no cards', async () => {
  const reply = await office.call(undefined, 'GET', '/api/portal')
  expect(reply).toMatchObject({
    status: 200,
    body: {
      counterToday: { served: 0, averageMs: null },
      calling: [],
      waiting: 0,
      blankCards: 'none',
      centerLine: { state: 'normal', lastHeardAtMs: null },
    },
  })
})

test('the counter time is that from the last call to the receipt', async () => {
  const { db, clock } = office.world
  const opened = await office.call('petugas-informasi', 'POST', '/api/cases', {
    serviceType: 'new',
  })
  const { caseId } = opened.body
  const at = (minutesAgo: number) => new Date(clock() - minutesAgo * 60_000)
  const entry = (type: 'called' | 'attested', minutesAgo: number) => ({
    case_id: caseId,
    type,
    at: at(minutesAgo),
    facts: JSON.stringify({}),
  })
  await db
    .insertInto('events')
    .values([entry('called', 90), entry('called', 12), entry('attested', 4)])
    .execute()
  const reply = await office.call(undefined, 'GET', '/api/portal')
  expect(reply.body.counterToday).toEqual({ served: 1, averageMs: 8 * 60_000 })
})

test('the poster is a PDF', async () => {
  const reply = await office.call(undefined, 'GET', '/api/standard/poster.pdf')
  expect(reply.status).toBe(200)
  expect(reply.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})
