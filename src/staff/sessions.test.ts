// Sessions — how long they last, whose they are, and what is left of them.

import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { type TestStaffWorld, testAccount, testStaffWorld } from '../../test/support/staff.ts'
import type { Account } from './account.ts'
import {
  sessionIdleMs,
  sessionLifeMs,
  sessionSeenEveryMs,
  sessionsPerAccountMax,
} from './limits.ts'
import { endSession, endSessionsOf, findSession, openSession, sweepSessions } from './sessions.ts'
import { type StaffTables, staffMigrations } from './tables.ts'

const database = useDatabase<StaffTables>(staffMigrations)
let world: TestStaffWorld
let account: Account

beforeEach(async () => {
  await sql`truncate sessions, account_keys, accounts`.execute(database.db)
  world = testStaffWorld(database.db)
  account = await testAccount(world, 'camat')
})

const open = (of: Account = account) =>
  database.db.transaction().execute((tx) => openSession(tx, world, of.accountId))

const find = (token: string) => findSession(database.db, world, token)

describe('a session', () => {
  test('is of the account it was opened for', async () => {
    const { token, expiresAt } = await open()
    expect(await find(token)).toMatchObject({ account, expiresAt })
  })

  test('ends after two hours in which nothing was asked', async () => {
    const { token } = await open()
    world.time.now += sessionIdleMs - 1
    expect(await find(token)).toBeDefined()
    world.time.now += sessionIdleMs
    expect(await find(token)).toBeUndefined()
  })

  test('ends ten hours after it was opened, however busy', async () => {
    const { token } = await open()
    const endsAt = world.time.now + sessionLifeMs
    while (world.time.now + sessionIdleMs / 2 < endsAt) {
      world.time.now += sessionIdleMs / 2
      expect(await find(token)).toBeDefined()
    }
    world.time.now = endsAt
    expect(await find(token)).toBeUndefined()
  })

  test('is written as seen once a minute, not with each request', async () => {
    const { token } = await open()
    const seenAt = async () =>
      (await database.db.selectFrom('sessions').select('last_seen_at').executeTakeFirstOrThrow())
        .last_seen_at
    const opened = await seenAt()
    world.time.now += sessionSeenEveryMs - 1
    await find(token)
    expect(await seenAt()).toEqual(opened)
    world.time.now += 1
    await find(token)
    expect(await seenAt()).toEqual(new Date(world.time.now))
  })

  test('of one program is none of the other, in the same table even', async () => {
    const { token } = await open()
    const center = { ...world, program: 'center' } as const
    expect(await findSession(database.db, center, token)).toBeUndefined()
  })

  test.each(['', 'x', 'é'.repeat(43), `${'a'.repeat(42)}'`])(
    'is not found by %j',
    async (token) => {
      await open()
      expect(await find(token)).toBeUndefined()
    },
  )

  test('cannot be taken from the database: its token is not there', async () => {
    const { token } = await open()
    const row = await database.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()
    const stored = Buffer.from(row.token_hash)
    expect(stored.equals(Buffer.from(token, 'base64url'))).toBe(false)
    expect(await find(stored.toString('base64url'))).toBeUndefined()
  })
})

describe('sessions are ended', () => {
  test('one by one, or all of an account but one', async () => {
    const tokens = [(await open()).token, (await open()).token, (await open()).token]
    const sessions = await Promise.all(tokens.map(find))
    await endSession(database.db, sessions[0]?.tokenHash as Uint8Array)
    expect((await Promise.all(tokens.map(find))).map(Boolean)).toEqual([false, true, true])
    await endSessionsOf(database.db, account.accountId, sessions[2]?.tokenHash)
    expect((await Promise.all(tokens.map(find))).map(Boolean)).toEqual([false, false, true])
  })

  test('the oldest first where an account has too many', async () => {
    const tokens: string[] = []
    for (let i = 0; i <= sessionsPerAccountMax; i++) {
      world.time.now += 1_000
      tokens.push((await open()).token)
    }
    const other = await testAccount(world, 'supervisor')
    await open(other)
    const found = await Promise.all(tokens.map(find))
    expect(found.map(Boolean)).toEqual(tokens.map((_, i) => i > 0))
  })

  test('and swept when they are over', async () => {
    await open()
    world.time.now += sessionIdleMs
    expect(await sweepSessions(database.db, world.clock)).toBe(1)
    expect(await sweepSessions(database.db, world.clock)).toBe(0)
  })
})
