// Upgrade test — matchers and pipelines go over to a program with another version of its templates, one by
// one, while people come: whoever was read by either version is found by both, and searches go on.

import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parametersSha256 } from '../../src/center/afis/snapshot.ts'
import { type CenterSchema, centerMigrations } from '../../src/center/database/schema.ts'
import { firstMap } from '../../src/center/matchers/map.ts'
import { changeMap } from '../../src/center/matchers/store.ts'
import { enrollOffice, makeOfficeCode } from '../../src/center/offices/store.ts'
import { type OpenedCenter, openCenterWorld } from '../../src/center/open-world.ts'
import { dropEarlier } from '../../src/center/remake-templates.ts'
import { generateKeys, type PrivateKeys, publicKeysOf } from '../../src/enrollment/keys.ts'
import { templateVersion } from '../../src/finger/index.ts'
import { waitUntil } from '../../src/kit/node/process-table.ts'
import { useDatabase } from '../support/database.ts'
import { drawnCenterSettings } from '../support/drawn-center.ts'
import { drawnTemplate } from '../support/drawn-templates.ts'
import { type Held, settled, useMatchers } from '../support/matchers.ts'
import { copyNextProgram } from '../support/next-program.ts'
import { makePacket } from '../support/packets.ts'

const database = useDatabase<CenterSchema>(centerMigrations)
const field = useMatchers()
const names = ['m1', 'm2', 'm3', 'm4'] as const
const matchers = new Map<string, Held>()
const decidedMsMax = 180_000
let root = ''
let nextVersion = 0
let old: Held
let opened: OpenedCenter
let office: { readonly id: string; readonly keys: PrivateKeys }

beforeAll(async () => {
  root = join(field.home, 'program')
  nextVersion = await copyNextProgram(root)
  const settings = drawnCenterSettings(join(field.home, 'center'), 1)
  opened = await openCenterWorld({ ...settings, databaseUrl: database.url }, () => {}, 'command')
  const keys = await generateKeys('office')
  const code = await makeOfficeCode(opened.world, 'Kecamatan Contoh')
  const request = { code, name: 'Kecamatan Contoh', keys: await publicKeysOf(keys) }
  const enrolled = await enrollOffice(opened.world, request)
  office = { id: enrolled.ok ? enrolled.value : '', keys }
  await field.startNats()
  for (const name of names) matchers.set(name, field.startMatcher(name, database.url))
  await changeMap(database.db, () => firstMap(names, 8, 1))
  old = field.startPipeline(database.url)
  await settled(database.db)
})
afterAll(() => opened?.close())

const expected = new Map<string, 'PRINT_READY_RECORD' | 'DUPLICATE_RECORD'>()
const known = new Set<number>()

/** These people come, whoever was there before under another name; answers when all are decided. */
async function come(...people: readonly number[]): Promise<void> {
  for (const person of people) {
    const visit = `visit ${expected.size}`
    const record = (position: 2 | 7) => drawnTemplate(`person ${person}/${position}`, visit)
    const { caseId, bytes, digest } = await makePacket({
      ...{ officeId: office.id, officeKey: office.keys.signing },
      recipients: [(await publicKeysOf(opened.world.keys)).sealing],
      ...{ resident: visit, capturedAtMs: Date.now() },
      ...{ fingers: { 2: 'drawn', 7: 'drawn' }, records: { 2: record(2), 7: record(7) } },
    })
    expected.set(caseId, known.has(person) ? 'DUPLICATE_RECORD' : 'PRINT_READY_RECORD')
    known.add(person)
    await sql`
      with packet as (
        insert into inbox (packet_digest, office_id, case_id, byte_count, packet, received_at)
        values (${digest}, ${office.id}, ${caseId}, ${bytes.length}, ${bytes}, now())
      )
      insert into packet_work
        (packet_digest, office_id, case_id, stage, state, received_at, entered_at, next_try_at)
      values (${digest}, ${office.id}, ${caseId}, 'received', 'waiting', now(), now(), now())
    `.execute(database.db)
  }
  expect(await waitUntil(async () => (await statuses()).size === expected.size, decidedMsMax)).toBe(
    true,
  )
  expect(await statuses()).toEqual(expected)
}

async function statuses(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ case_id: string; status: string }>`
    select case_id, facts->'decision'->>'status' as status from events where type = 'decided'
  `.execute(database.db)
  return new Map(rows.map((it) => [it.case_id, it.status]))
}

/** How many searches were made by the program of now, and by the next one. */
async function searchers(): Promise<readonly [old: number, next: number]> {
  const { rows } = await sql<{ now: number; all: number }>`
    select count(*)::int as all,
      (count(*) filter (where terms->>'parametersSha256' = ${parametersSha256}))::int as now
    from searches
  `.execute(database.db)
  const { now = 0, all = 0 } = rows[0] ?? {}
  return [now, all - now]
}

async function casesOf(version: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct case_id)::int as count from templates
    join gallery using (case_id) where get_byte(template, 3) = ${version}
  `.execute(database.db)
  return rows[0]?.count ?? 0
}

async function upgrade(name: string): Promise<void> {
  await matchers.get(name)?.kill()
  matchers.set(name, field.startMatcher(name, database.url, { root }))
}

/** Only the other one works meanwhile. */
async function without<Value>(held: Held, work: () => Promise<Value>): Promise<Value> {
  held.signal('SIGSTOP')
  const done = await work()
  held.signal('SIGCONT')
  return done
}

test('half of the matchers go over: the other half answers, and nobody is searched by both', async () => {
  await come(1, 2, 3, 4, 5)
  await upgrade('m1')
  await come(1, 6)
  await upgrade('m3')
  await come(2, 7)
  expect(await searchers()).toEqual([9, 0])
  expect([await casesOf(templateVersion), await casesOf(nextVersion)]).toEqual([7, 0])
})

let next: Held

test('pipelines of both versions decide side by side, each over everybody', async () => {
  next = field.startPipeline(database.url, { root })
  expect(await waitUntil(async () => (await casesOf(nextVersion)) === 7, decidedMsMax)).toBe(true)
  // The upgraded half holds everything by now.
  await settled(database.db)
  await without(old, () => come(3, 8))
  expect(await searchers()).toEqual([9, 2])
  // Somebody whom only the next version has read.
  await without(next, () => come(8, 9))
  expect(await searchers()).toEqual([11, 2])
  // And one whom only the version of before has read.
  await without(old, () => come(9, 10))
  expect(await searchers()).toEqual([11, 4])
  await come(4, 10, 11, 12)
})

test('the other half goes over while people come, and what was before is dropped', async () => {
  await old.kill()
  await expect(dropEarlier(opened.world)).rejects.toMatchObject({ code: 'templates.in-use' })
  await upgrade('m2')
  await come(11, 13)
  await upgrade('m4')
  await come(12, 14)
  await settled(database.db)
  expect(await field.loket(['center', 'drop-earlier-templates'], database.url, root)).toBe(0)
  expect(await casesOf(templateVersion)).toBe(0)
  await come(1, 13, 15)
  expect(await casesOf(nextVersion)).toBe(15)
})
