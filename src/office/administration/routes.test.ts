// Administration routes — an administrator makes, moves and deactivates accounts, and reads the log.

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer, type HttpApp } from '#kit/node/http-server'
import type {
  AccountRow,
  AccountsReply,
  AuditReply,
  OneTimeReply,
  Verification,
} from '#staff/administration-wire'
import { verifyAudit } from '#staff/audit'
import type { Role } from '#staff/roles'
import { sessionRoutes } from '#staff/session-routes'
import { type StaffTables, staffMigrations } from '#staff/tables'
import { staffWords } from '#staff/words'
import { useDatabase } from '../../../test/support/database.ts'
import {
  type TestStaffWorld,
  testAccount,
  testPassword,
  testStaffWorld,
} from '../../../test/support/staff.ts'
import { administrationRoutes } from './routes.ts'

const database = useDatabase<StaffTables>(staffMigrations)
const villages = [
  { code: '16.06.12.2001', name: 'Peninggalan' },
  { code: '16.06.12.2008', name: 'Sinar Harapan' },
]
let world: TestStaffWorld
let app: HttpApp
let admin: Record<string, string>
let stop: () => Promise<void>

beforeEach(async () => {
  await sql`truncate sessions, account_keys, accounts`.execute(database.db)
  world = testStaffWorld(database.db)
  const server = await createHttpServer({ title: 'Test', words: staffWords })
  app = server.app
  stop = server.stop
  sessionRoutes(app, { ...world, demo: false, officeName: 'Kecamatan Contoh' })
  administrationRoutes(app, { ...world, villages })
  await app.ready()
  await testAccount(world, 'administrator', 'admin')
  admin = await signIn('admin')
})

afterEach(() => stop())

async function signIn(name: string, password: string = testPassword) {
  const payload = { name, password }
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload })
  const [cookie] = reply.cookies
  return cookie === undefined ? {} : { [cookie.name]: cookie.value }
}

const base = '/api/administration'

function post(path: string, payload: object = {}, cookies = admin) {
  return app.inject({ method: 'POST', url: `${base}/${path}`, payload, cookies })
}

function get(path: string, cookies = admin) {
  return app.inject({ method: 'GET', url: `${base}/${path}`, cookies })
}

async function create(role: Role, more: object = {}): Promise<OneTimeReply> {
  const reply = await post('accounts', { name: role, displayName: 'Wati', role, ...more })
  expect(reply.statusCode).toBe(201)
  return reply.json()
}

async function rows(): Promise<readonly AccountRow[]> {
  return ((await get('accounts')).json() as AccountsReply).accounts
}

describe('the administration', () => {
  test.each<Role>(['petugas-loket', 'operator-ktp', 'supervisor', 'camat'])(
    'is closed to a %s',
    async (role) => {
      await testAccount(world, role)
      const cookies = await signIn(role)
      const asked = [
        get('accounts', cookies),
        get('audit', cookies),
        get('audit/verification', cookies),
        post('accounts', { name: 'baru', displayName: 'Baru', role: 'administrator' }, cookies),
        post('accounts/x/active', { active: false }, cookies),
        post('accounts/x/role', { role }, cookies),
        post('accounts/x/password', {}, cookies),
        post('accounts/x/signing-key', {}, cookies),
        post('audit/verification', {}, cookies),
      ]
      const codes = (await Promise.all(asked)).map((reply) => reply.json().code)
      expect(codes).toEqual(asked.map(() => 'role.not-allowed'))
      expect(await rows()).toHaveLength(2)
    },
  )

  test('is closed to who is not signed in', async () => {
    expect((await get('accounts', {})).statusCode).toBe(401)
    expect((await post('accounts', { name: 'baru' }, {})).statusCode).toBe(401)
  })

  test('lists accounts, and the roles and villages there are', async () => {
    await testAccount(world, 'operator-ktp')
    const reply = (await get('accounts')).json()
    expect(reply.accounts).toMatchObject([
      { name: 'admin', role: 'administrator', active: true, signs: false },
      { name: 'operator-ktp', signs: true },
    ])
    expect(reply.roles).not.toContain('adjudicator')
    expect(reply.villages).toEqual(villages)
    expect(JSON.stringify(reply)).not.toContain('argon2')
  })
})

describe('a new account', () => {
  test('opens with a password told once, which must be replaced first', async () => {
    const { account, oneTimePassword } = await create('petugas-loket')
    expect(account).toMatchObject({ name: 'petugas-loket', mustChangePassword: true })
    const cookies = await signIn('petugas-loket', oneTimePassword)
    const session = await app.inject({ method: 'GET', url: '/api/session', cookies })
    expect(session.json().account.mustChangePassword).toBe(true)
    const listed = await get('accounts')
    expect(listed.body).not.toContain(oneTimePassword)
  })

  test('of an operator has a signing key from the start', async () => {
    expect((await create('operator-ktp')).account.signs).toBe(true)
  })

  test('of a village head has a village of this office', async () => {
    const made = await create('kepala-desa', { villageCode: '16.06.12.2008' })
    expect(made.account.villageCode).toBe('16.06.12.2008')
  })

  test.each([
    [{ name: 'a b' }, 422, 'account.name'],
    [{ displayName: ' ' }, 422, 'account.display-name'],
    [{ role: 'adjudicator' }, 422, 'account.role'],
    [{ role: 'kepala-desa' }, 422, 'account.village-needed'],
    [{ role: 'kepala-desa', villageCode: '16.06.12.2099' }, 422, 'account.village'],
    [{ villageCode: '16.06.12.2001' }, 422, 'account.village-unexpected'],
    [{ name: 'ADMIN' }, 409, 'account.name-taken'],
    [{ password: 'mine' }, 400, 'request.invalid'],
  ])('with %j is refused: %d %s', async (slip, status, code) => {
    const draft = { name: 'wati', displayName: 'Wati', role: 'petugas-loket', ...slip }
    const reply = await post('accounts', draft)
    expect([reply.statusCode, reply.json().code]).toEqual([status, code])
    expect(await rows()).toHaveLength(1)
  })
})

