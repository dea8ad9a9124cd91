// Staff server — a server that people sign in to, with one guarded route; made anew for each test.

import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach } from 'vitest'
import { createHttpServer, type HttpApp } from '../../src/kit/node/http-server.ts'
import { accountOf, allow } from '../../src/staff/guard.ts'
import type { Program } from '../../src/staff/roles.ts'
import { sessionRoutes } from '../../src/staff/session-routes.ts'
import type { StaffTables } from '../../src/staff/tables.ts'
import { staffWords } from '../../src/staff/words.ts'
import { type TestStaffWorld, testAccount, testPassword, testStaffWorld } from './staff.ts'

export interface Tried {
  readonly name?: string
  readonly password?: string
  readonly remoteAddress?: string
  readonly headers?: Record<string, string>
}

type Cookies = Record<string, string>

/**
 * Call at the top of a test file. Before each test there are an office with GET /api/report for the
 * camat, and the accounts `administrator` and `camat`.
 */
export function staffServer(database: { readonly db: Kysely<StaffTables> }) {
  const opened: { stop(): Promise<void> }[] = []
  let world: TestStaffWorld
  let office: HttpApp

  beforeEach(async () => {
    await sql`truncate sessions, account_keys, accounts`.execute(database.db)
    world = testStaffWorld(database.db)
    office = await serve()
    await testAccount(world, 'administrator')
    await testAccount(world, 'camat')
  })
  afterEach(async () => {
    for (const server of opened.splice(0)) await server.stop()
  })

  async function serve(program: Program = 'office', demo = false): Promise<HttpApp> {
    const server = await createHttpServer({ title: 'Test', words: staffWords, behindProxy: true })
    opened.push(server)
    sessionRoutes(server.app, { ...world, program, demo, officeName: 'Kecamatan Contoh' })
    server.app.get('/api/report', { onRequest: allow('camat') }, async (request) => ({
      reader: accountOf(request).name,
    }))
    await server.app.ready()
    return server.app
  }
  function signIn(tried: Tried = {}, at = office) {
    const { name = 'camat', password = testPassword, ...rest } = tried
    return at.inject({ method: 'POST', url: '/api/session', payload: { name, password }, ...rest })
  }
  async function cookieOf(tried: Tried = {}, at = office): Promise<Cookies> {
    const cookie = (await signIn(tried, at)).cookies[0]
    return cookie === undefined ? {} : { [cookie.name]: cookie.value }
  }
  return {
    serve,
    signIn,
    cookieOf,
    world: () => world,
    office: () => office,
    get: (url: string, cookies: Cookies = {}, at = office) =>
      at.inject({ method: 'GET', url, cookies }),
  }
}
