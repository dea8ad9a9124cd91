// Accounts — made, deactivated and changed, with the log beside them.

import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { type TestStaffWorld, testAccount, testStaffWorld } from '../../test/support/staff.ts'
import type { Account, AccountId } from './account.ts'
import {
  changePost,
  createAccount,
  findAccount,
  findAccountByName,
  findWithPassword,
  listAccounts,
  setActive,
  setPassword,
} from './accounts.ts'
import { readAudit, verifyAudit } from './audit.ts'
import { createFirstAdministrator } from './first-administrator.ts'
import { listSigningKeys } from './keys.ts'
import type { Password } from './password.ts'
import { createSampleAccounts, sampleAccountsOf, samplePassword } from './sample-accounts.ts'
import { findSession, openSession } from './sessions.ts'
import { type StaffTables, type StaffTx, staffMigrations } from './tables.ts'

const database = useDatabase<StaffTables>(staffMigrations)
let world: TestStaffWorld

beforeEach(async () => {
  await sql`truncate sessions, account_keys, accounts`.execute(database.db)
  world = testStaffWorld(database.db)
})

const inTx = <Value>(work: (tx: StaffTx) => Promise<Value>) =>
  database.db.transaction().execute(work)

const deactivate = (account: Account) =>
  inTx((tx) => setActive(tx, world, 'system', { accountId: account.accountId, active: false }))

