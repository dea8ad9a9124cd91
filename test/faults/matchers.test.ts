// Matchers fault test — people come, some of them a second time, while matchers, NATS, pipelines and
// postgres are killed, stopped in their tracks and cut off: nobody is wrongly called unique, nobody is
// lost or enrolled twice.
//
// A minute; LOKET_FAULT_MINUTES=10 makes it the long one, LOKET_FAULT_SEED another one.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CenterSchema, centerMigrations } from '../../src/center/database/schema.ts'
import { firstMap } from '../../src/center/matchers/map.ts'
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
import { type Held, settled, useMatchers } from '../support/matchers.ts'
import { addOffice, addToPipeline, caseOfStrewn } from '../support/strewn-people.ts'

const minutes = Number(process.env.LOKET_FAULT_MINUTES ?? 0.6)
const seed = process.env.LOKET_FAULT_SEED ?? 'matchers 1'
const names = ['m1', 'm2', 'm3', 'm4'] as const
const faultsPerMinute = 9
const people = Math.ceil(minutes * 60)
const secondVisits = Math.ceil(minutes * 40)
const healedMsMax = 180_000

const chance = seeded(seed)
const field = useMatchers()
const lines: readonly Line[] = names.map(() => useLine())
let folder = ''
let postgres: Postgres
let url = ''
let database: Database<CenterSchema>
let nats: Held
const matchers: Held[] = []
const pipelines: Held[] = []

beforeAll(async () => {
  console.log(`seed: ${seed}, minutes: ${minutes}`)
  folder = await mkdtemp(join(tmpdir(), 'matchers-faults-'))
  // The database server may run as another account than the tests.
  await chmod(folder, 0o755)
  postgres = await startPostgres({ dataDir: join(folder, 'postgres') })
  url = postgres.url('center')
  await ensureDatabase(url)
  database = openDatabase<CenterSchema>({ url })
  await migrate(database.db, centerMigrations)
  nats = await field.startNats()
  for (const [nth, line] of lines.entries()) {
    line.to(Number(new URL(field.server).port))
    matchers[nth] = startMatcher(nth)
  }
  await changeMap(database.db, () => firstMap(names, 8, 1))
  await settled(database.db)
  for (const nth of [0, 1]) pipelines[nth] = field.startPipeline(url)
})
afterAll(async () => {
  for (const it of [...matchers, ...pipelines]) await it.kill()
  await database?.close()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

function startMatcher(nth: number): Held {
  const server = `nats://127.0.0.1:${(lines[nth] as Line).port}`
  return field.startMatcher(names[nth] as string, url, server)
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
const struck: string[] = []

test('people come while everything is killed, stopped and cut off, and all of them are decided', async () => {
  const order = Array.from({ length: people + secondVisits }, (_, nth) => nth)
  while (order.length > 0) {
    const [nth = 0] = order.splice(chance.below(order.length), 1)
    visits.push(nth < people ? visitOf(nth, 'first') : visitOf(nth - people, 'second'))
  }
  const office = await addOffice(database.db)
  const storm = strike()
  const stepMs = (minutes * 60_000) / visits.length
  for (const visit of visits) {
    await again(() => addToPipeline(database.db, office, visit))
    await delay(stepMs)
  }
  await storm
  console.log(`${struck.length} faults: ${struck.join(', ')}`)
  const isOver = async () =>
    (await rowsOf(`select 1 from packet_work where state = 'waiting'`)).length === 0
  expect(await waitUntil(isOver, healedMsMax)).toBe(true)
})

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

/** One fault after another, each healed before long; sometimes two at once. */
async function strike(): Promise<void> {
  const own = seeded(`${seed}/faults`)
  const gapMs = 60_000 / faultsPerMinute
  const falling: Promise<void>[] = []
  for (let nth = 0; nth < Math.ceil(minutes * faultsPerMinute); nth++) {
    const fault = own.pick(faults)
    const [which, ms] = [own.below(4), 2_000 + own.below(5_000)]
    falling.push(delay(own.below(1_000)).then(() => fault(which, ms)))
    await delay(gapMs)
  }
  await Promise.all(falling)
}

const other = (which: number) => (which + 1) % names.length

async function pause(held: readonly Held[], ms: number): Promise<void> {
  for (const it of held) it.signal('SIGSTOP')
  await delay(ms)
  for (const it of held) it.signal('SIGCONT')
}

async function killMatcher(which: number): Promise<void> {
  await matchers[which]?.kill()
  matchers[which] = startMatcher(which)
}

const faults: readonly ((which: number, ms: number) => Promise<void>)[] = [
  async (which) => {
    struck.push(`kill ${names[which]}`)
    await killMatcher(which)
  },
  async (which) => {
    struck.push(`kill ${names[which]} and ${names[other(which)]}`)
    await Promise.all([killMatcher(which), killMatcher(other(which))])
  },
  async (which, ms) => {
    struck.push(`stop ${names[which]}`)
    await pause([matchers[which] as Held], ms)
  },
  async (which, ms) => {
    struck.push(`stop ${names[which]} and ${names[other(which)]}`)
    await pause([matchers[which] as Held, matchers[other(which)] as Held], ms)
  },
  async (which, ms) => {
    struck.push(`cut off ${names[which]}`)
    lines[which]?.setDown(true)
    await delay(ms)
    lines[which]?.setDown(false)
  },
  async () => {
    struck.push('kill nats')
    await nats.kill()
    nats = await field.startNats()
  },
  async (_, ms) => {
    struck.push('stop nats')
    await pause([nats], ms)
  },
  async (which) => {
    const nth = which % 2
    struck.push(`kill pipeline ${nth}`)
    await pipelines[nth]?.kill()
    pipelines[nth] = field.startPipeline(url)
  },
  async (which, ms) => {
    struck.push(`stop pipeline ${which % 2}`)
    await pause([pipelines[which % 2] as Held], ms)
  },
  async () => {
    const pid = postgres.pid()
    if (pid === undefined) return
    struck.push('kill postgres')
    process.kill(pid, 'SIGKILL')
  },
  async (_, ms) => {
    struck.push('stop postgres')
    const pids = await listServerPids(join(folder, 'postgres'))
    const tell = (signal: NodeJS.Signals) => {
      // Some may be gone meanwhile.
      for (const pid of pids) {
        try {
          process.kill(pid, signal)
        } catch {}
      }
    }
    tell('SIGSTOP')
    await delay(ms)
    tell('SIGCONT')
  },
]

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
    expect(parts.map((it) => it.partition)).toHaveLength(8)
  }
})
