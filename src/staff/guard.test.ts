// Guard — who may call a route: by role, by cookie, and from which page.

import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { staffServer } from '../../test/support/staff-server.ts'
import { findAccountByName, setActive } from './accounts.ts'
import { sessionCookieOf } from './guard.ts'
import { type StaffTables, staffMigrations } from './tables.ts'

const database = useDatabase<StaffTables>(staffMigrations)
const { serve, signIn, cookieOf, get, world, office } = staffServer(database)

describe('a guarded route', () => {
  test('lets the role pass, and knows whose it is', async () => {
    const reply = await get('/api/report', await cookieOf())
    expect(reply.json()).toEqual({ reader: 'camat' })
  })

  test('refuses who is not signed in', async () => {
    const reply = await get('/api/report')
    expect(reply.statusCode).toBe(401)
    expect(reply.json()).toMatchObject({ code: 'session.none' })
  })

  test('refuses another role, in the language of the reader', async () => {
    const cookies = await cookieOf({ name: 'administrator' })
    const headers = { 'accept-language': 'en' }
    const reply = await office().inject({ method: 'GET', url: '/api/report', cookies, headers })
    expect(reply.statusCode).toBe(403)
    expect(reply.json()).toEqual({
      code: 'role.not-allowed',
      message: 'This is not for the role Administrator. Sign in with an account that may do it.',
      facts: { role: 'administrator' },
    })
  })

  test('refuses a session that was open when its account was deactivated', async () => {
    const cookie = await cookieOf()
    const accountId = (await findAccountByName(database.db, 'camat'))?.accountId ?? ''
    await world()
      .db.transaction()
      .execute((tx) => setActive(tx, world(), 'system', { accountId, active: false }))
    expect((await get('/api/report', cookie)).statusCode).toBe(401)
  })
})

describe('the cookie of the office', () => {
  test('is none to the center: neither under its own name nor under the center’s', async () => {
    const center = await serve('center')
    const cookie = await cookieOf()
    const token = cookie[sessionCookieOf('office')] ?? ''
    expect(token).toHaveLength(43)
    expect((await get('/api/session', cookie, center)).json().account).toBeNull()
    const renamed = { [sessionCookieOf('center')]: token }
    expect((await get('/api/session', renamed, center)).json().account).toBeNull()
    expect((await get('/api/report', renamed, center)).statusCode).toBe(401)
    expect((await get('/api/report', cookie)).statusCode).toBe(200)
  })
})

describe('a page of another origin', () => {
  test.each([
    [{ host: 'loket.desa:4000', origin: 'http://loket.desa:4000' }, 200],
    [{ host: 'loket.desa:4000', origin: 'http://loket.desa:4001' }, 403],
    [{ host: 'loket.desa:4000', origin: 'http://jahat.example' }, 403],
    [{ host: 'loket.desa:4000', origin: 'null' }, 403],
    [{ host: 'loket.desa:4000', 'sec-fetch-site': 'cross-site' }, 403],
    [{ host: 'loket.desa:4000', 'sec-fetch-site': 'same-site' }, 403],
    [{ host: 'loket.desa:4000', 'sec-fetch-site': 'same-origin' }, 200],
  ])('%j gets %d', async (headers, status) => {
    const reply = await signIn({ headers })
    expect(reply.statusCode).toBe(status)
    if (status === 403) expect(reply.json().code).toBe('origin.foreign')
  })
})
