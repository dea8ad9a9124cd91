// Session routes — signing in over HTTP, limits on trying, one’s own password, the samples.

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { testPassword } from '../../test/support/staff.ts'
import type { Tried } from '../../test/support/staff-server.ts'
import { staffServer } from '../../test/support/staff-server.ts'
import { findAccountByName, setActive } from './accounts.ts'
import { readAudit } from './audit.ts'
import { attemptsPerAddressMax, attemptsPerNameMax, attemptsWindowMs } from './limits.ts'
import { createSampleAccounts } from './sample-accounts.ts'
import type { SampleAccountsReply } from './session-wire.ts'
import { type StaffTables, staffMigrations } from './tables.ts'

const database = useDatabase<StaffTables>(staffMigrations)
const { serve, signIn, cookieOf, get, world, office } = staffServer(database)

describe('signing in', () => {
  test('answers who it is, and sets a cookie that scripts and other sites cannot use', async () => {
    const reply = await signIn()
    const account = await findAccountByName(database.db, 'camat')
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({
      account: {
        accountId: account?.accountId,
        name: 'camat',
        displayName: 'Contoh camat',
        role: 'camat',
        villageCode: null,
        mustChangePassword: false,
      },
      demo: false,
      officeName: 'Kecamatan Contoh',
    })
    expect(reply.cookies).toMatchObject([
      { name: 'loket_office_session', path: '/', httpOnly: true, sameSite: 'Strict' },
    ])
    expect(reply.cookies[0]).not.toHaveProperty('secure')
  })

  test('over TLS sets a cookie that never travels in the open', async () => {
    const reply = await signIn({ headers: { 'x-forwarded-proto': 'https' } })
    expect(reply.cookies).toMatchObject([{ secure: true }])
  })

  test('is remembered until one signs out', async () => {
    const cookie = await cookieOf()
    expect((await get('/api/session', cookie)).json().account).toMatchObject({ name: 'camat' })
    const out = await office().inject({ method: 'DELETE', url: '/api/session', cookies: cookie })
    expect(out.json().account).toBeNull()
    expect(out.cookies).toMatchObject([{ name: 'loket_office_session', value: '' }])
    expect((await get('/api/session', cookie)).json().account).toBeNull()
  })

  test('ends the session of before in the same browser', async () => {
    const before = await cookieOf()
    const payload = { name: 'administrator', password: testPassword }
    await office().inject({ method: 'POST', url: '/api/session', payload, cookies: before })
    expect((await get('/api/session', before)).json().account).toBeNull()
  })

  test('says the same of an unknown name, a wrong password and a deactivated account', async () => {
    const account = await findAccountByName(database.db, 'camat')
    const unknown = await signIn({ name: 'nobody' })
    const wrong = await signIn({ password: 'bukan sandinya' })
    await world()
      .db.transaction()
      .execute((tx) =>
        setActive(tx, world(), 'system', { accountId: account?.accountId ?? '', active: false }),
      )
    const inactive = await signIn()
    expect([unknown, wrong, inactive].map((reply) => reply.statusCode)).toEqual([401, 401, 401])
    expect(new Set([unknown, wrong, inactive].map((reply) => reply.body)).size).toBe(1)
    expect(wrong.json()).toEqual({
      code: 'session.wrong',
      message: 'Nama akun atau kata sandi tidak cocok.',
    })
  })

  test('is in the log, refused and granted, without the name', async () => {
    const account = await findAccountByName(database.db, 'camat')
    await signIn({ password: 'bukan sandinya' })
    await signIn({ name: 'nobody' })
    await signIn()
    const { entries } = await readAudit(database.db, { limit: 2 })
    expect(entries.map(({ act, actor, subject }) => ({ act, actor, subject }))).toEqual([
      {
        act: 'session.opened',
        actor: account?.accountId,
        subject: { accountId: account?.accountId },
      },
      {
        act: 'session.refused',
        actor: 'system',
        subject: { accountId: account?.accountId },
      },
    ])
  })

  test.each([
    {},
    { name: 'camat' },
    { name: 1, password: 'x' },
    { name: 'a', password: 'b', c: 1 },
  ])('with %j is refused as malformed', async (payload) => {
    const reply = await office().inject({ method: 'POST', url: '/api/session', payload })
    expect(reply.statusCode).toBe(400)
  })
})