describe('an account', () => {
  test('is found by its id and by its name in any case', async () => {
    const made = await testAccount(world, 'petugas-loket', 'wati')
    expect(await findAccount(database.db, made.accountId)).toEqual(made)
    expect(await findAccountByName(database.db, ' WATI ')).toEqual(made)
  })

  test.each(['', 'nobody', 'a\0b', "x' or '1'='1"])('named %j is not found', async (name) => {
    expect(await findAccountByName(database.db, name)).toBeUndefined()
  })

  test('of a malformed id is not found', async () => {
    expect(await findAccount(database.db, 'x')).toBeUndefined()
  })

  test('has a version 4 UUID', async () => {
    const { accountId } = await testAccount(world, 'camat')
    expect(accountId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  })

  test('is made once a name, also when two are made at the same time', async () => {
    const draft = { displayName: 'Budi', role: 'camat', villageCode: null } as const
    const password = 'rahasia sekali' as Password
    const made = { ...draft, name: 'budi', password, mustChangePassword: false }
    const other = testStaffWorld(database.db)
    const answers = await Promise.all([
      inTx((tx) => createAccount(tx, world, 'system', made)),
      inTx((tx) => createAccount(tx, other, 'system', made)),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok)).toEqual([
      { ok: false, issue: { code: 'account.name-taken', name: 'budi' } },
    ])
  })

  test('of a village head without a village is refused by the database itself', async () => {
    const head = await testAccount(world, 'kepala-desa')
    const withoutVillage = database.db
      .updateTable('accounts')
      .set({ village_code: null })
      .where('account_id', '=', head.accountId)
    await expect(withoutVillage.execute()).rejects.toThrow(/check/)
  })

  test('is listed by role', async () => {
    await testAccount(world, 'camat')
    await testAccount(world, 'kepala-desa', 'desa-b')
    await testAccount(world, 'kepala-desa', 'desa-a')
    const names = (await listAccounts(database.db, 'kepala-desa')).map((account) => account.name)
    expect(names).toEqual(['desa-a', 'desa-b'])
    expect(await listAccounts(database.db)).toHaveLength(3)
  })

  test('has a signing key where it is an operator’s, and only there', async () => {
    const operator = await testAccount(world, 'operator-ktp')
    await testAccount(world, 'petugas-loket')
    const keys = await listSigningKeys(database.db)
    expect(keys.map((key) => key.accountId)).toEqual([operator.accountId])
  })
})

describe('a password set anew', () => {
  test('replaces the old one and ends every session but the one kept', async () => {
    const account = await testAccount(world, 'camat')
    const kept = await inTx((tx) => openSession(tx, world, account.accountId))
    const ended = await inTx((tx) => openSession(tx, world, account.accountId))
    const keptSession = (await findSession(database.db, world, kept.token))?.tokenHash
    const password = 'yang baru ini' as Password
    const change = { password, mustChangePassword: true, keptSession }
    await inTx((tx) => setPassword(tx, world, account.accountId, account, change))

    const hash = (await findWithPassword(database.db, 'camat'))?.passwordHash
    expect(await world.passwords.verify(hash, password)).toBe(true)
    expect((await findSession(database.db, world, kept.token))?.account).toMatchObject({
      mustChangePassword: true,
    })
    expect(await findSession(database.db, world, ended.token)).toBeUndefined()
  })
})

describe('an account deactivated', () => {
  test('is out at once, and its sessions do not come back with it', async () => {
    await testAccount(world, 'administrator')
    const account = await testAccount(world, 'camat')
    const { token } = await inTx((tx) => openSession(tx, world, account.accountId))
    expect(await deactivate(account)).toMatchObject({ ok: true, value: { active: false } })
    expect(await findSession(database.db, world, token)).toBeUndefined()
    const { accountId } = account
    await inTx((tx) => setActive(tx, world, 'system', { accountId, active: true }))
    expect(await findSession(database.db, world, token)).toBeUndefined()
  })

  test('is never the last administrator', async () => {
    const first = await testAccount(world, 'administrator', 'satu')
    const second = await testAccount(world, 'administrator', 'dua')
    expect((await deactivate(first)).ok).toBe(true)
    expect(await deactivate(second)).toEqual({
      ok: false,
      issue: { code: 'account.last-administrator' },
    })
  })

  test('is one of two administrators who deactivate each other at once', async () => {
    const first = await testAccount(world, 'administrator', 'satu')
    const second = await testAccount(world, 'administrator', 'dua')
    const answers = await Promise.all([deactivate(first), deactivate(second)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('is not one that does not exist', async () => {
    const answer = inTx((tx) => setActive(tx, world, 'system', { accountId: 'x', active: false }))
    expect(await answer).toEqual({ ok: false, issue: { code: 'account.unknown' } })
  })
})

describe('a role changed', () => {
  const change = (accountId: AccountId, role: 'operator-ktp' | 'camat') =>
    inTx((tx) => changePost(tx, world, 'system', { accountId, post: { role, villageCode: null } }))

  test('ends the sessions, and a signing key comes and goes with it', async () => {
    const { accountId } = await testAccount(world, 'kepala-desa')
    const { token } = await inTx((tx) => openSession(tx, world, accountId))
    await change(accountId, 'operator-ktp')
    expect(await findAccount(database.db, accountId)).toMatchObject({
      role: 'operator-ktp',
      villageCode: null,
    })
    expect(await findSession(database.db, world, token)).toBeUndefined()
    expect(await listSigningKeys(database.db, accountId)).toMatchObject([{ retiredAt: null }])
    await change(accountId, 'camat')
    const [key] = await listSigningKeys(database.db, accountId)
    expect(key?.retiredAt).not.toBeNull()
  })

  test('is refused to the last administrator', async () => {
    const { accountId } = await testAccount(world, 'administrator')
    expect(await change(accountId, 'camat')).toEqual({
      ok: false,
      issue: { code: 'account.last-administrator' },
    })
  })
})

test('every act on an account is in the log, by whom and on whom, without a name', async () => {
  world = testStaffWorld(database.db)
  const admin = await testAccount(world, 'administrator')
  const account = await testAccount(world, 'camat', 'pak-camat')
  const { accountId } = account
  const by = admin.accountId
  const post = { role: 'supervisor', villageCode: null } as const
  const change = { password: 'yang baru ini' as Password, mustChangePassword: true }
  await inTx((tx) => setPassword(tx, world, by, account, change))
  await inTx((tx) => changePost(tx, world, by, { accountId, post }))
  await inTx((tx) => setActive(tx, world, by, { accountId, active: false }))
  await inTx((tx) => setActive(tx, world, by, { accountId, active: true }))

  const { entries } = await readAudit(database.db, { subject: { accountId } })
  expect(entries.map(({ act, actor }) => `${act} ${actor === by ? 'admin' : actor}`)).toEqual([
    'account.activated admin',
    'account.deactivated admin',
    'account.role-changed admin',
    'account.password-set admin',
    'account.created system',
  ])
  expect(JSON.stringify(entries)).not.toContain('pak-camat')
  expect((await verifyAudit(database.db)).ok).toBe(true)
})

describe('the first administrator', () => {
  const typed = { name: 'kepala', displayName: 'Kepala Kantor', password: 'pintu masuk 1' }

  test('is made once, also when two commands run at the same time', async () => {
    const other = { ...typed, name: 'lain' }
    const answers = await Promise.all([
      createFirstAdministrator(world, typed),
      createFirstAdministrator(testStaffWorld(database.db), other),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await createFirstAdministrator(world, other)).toEqual({
      ok: false,
      issue: { code: 'administrator.exists' },
    })
  })

  test.each([
    [{ name: 'x' }, 'account.name'],
    [{ displayName: '' }, 'account.display-name'],
    [{ password: 'pendek' }, 'password.short'],
  ])('with %j is refused: %s', async (slip, code) => {
    const answer = await createFirstAdministrator(world, { ...typed, ...slip })
    expect(answer).toMatchObject({ ok: false, issue: { code } })
  })
})

describe('the sample accounts', () => {
  test('of the office have a head for each of its sixteen villages', async () => {
    expect(await createSampleAccounts(world)).toBe(sampleAccountsOf('office').length)
    const heads = await listAccounts(database.db, 'kepala-desa')
    expect(new Set(heads.map((head) => head.villageCode)).size).toBe(16)
    expect(heads[0]).toMatchObject({ name: 'desa-2001', villageCode: '16.06.12.2001' })
  })

  test('are made once, and open with the password that is shown', async () => {
    const center = testStaffWorld(database.db, 'center')
    expect(await createSampleAccounts(center)).toBe(4)
    expect(await createSampleAccounts(center)).toBe(0)
    const found = await findWithPassword(database.db, 'adjudikator2')
    expect(found?.account.role).toBe('adjudicator')
    expect(await world.passwords.verify(found?.passwordHash, samplePassword)).toBe(true)
  })
})
