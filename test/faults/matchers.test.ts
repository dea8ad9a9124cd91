// Matchers fault test — people come, some of them a second time, while matchers, NATS, centers, pipelines
// and postgres are killed, stopped in their tracks and cut off, and partitions are moved, split and
// rebuilt: nobody is wrongly called unique, nobody is lost or enrolled twice.
//
// Half a minute, with each kind of fault; LOKET_FAULT_MINUTES=10 makes it the long one, LOKET_FAULT_SEED
// another one.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CenterSchema, centerMigrations } from '../../src/center/database/schema.ts'
import { partitionsMax } from '../../src/center/limits.ts'
import { firstMap, isWhole } from '../../src/center/matchers/map.ts'
import { changeMap } from '../../src/center/matchers/store.ts'
import type { CaseId } from '../../src/enrollment/events.ts'
import { type Database, ensureDatabase, openDatabase } from '../../src/kit/node/database.ts'
import { migrate } from '../../src/kit/node/migrate.ts'
import { type Postgres, startPostgres } from '../../src/kit/node/postgres.ts'
import { listServerPids } from '../../src/kit/node/postgres-cluster.ts'
import { waitUntil } from '../../src/kit/node/process-table.ts'
import { seeded } from '../../src/kit/seeded.ts'
import { drawnTemplate } from '../support/drawn-templates.ts'
import { type Line, useLine } from '../support/line-proxy.ts'
import {
  createVictim,
  faultKinds,
  letFall,
  planFaults,
  type Struck,
  type Victim,
} from '../support/matcher-faults.ts'
import { settled, useMatchers } from '../support/matchers.ts'
import { addOffice, addToPipeline, caseOfStrewn } from '../support/strewn-people.ts'

const minutes = Number(process.env.LOKET_FAULT_MINUTES ?? 0.5)
const seed = process.env.LOKET_FAULT_SEED ?? 'matchers 1'
const names = ['m1', 'm2', 'm3', 'm4'] as const
const faults = planFaults(seed, Math.max(faultKinds.length, minutes * 8), minutes * 60_000)
const secondVisits = Math.max(12, Math.ceil(minutes * 12))
const people = 2 * secondVisits
const healedMsMax = 300_000
const saidMax = 60

const field = useMatchers()
const lines: readonly Line[] = names.map(() => useLine())
let folder = ''
let postgres: Postgres
let database: Database<CenterSchema>
let struck: Struck | undefined

