// Audit — the chain as it grows, and every way to tamper with it that verifying finds.

import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { hexOf } from '#kit/bytes'
import { useDatabase } from '../../test/support/database.ts'
import { morning } from '../../test/support/staff.ts'
import { type Act, findAuditHead, readAudit, recordAct, verifyAudit } from './audit.ts'
import { hashOf, noHash } from './audit-entry.ts'
import { auditVerifyPage } from './limits.ts'
import { type StaffTables, staffMigrations } from './tables.ts'

const database = useDatabase<StaffTables>(staffMigrations)

beforeEach(() => tamper('truncate audit_entries'))

const act = (over: Partial<Act> = {}): Act => ({
  at: morning,
  actor: 'system',
  act: 'case.opened',
  subject: { caseId: 'a1' },
  ...over,
})

const record = (told: Act) => database.db.transaction().execute((tx) => recordAct(tx, told))

/** As the owner of the database, who can switch the guards off. */
async function tamper(statement: string) {
  await database.db.transaction().execute(async (tx) => {
    await sql`alter table audit_entries disable trigger user`.execute(tx)
    await sql.raw(statement).execute(tx)
    await sql`alter table audit_entries enable trigger user`.execute(tx)
  })
}

async function recordFive() {
  for (let i = 1; i <= 5; i++) await record(act({ at: morning + i, subject: { caseId: `c${i}` } }))
}

describe('the log', () => {
  test('is whole while nothing has been recorded', async () => {
    expect(await verifyAudit(database.db)).toEqual({
      ok: true,
      value: { entries: 0, lastHash: noHash },
    })
  })

  test('numbers acts from one and ties each to the one before', async () => {
    await recordFive()
    const verified = await verifyAudit(database.db)
    const head = await findAuditHead(database.db)
    expect(verified).toMatchObject({ ok: true, value: { entries: 5 } })
    expect(head?.seq).toBe(5)
    expect(verified.ok && hexOf(verified.value.lastHash)).toBe(hexOf(head?.hash as Uint8Array))
  })

  test('leaves no gap where an act is rolled back', async () => {
    await record(act())
    const undone = database.db.transaction().execute(async (tx) => {
      await recordAct(tx, act())
      throw new Error('the act failed')
    })
    await expect(undone).rejects.toThrow('the act failed')
    expect((await record(act())).seq).toBe(2)
  })

  test('keeps its order when twenty write at once', async () => {
    const all = Array.from({ length: 20 }, (_, i) => record(act({ subject: { turn: i } })))
    const numbers = (await Promise.all(all)).map((entry) => entry.seq)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect((await verifyAudit(database.db)).ok).toBe(true)
  })

  test('is verified beyond one page', async () => {
    const long = auditVerifyPage + 2
    await database.db.transaction().execute(async (tx) => {
      for (let i = 0; i < long; i++) await recordAct(tx, act({ subject: { turn: i } }))
    })
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, value: { entries: long } })
    await tamper(`update audit_entries set actor = 'resident' where seq = ${long - 1}`)
    expect(await verifyAudit(database.db)).toEqual(broken(long - 1))
  })

  test('reads back any subject to the same hash', async () => {
    const value = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean())
    const subject = fc.dictionary(fc.string().filter(isStorable), value.filter(isStorable), {
      maxKeys: 6,
    })
    await fc.assert(
      fc.asyncProperty(subject, async (it) => {
        await record(act({ subject: it }))
        expect((await verifyAudit(database.db)).ok).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('hashes an entry to a value that must never change', () => {
    const entry = { ...act({ subject: { b: 2, a: 'é"' } }), seq: 1, at: new Date(morning) }
    expect(hexOf(hashOf(noHash, entry))).toBe(
      '3df7f5ff7bb4f38f4ce79dfc797c4d4f0ab1cda2f1d5b939f9a5a9ebb2878b38',
    )
  })
})

describe('an act is refused', () => {
  test.each([
    ['that holds a NIK', act({ subject: { who: '1606990101900001' } }), /NIK/],
    ['that is not named like one', act({ act: 'Opened It' }), /an act/],
    ['with a number that is not whole', act({ subject: { mm: 0.1 } }), /whole number/],
    ['with too long a subject', act({ subject: { text: 'x'.repeat(5_000) } }), /short/],
  ])('%s', async (_, told, claim) => {
    await expect(record(told)).rejects.toThrow(claim)
    expect(await findAuditHead(database.db)).toBeUndefined()
  })
})

describe('the table refuses', () => {
  test.each([
    "update audit_entries set act = 'nothing' where seq = 1",
    'delete from audit_entries',
    'truncate audit_entries',
  ])('%s', async (statement) => {
    await recordFive()
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/append-only/)
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, value: { entries: 5 } })
  })
})

