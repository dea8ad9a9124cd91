// Fill tests — cases stored before there were keyed hashes get them: once, in pieces, and beside others.

import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { CalendarDate } from '#resident/calendar-date'
import type { PersonName } from '#resident/person-name'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import { fillDemographics, startFilling } from './fill.ts'

const center = useCenter()
const residents = ['ani', 'beni', 'citra', 'dewi', 'eka']
const papers = {
  name: 'SITI RAHMAWATI' as PersonName,
  birthDate: '1990-04-12' as CalendarDate,
}
let office: SendingOffice | undefined

async function send(resident: string, biodata: Partial<typeof papers> = {}) {
  office ??= await center.enroll()
  const packet = await office.packet({ resident, fingers: {}, biodata })
  await office.send(packet)
  await center.process()
  return packet
}

const all = () =>
  center.world.db.selectFrom('demographics').selectAll().orderBy('case_id').execute()
const forget = () => center.world.db.deleteFrom('demographics').execute()

beforeEach(async () => {
  if ((await all()).length > 0) return
  for (const resident of residents) await send(resident)
})

test('what an earlier case lacks is made as if it came today, once', async () => {
  const made = await all()
  expect(made).toHaveLength(residents.length)
  expect(await fillDemographics(center.world)).toEqual({ filled: 0, failed: 0 })
  await forget()
  expect(await fillDemographics(center.world)).toEqual({ filled: 5, failed: 0 })
  expect(await all()).toEqual(made)
  expect(await fillDemographics(center.world)).toEqual({ filled: 0, failed: 0 })
})

test('stopped after a batch, the next start goes on behind it', async () => {
  const made = await all()
  await forget()
  let rounds = 0
  const stopping = () => ++rounds > 1
  expect(await fillDemographics(center.world, stopping, 2)).toEqual({ filled: 2, failed: 0 })
  expect(await all()).toEqual(made.slice(0, 2))
  expect(await fillDemographics(center.world, undefined, 2)).toEqual({ filled: 3, failed: 0 })
  expect(await all()).toEqual(made)
})

/** Until `act` has seen that so many wait, nobody can add a row. */
async function whileHeldBack(waiting: number, act: () => void): Promise<void> {
  const { db } = center.world
  await db.transaction().execute(async (transaction) => {
    await sql`lock table demographics in share row exclusive mode`.execute(transaction)
    act()
    await expect
      .poll(async () => {
        const { rows } = await sql<{ pid: number }>`
          select pid from pg_locks
          where relation = 'demographics'::regclass and not granted`.execute(transaction)
        return rows.length
      })
      .toBe(waiting)
  })
}

test('of two that make the same at once neither fails, and each case has its own', async () => {
  const made = await all()
  await forget()
  let both: Promise<unknown>[] = []
  await whileHeldBack(2, () => {
    both = [fillDemographics(center.world), fillDemographics(center.world)]
  })
  expect(await Promise.all(both)).toEqual([
    { filled: 5, failed: 0 },
    { filled: 5, failed: 0 },
  ])
  expect(await all()).toEqual(made)
})

test('what cannot be opened is told and left, the others go on, and the center is not held up', async () => {
  const { db } = center.world
  const [first] = await all()
  await forget()
  const row = db.updateTable('enrollments').where('case_id', '=', first!.case_id)
  const sealed = await db
    .selectFrom('enrollments')
    .select('sealed_biodata')
    .where('case_id', '=', first!.case_id)
    .executeTakeFirstOrThrow()
  await row.set({ sealed_biodata: Buffer.from('spoiled') }).execute()
  const said: string[] = []
  const filling = startFilling({ ...center.world, log: (line) => said.push(line) })
  await expect.poll(() => said).toEqual([expect.stringMatching(/4 earlier cases .* 1 cannot/)])
  await filling.stop()
  await row.set({ sealed_biodata: sealed.sealed_biodata }).execute()
  expect(await fillDemographics(center.world)).toEqual({ filled: 1, failed: 0 })
})

test('somebody of an earlier day is found by name and birth date again', async () => {
  const earlier = await send('gita', papers)
  await forget()
  await fillDemographics(center.world)
  const { caseId } = await send('hadi', { ...papers, name: 'SITI RACHMAWATI' as PersonName })
  const row = await center.world.db
    .selectFrom('searches')
    .select('demographics')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  expect(row.demographics).toMatchObject([{ caseId: earlier.caseId, sameBirthDate: true }])
})
