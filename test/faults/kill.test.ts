// Kill test — programs and databases are killed with requests in flight while residents walk through
// the service: what a client was told is there afterwards, exactly once.

import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, signIn } from '../../src/cli/journey/person.ts'
import { findScanner } from '../../src/cli/journey/scanner.ts'
import type { Staff } from '../../src/cli/journey/staff.ts'
import { startStopwatch } from '../../src/cli/journey/stopwatch.ts'
import { walk } from '../../src/cli/journey/walk.ts'
import type { Database } from '../../src/kit/node/database.ts'
import { seeded } from '../../src/kit/seeded.ts'
import { calendarDateAt } from '../../src/resident/calendar-date.ts'
import { sampleResident } from '../../src/resident/sample-residents.ts'
import { samplePassword } from '../../src/staff/sample-accounts.ts'
import { planBlows, strike } from '../support/blows.ts'
import { writePrints } from '../support/print-folder.ts'
import { useService } from '../support/service.ts'
import type { Victim } from '../support/service-pids.ts'
import { stubborn, type Told } from '../support/stubborn-person.ts'

const seed = 'kill 1'
const persons = ['21', '22', '23'] as const
/** The rest is done without: each leave of the supervisor is one more fact to lose. */
const positions = [1, 2, 6, 7] as const

const service = useService()
const kills = new Map<Victim, number>()
const told: Told[] = []
const walked: string[] = []
let scans = ''

beforeAll(async () => {
  scans = join(service.home, 'scans')
  await writePrints(
    scans,
    persons.map((person) => ({ person, positions, visits: 2 })),
  )
})

test.each(['office', 'center'] as const)(
  'the %s’s database waits for the disk',
  async (program) => {
    const database = await service.database(program)
    const show = async (name: string) =>
      (await sql<Record<string, string>>`show ${sql.raw(name)}`.execute(database.db)).rows[0]?.[
        name
      ]
    expect(await show('fsync')).toBe('on')
    expect(await show('synchronous_commit')).toBe('on')
    expect(await show('full_page_writes')).toBe('on')
    await database.close()
  },
)

test('residents get their cards, whatever is killed on the way', async () => {
  const plans = planBlows(seed, persons.length)
  const scanner = await findScanner(service.settings.office.scannerPorts)
  for (const [nth, person] of persons.entries()) {
    const striker = strike(service, plans[nth] as (typeof plans)[number], kills)
    const resident = sampleResident(seeded(`${seed}/${person}`), calendarDateAt(Date.now()))
    const needs = { told, onSent: striker.onSent, healthy: service.healthy }
    const enter = async (name: string): Promise<Person> =>
      stubborn(await signIn(service.officeUrl, { name, password: samplePassword }), needs)
    const staff: Staff = {
      desk: await enter('informasi'),
      villageHead: await enter(`desa-${resident.address.village.slice(-4)}`),
      counter: await enter('loket'),
      operator: await enter('operator'),
      supervisor: await enter('supervisor'),
    }
    const standing = (visit: number) => ({ kind: 'folder', dir: scans, person, visit }) as const
    const { caseId } = await walk({
      ...{ staff, scanner, resident, watch: startStopwatch(() => {}) },
      ...{ atCapture: standing(1), atHandover: standing(2) },
    })
    await striker.done()
    const view = await staff.desk.get<{ status: string }>(`/api/cases/${caseId}`)
    expect(view.status).toBe('CARD_ISSUED')
    walked.push(caseId)
  }
})

test('each program and the databases were killed at least seven times', () => {
  const count = (victim: Victim) => kills.get(victim) ?? 0
  console.log(`killed: ${JSON.stringify(Object.fromEntries(kills))}, ${told.length} facts told`)
  expect(count('office')).toBeGreaterThanOrEqual(7)
  expect(count('center')).toBeGreaterThanOrEqual(7)
  expect(count('office-postgres') + count('center-postgres')).toBeGreaterThanOrEqual(7)
  expect(Math.min(count('office-postgres'), count('center-postgres'))).toBeGreaterThan(0)
})