beforeAll(async () => {
  console.log(`seed: ${seed}, minutes: ${minutes}, faults: ${faults.length}`)
  folder = await mkdtemp(join(tmpdir(), 'matchers-faults-'))
  // The database server may run as another account than the tests.
  await chmod(folder, 0o755)
  postgres = await startPostgres({ dataDir: join(folder, 'postgres') })
  const url = postgres.url('center')
  await ensureDatabase(url)
  database = openDatabase<CenterSchema>({ url })
  await migrate(database.db, centerMigrations)
  const nats = await createVictim(() => field.startNats())
  const matchers: Victim[] = []
  for (const [nth, line] of lines.entries()) {
    line.to(field.port)
    const server = `nats://127.0.0.1:${line.port}`
    const name = names[nth] as string
    matchers.push(await createVictim(() => field.startMatcher(name, url, { server })))
  }
  await changeMap(database.db, () => firstMap(names, 8, 1))
  struck = {
    ...{ matchers, names, lines, nats, db: database.db },
    centers: [await createVictim(() => field.startCenter('c1', url))],
    pipelines: [await createVictim(() => field.startPipeline(url))],
    postgres: { pid: postgres.pid, pids: () => listServerPids(join(folder, 'postgres')) },
  }
  await settled(database.db)
})
afterAll(async () => {
  for (const it of victims()) await it.end()
  await database?.close()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

function victims(): readonly Victim[] {
  if (struck === undefined) return []
  return [...struck.matchers, ...struck.centers, ...struck.pipelines, struck.nats]
}

interface Visit {
  readonly person: number
  readonly caseId: CaseId
  readonly fingers: ReadonlyMap<2 | 7, Uint8Array>
}

function visitOf(person: number, visit: 'first' | 'second'): Visit {
  const template = (position: 2 | 7) => drawnTemplate(`${seed} ${person}/${position}`, visit)
  return {
    person,
    caseId: caseOfStrewn(visit === 'first' ? person : 100_000 + person),
    fingers: new Map(([2, 7] as const).map((it) => [it, template(it)])),
  }
}

const visits: Visit[] = []

test(
  'people come while everything is killed, stopped and cut off, and all of them are decided',
  async () => {
    const chance = seeded(seed)
    const order = Array.from({ length: people + secondVisits }, (_, nth) => nth)
    while (order.length > 0) {
      const [nth = 0] = order.splice(chance.below(order.length), 1)
      visits.push(nth < people ? visitOf(nth, 'first') : visitOf(nth - people, 'second'))
    }
    const office = await addOffice(database.db)
    const storm = letFall(faults, struck as Struck)
    const stepMs = (minutes * 60_000) / visits.length
    for (const visit of visits) {
      await again(() => addToPipeline(database.db, office, visit))
      await delay(stepMs)
    }
    const told = await storm
    const isOver = async () =>
      (await rowsOf(`select 1 from packet_work where state = 'waiting'`)).length === 0
    const healed = await waitUntil(isOver, healedMsMax)
    const requeued = field.said.filter((it) => it.includes('SEARCH_FAILURE_AT_CENTRAL')).length
    console.log(`${told.length} faults: ${told.join(', ')}`)
    console.log(`${visits.length} visits, ${secondVisits} of them second ones`)
    console.log(`${requeued} searches were not whole and queued again`)
    console.log(
      `${victims().reduce((sum, it) => sum + it.ownEnds, 0)} processes ended by themselves`,
    )
    if (!healed) console.log(['said last:', ...field.said.slice(-saidMax)].join('\n'))
    expect(healed).toBe(true)
    expect(new Set(faults.map((it) => it.kind)).size).toBe(faultKinds.length)
  },
  minutes * 60_000 + 2 * healedMsMax,
)

/** A commit whose word was lost in a fault may have been made. */
async function again(work: () => Promise<void>): Promise<void> {
  for (;;) {
    const done = await work().then(
      () => true,
      (error) => String(error).includes('duplicate key'),
    )
    if (done) return
    await delay(200)
  }
}

type Row = Readonly<Record<string, string>>

async function rowsOf(query: string): Promise<readonly Row[]> {
  try {
    return (await sql.raw<Row>(query).execute(database.db)).rows
  } catch {
    await delay(200)
    return rowsOf(query)
  }
}

test('of two visits of one person never both are unique, and nobody is lost or enrolled twice', async () => {
  const decided = await rowsOf(
    `select case_id, facts->'decision'->>'status' as status from events where type = 'decided'`,
  )
  expect(decided.map((it) => it.case_id).toSorted()).toEqual(
    visits.map((it) => it.caseId).toSorted(),
  )
  const statusOf = new Map(decided.map(({ case_id, status }) => [case_id, status]))
  for (let person = 0; person < people; person++) {
    const own = visits.filter((it) => it.person === person)
    const statuses = own.map((it) => statusOf.get(it.caseId)).toSorted()
    const expected = person < secondVisits ? ['DUPLICATE_RECORD'] : []
    expect([person, statuses]).toEqual([person, [...expected, 'PRINT_READY_RECORD']])
  }
  expect(await rowsOf('select case_id from gallery')).toHaveLength(people)
})

test('every search that was stored is whole, and says who answered for which part', async () => {
  const rows = await rowsOf(`select terms->'searched'->'everybody' as parts from searches`)
  expect(rows).toHaveLength(visits.length)
  for (const { parts } of rows as never as { parts: { partition: string }[] }[]) {
    const partitions = parts.map(({ partition }) => {
      const [first = 0, last = 0] = partition.split('-').map((it) => Number.parseInt(it, 16))
      return { first, last, replicas: [{ matcher: 'any', since: 1 }] }
    })
    expect(isWhole({ version: 1, partitions })).toBe(true)
    expect(partitions.length).toBeLessThanOrEqual(partitionsMax)
  }
})