describe('verifying finds', () => {
  test.each([
    ['another actor', "update audit_entries set actor = 'resident' where seq = 3", 3],
    ['another act', "update audit_entries set act = 'case.closed' where seq = 3", 3],
    ['another time', "update audit_entries set at = at + interval '1 ms' where seq = 3", 3],
    ['another subject', `update audit_entries set subject = '{"caseId":"x"}' where seq = 3`, 3],
    ['a first entry taken away', 'delete from audit_entries where seq = 1', 1],
    ['an entry taken away', 'delete from audit_entries where seq = 3', 3],
    [
      'an entry taken away and the others moved up',
      `delete from audit_entries where seq = 3;
       update audit_entries set seq = 3 where seq = 4; update audit_entries set seq = 4 where seq = 5`,
      3,
    ],
    [
      'two entries exchanged',
      `update audit_entries set seq = 9 where seq = 3; update audit_entries set seq = 3 where seq = 4;
       update audit_entries set seq = 4 where seq = 9`,
      3,
    ],
    [
      'another hash before',
      "update audit_entries set previous_hash = sha256('x') where seq = 3",
      3,
    ],
    [
      'an entry whose hash was made to fit',
      `update audit_entries set act = 'case.closed', hash = sha256('x') where seq = 3`,
      3,
    ],
  ])('%s', async (_, statement, seq) => {
    await recordFive()
    await tamper(statement)
    expect(await verifyAudit(database.db)).toEqual(broken(seq))
  })

  test('an entry taken away though all after it were made to fit', async () => {
    await recordFive()
    await tamper('delete from audit_entries where seq = 3')
    const rows = await database.db.selectFrom('audit_entries').selectAll().orderBy('seq').execute()
    let before = rows[1]?.hash as Uint8Array
    for (const row of rows.slice(2)) {
      const hash = hashOf(before, row)
      await tamper(`update audit_entries set previous_hash = '\\x${hexOf(before)}',
        hash = '\\x${hexOf(hash)}' where seq = ${row.seq}`)
      before = hash
    }
    expect(await verifyAudit(database.db)).toEqual(broken(3))
  })

  test('an end that was cut off, by a head that was noted before', async () => {
    await recordFive()
    const noted = await findAuditHead(database.db)
    await tamper('delete from audit_entries where seq >= 4')
    expect((await verifyAudit(database.db)).ok).toBe(true)
    expect(await verifyAudit(database.db, noted)).toEqual(broken(4))
  })

  test('a chain that was written anew, by a head that was noted before', async () => {
    await recordFive()
    const noted = await findAuditHead(database.db)
    await tamper('truncate audit_entries')
    for (let i = 0; i < 6; i++) await record(act({ subject: { caseId: 'forged' } }))
    expect((await verifyAudit(database.db)).ok).toBe(true)
    expect(await verifyAudit(database.db, noted)).toEqual(broken(5))
  })

  test('nothing wrong where the log has grown since its head was noted', async () => {
    await recordFive()
    const noted = await findAuditHead(database.db)
    await record(act())
    expect(await verifyAudit(database.db, noted)).toMatchObject({ ok: true, value: { entries: 6 } })
  })
})

describe('the log is read', () => {
  test('newest first, page by page, each entry once', async () => {
    await recordFive()
    const first = await readAudit(database.db, { limit: 2 })
    const second = await readAudit(database.db, { limit: 2, before: first.next })
    const third = await readAudit(database.db, { limit: 2, before: second.next })
    const pages = [first, second, third].map((page) => page.entries.map((entry) => entry.seq))
    expect(pages).toEqual([[5, 4], [3, 2], [1]])
    expect(third.next).toBeUndefined()
  })

  test('by what an act was about, by who did it and by what was done', async () => {
    await recordFive()
    await record(act({ actor: 'resident', act: 'case.read', subject: { caseId: 'c2', page: 1 } }))
    const seqs = async (query: Parameters<typeof readAudit>[1]) =>
      (await readAudit(database.db, query)).entries.map((entry) => entry.seq)
    expect(await seqs({ subject: { caseId: 'c2' } })).toEqual([6, 2])
    expect(await seqs({ subject: { caseId: 'c2' }, act: 'case.read' })).toEqual([6])
    expect(await seqs({ actor: 'resident' })).toEqual([6])
  })
})

function broken(seq: number) {
  return { ok: false, issue: { code: 'audit.broken', seq } }
}

function isStorable(value: unknown): boolean {
  const refused = /\0|\p{Surrogate}|^\d{16}$/u
  return typeof value !== 'string' || !refused.test(value)
}