describe('afterwards', () => {
  let office: Database<never>
  let center: Database<never>
  beforeAll(async () => {
    office = await service.database('office')
    center = await service.database('center')
    return async () => {
      await office.close()
      await center.close()
    }
  })

  test('each case went through each stage once, in order', async () => {
    for (const caseId of walked) {
      const types = await eventsOf(office.db, caseId)
      // A form may be saved anew when nobody knows whether it was saved.
      const once = types.filter((type, i) => type !== 'form-saved' || types[i - 1] !== type)
      expect(once).toEqual([
        ...['opened', 'form-saved', 'endorsed', 'queued', 'called', 'requirements-accepted'],
        ...['capture-started', 'captured', 'attested', 'registered', 'sent', 'received'],
        ...['decided', 'sent-for-printing', 'printed', 'issued'],
      ])
      expect(await eventsOf(center.db, caseId)).toEqual(['received', 'decided'])
    }
  })

  test('there is one of everything, and nothing of anybody else', async () => {
    const at = { office: office.db, center: center.db }
    for (const [program, tables] of Object.entries({
      office: ['captures', 'attestations', 'records', 'acknowledgments'],
      center: ['inbox', 'enrollments', 'gallery', 'searches'],
    })) {
      for (const table of tables) {
        const cases = await column(at[program as 'office'], `select case_id as it from ${table}`)
        expect([table, cases.toSorted()]).toEqual([table, walked.toSorted()])
      }
    }
    const fingers = `select case_id || '/' || position as it from`
    const each = walked.flatMap((caseId) => positions.map((it) => `${caseId}/${it}`)).toSorted()
    expect((await column(office.db, `${fingers} record_fingers`)).toSorted()).toEqual(each)
    expect((await column(center.db, `${fingers} templates`)).toSorted()).toEqual(each)
    expect(await column(office.db, 'select case_id as it from outbox')).toEqual([])
    expect(await column(center.db, 'select packet_digest as it from uploads')).toEqual([])
    // Photo and signature stay only until the card is in its holder's hand.
    expect(await column(office.db, 'select case_id as it from print_materials')).toEqual([])
  })

  test('each card took one blank card, one job and one finger', async () => {
    const jobs = `select case_id as it from print_jobs where state = 'printed'`
    const issued = `select case_id as it from handovers where outcome = 'issued'`
    const used = `select case_id as it from blangko_entries join print_jobs using (job_id)
                  where kind = 'used'`
    for (const query of [jobs, issued, used]) {
      expect((await column(office.db, query)).toSorted()).toEqual(walked.toSorted())
    }
    const count = `select count(*)::text as it from`
    const all = await column(office.db, `${count} blangko_entries where kind = 'used'`)
    expect(all).toEqual([String(walked.length)])
    expect(await column(office.db, `${count} print_jobs`)).toEqual([String(walked.length)])
  })

  test('what a client was told is there, once', async () => {
    const facts = told.flatMap(factOf)
    expect(facts.length).toBeGreaterThan(walked.length * 10)
    for (const { what, query } of facts) {
      expect([what, await column(office.db, query)]).toEqual([what, ['1']])
    }
  })

  test('a status that was once shown stays in the history', () => {
    const byCase = new Map<string, readonly unknown[]>()
    for (const { method, path, answer } of told) {
      if (method !== 'GET' || !/^\/api\/cases\/[^/]+$/.test(path)) continue
      const before = byCase.get(path) ?? []
      expect(answer.history.slice(0, before.length)).toEqual(before)
      byCase.set(path, answer.history)
    }
    expect(byCase.size).toBe(walked.length)
  })

  test('both audit logs are whole, and each act stands in them once', async () => {
    const { code, stdout } = await service.loket('audit', 'verify')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/office: \d+ entries whole/)])
    for (const act of [
      ...['capture.completed', 'attestation.signed', 'record.registered'],
      ...['card.printed', 'card.issued'],
    ]) {
      const cases = await column(
        office.db,
        `select subject->>'caseId' as it from audit_entries where act = '${act}'`,
      )
      expect([act, cases.toSorted()]).toEqual([act, walked.toSorted()])
    }
  })
})

/** What an answer of success promised, as a query that must find it exactly once. */
function factOf({ path, answer }: Told): { what: string; query: string }[] {
  const [, caseId] = /([0-9a-f]{8}-[0-9a-f-]{27})/.exec(path) ?? []
  const event = (type: string, where = 'true') =>
    `events where case_id = '${answer.caseId ?? caseId}' and type = '${type}' and ${where}`
  const rows: [RegExp, string][] = [
    [/\/api\/cases$/, event('opened')],
    [/\/form$/, event('form-saved', `facts->>'version' = '${answer.version}'`)],
    [/\/endorse$/, event('endorsed')],
    [/\/api\/queue$/, event('queued', `facts->>'number' = '${answer.number}'`)],
    [/\/queue\/call$/, event('called', `facts->>'number' = '${answer.number}'`)],
    [/\/counter\/[^/]+\/complete$/, event('requirements-accepted')],
    [/\/start$/, event('capture-started')],
    [/\/captures\/[^/]+\/complete$/, event('captured')],
    [/\/attestations\/[^/]+$/, `attestations where receipt_number = '${answer.receiptNumber}'`],
    [/\/register\/[^/]+$/, `records where packet_digest = '${answer.packetDigest}'`],
    [
      /\/register\/[^/]+$/,
      event('registered', `facts->>'packetDigest' = '${answer.packetDigest}'`),
    ],
    [/\/register\/[^/]+$/, `acknowledgments where packet_digest = '${answer.packetDigest}'`],
    [/\/api\/approvals$/, `approvals where approval_id = '${answer.approvalId}' and granted`],
    [/\/api\/printing\/[^/]+$/, `print_jobs where job_id = '${answer.jobId}'`],
    [/\/jobs\/[^/]+\/printed$/, `events where type = 'printed' and facts->>'jobId' = '${caseId}'`],
  ]
  if (/\/handovers\/[^/]+$/.test(path) && answer.outcome === 'issued') {
    rows.push([/./, event('issued')])
  }
  return rows.flatMap(([pattern, rest]) =>
    pattern.test(path)
      ? [{ what: `${path}: ${rest}`, query: `select count(*)::text as it from ${rest}` }]
      : [],
  )
}

async function eventsOf(db: Kysely<never>, caseId: string): Promise<readonly string[]> {
  return column(db, `select type as it from events where case_id = '${caseId}' order by seq`)
}

async function column(db: Kysely<never>, query: string): Promise<readonly string[]> {
  const { rows } = await sql.raw<{ it: string }>(query).execute(db)
  return rows.map(({ it }) => it)
}