describe('an account', () => {
  test('that is deactivated is signed out, and comes back when it is activated', async () => {
    const { account, oneTimePassword } = await create('camat')
    const cookies = await signIn('camat', oneTimePassword)
    const reply = await post(`accounts/${account.accountId}/active`, { active: false })
    expect(reply.json().account.active).toBe(false)
    const session = await app.inject({ method: 'GET', url: '/api/session', cookies })
    expect(session.json().account).toBeNull()
    expect(await signIn('camat', oneTimePassword)).toEqual({})
    await post(`accounts/${account.accountId}/active`, { active: true })
    expect(await signIn('camat', oneTimePassword)).not.toEqual({})
  })

  test('of the last administrator stays', async () => {
    const [own] = await rows()
    for (const [path, body] of [
      ['active', { active: false }],
      ['role', { role: 'camat' }],
    ] as const) {
      const reply = await post(`accounts/${own?.accountId}/${path}`, body)
      expect([reply.statusCode, reply.json().code]).toEqual([409, 'account.last-administrator'])
    }
  })

  test('gets another role, with or without a village', async () => {
    const { account } = await create('camat')
    const head = { role: 'kepala-desa', villageCode: '16.06.12.2001' }
    const moved = await post(`accounts/${account.accountId}/role`, head)
    expect(moved.json().account).toMatchObject(head)
    const unknown = { ...head, villageCode: '16.06.12.2099' }
    const refused = await post(`accounts/${account.accountId}/role`, unknown)
    expect(refused.json().code).toBe('account.village')
  })

  test('whose password is forgotten gets another, and the old one opens no more', async () => {
    const { account } = await create('camat')
    const reply = await post(`accounts/${account.accountId}/password`)
    const { oneTimePassword } = reply.json() as OneTimeReply
    expect(await signIn('camat', oneTimePassword)).not.toEqual({})
    const again = (await post(`accounts/${account.accountId}/password`)).json() as OneTimeReply
    expect(again.oneTimePassword).not.toBe(oneTimePassword)
    expect(await signIn('camat', oneTimePassword)).toEqual({})
  })

  test('is given a signing key', async () => {
    const { account } = await create('supervisor')
    const reply = await post(`accounts/${account.accountId}/signing-key`)
    expect(reply.json().account.signs).toBe(true)
  })

  test.each(['active', 'role', 'password', 'signing-key'])(
    'that does not exist is not found for %s',
    async (path) => {
      const body = { active: { active: true }, role: { role: 'camat' } }[path] ?? {}
      for (const id of ['x', '00000000-0000-4000-8000-000000000000']) {
        const reply = await post(`accounts/${id}/${path}`, body)
        expect([reply.statusCode, reply.json().code]).toEqual([404, 'account.unknown'])
      }
    },
  )
})

describe('the log', () => {
  test('says who did what to which account, a page at a time', async () => {
    const { account } = await create('camat')
    await post(`accounts/${account.accountId}/active`, { active: false })
    const first: AuditReply = (await get('audit?limit=1')).json()
    const second: AuditReply = (await get(`audit?limit=1&before=${first.next}`)).json()
    const told = [...first.entries, ...second.entries]
    const actor = (await rows()).find((row) => row.name === 'admin')?.accountId ?? ''
    expect(first.names).toEqual({ [actor]: 'Contoh admin', [account.accountId]: 'Wati' })
    expect(told.map(({ act, actor, subject }) => ({ act, actor, subject }))).toEqual(
      ['account.deactivated', 'account.created'].map((act) => ({
        act,
        actor,
        subject: { accountId: account.accountId, role: 'camat' },
      })),
    )
  })

  test('is searched by what an act was about', async () => {
    const { account } = await create('operator-ktp')
    await create('camat')
    const reply = await get(`audit?about=accountId&value=${account.accountId}`)
    const acts = (reply.json() as AuditReply).entries.map((entry) => entry.act)
    expect(acts).toEqual(['key.created', 'account.created'])
  })

  test.each(['limit=0', 'limit=201', 'before=0', 'before=x', 'other=1'])(
    'is not asked with ?%s',
    async (query) => {
      expect((await get(`audit?${query}`)).statusCode).toBe(400)
    },
  )

  test('is verified on demand, and it is remembered when', async () => {
    const before = await verifyAudit(database.db)
    const now: Verification = (await post('audit/verification')).json().verification
    expect(now).toMatchObject({ whole: true, entries: before.ok && before.value.entries })
    expect(now.lastHash).toBe(before.ok && Buffer.from(before.value.lastHash).toString('hex'))
    const last: Verification = (await get('audit/verification')).json().verification
    expect(last).toEqual({ ...now, lastHash: null })
  })

  test('that was tampered with is told to be broken, and where', async () => {
    const head = await database.db
      .selectFrom('audit_entries')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow()
    await database.db.transaction().execute(async (tx) => {
      await sql`alter table audit_entries disable trigger user`.execute(tx)
      await sql`update audit_entries set actor = 'system' where seq = ${head.seq}`.execute(tx)
      await sql`alter table audit_entries enable trigger user`.execute(tx)
    })
    const told: Verification = (await post('audit/verification')).json().verification
    expect(told).toMatchObject({ whole: false, entries: head.seq - 1, lastHash: null })
    expect((await get('audit/verification')).json().verification.whole).toBe(false)
  })
})