describe('trying too often', () => {
  const times = async (count: number, tried: (i: number) => Tried) => {
    let last = await signIn(tried(0))
    for (let i = 1; i < count; i++) last = await signIn(tried(i))
    return last
  }

  test('one name, from anywhere, has to wait; another name has not', async () => {
    const wrong = (i: number) => ({ password: 'salah lagi ini', remoteAddress: `10.0.0.${i}` })
    expect((await times(attemptsPerNameMax, wrong)).statusCode).toBe(401)
    const refused = await signIn({ remoteAddress: '10.0.1.1' })
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['retry-after']).toBe(String(attemptsWindowMs / 1_000))
    expect(refused.json()).toEqual({
      code: 'session.too-many',
      message: 'Terlalu banyak percobaan. Coba lagi setelah 10 menit.',
      facts: { waitSeconds: attemptsWindowMs / 1_000 },
    })
    expect((await signIn({ name: 'administrator' })).statusCode).toBe(200)
    world().time.now += attemptsWindowMs
    expect((await signIn()).statusCode).toBe(200)
  })

  test('from one address, under any names, has to wait; another address has not', async () => {
    const wrong = (i: number) => ({ name: `nama-${i}`, password: 'salah lagi ini' })
    expect((await times(attemptsPerAddressMax, wrong)).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(429)
    expect((await signIn({ remoteAddress: '10.0.0.9' })).statusCode).toBe(200)
  })

  test('is not what an office does that signs in all day', async () => {
    const right = () => ({ remoteAddress: '10.0.0.8' })
    expect((await times(attemptsPerAddressMax + 5, right)).statusCode).toBe(200)
  })

  test('many at the same time is counted as well', async () => {
    const all = Array.from({ length: 3 * attemptsPerNameMax }, () => signIn({ password: 'salah' }))
    const codes = (await Promise.all(all)).map((reply) => reply.statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(attemptsPerNameMax)
  })
})

describe('one’s own password', () => {
  const change = (cookies: Record<string, string>, current: string, next: string) =>
    office().inject({
      method: 'POST',
      url: '/api/session/password',
      payload: { current, next },
      cookies,
    })

  test('is changed with the current one; other sessions end, this one goes on', async () => {
    const other = await cookieOf()
    const cookie = await cookieOf()
    expect((await change(cookie, testPassword, 'sandi yang baru')).statusCode).toBe(200)
    expect((await get('/api/report', cookie)).statusCode).toBe(200)
    expect((await get('/api/report', other)).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(401)
    expect((await signIn({ password: 'sandi yang baru' })).statusCode).toBe(200)
  })

  test.each([
    ['bukan sandinya', 'sandi yang baru', 'password.wrong'],
    [testPassword, 'pendek', 'password.short'],
    [testPassword, 'sandi pak camat', 'password.name'],
    [testPassword, testPassword, 'password.same'],
  ])('%s → %s is refused: %s', async (current, next, code) => {
    const reply = await change(await cookieOf(), current, next)
    expect(reply.statusCode).toBe(422)
    expect(reply.json().code).toBe(code)
    expect((await signIn()).statusCode).toBe(200)
  })

  test('cannot be guessed by trying', async () => {
    const cookie = await cookieOf()
    let last = await change(cookie, 'bukan sandinya', 'sandi yang baru')
    for (let i = 0; i < attemptsPerNameMax; i++)
      last = await change(cookie, 'bukan sandinya', 'sandi yang baru')
    expect(last.statusCode).toBe(429)
    expect(last.headers).toHaveProperty('retry-after')
  })

  test('that was given for once is all one can change before anything else', async () => {
    await sql`update accounts set must_change_password = true where name = 'camat'`.execute(
      database.db,
    )
    const cookie = await cookieOf()
    const refused = await get('/api/report', cookie)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'session.password-first'])
    await change(cookie, testPassword, 'sandi yang baru')
    expect((await get('/api/report', cookie)).statusCode).toBe(200)
  })

  test('of nobody is not changed', async () => {
    expect((await change({}, 'a', 'b')).statusCode).toBe(401)
  })
})

describe('the sample accounts', () => {
  test('are shown in a demonstration, and each of them opens', async () => {
    const demo = await serve('center', true)
    await createSampleAccounts({ ...world(), program: 'center' })
    const reply: SampleAccountsReply = (await get('/api/session/sample-accounts', {}, demo)).json()
    expect(reply.accounts.map((account) => account.name)).toContain('adjudikator')
    for (const { name, password, role } of reply.accounts) {
      const signedIn = await signIn({ name, password }, demo)
      expect(signedIn.json().account.role).toBe(role)
    }
  })

  test('do not exist outside of one', async () => {
    expect((await get('/api/session/sample-accounts')).statusCode).toBe(404)
  })
})
