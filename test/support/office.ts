// Office — a whole office for tests: its own database, a clock to turn, staff of every role.

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { readPrintFonts } from '../../src/kit/node/fonts.ts'
import type { HttpServer } from '../../src/kit/node/http-server.ts'
import { officeMigrations } from '../../src/office/database/migrations.ts'
import type { OfficeSchema } from '../../src/office/database/schema.ts'
import { openIdentity } from '../../src/office/identity.ts'
import { createOfficeServer } from '../../src/office/server.ts'
import type { OfficeSettings } from '../../src/office/settings.ts'
import type { OfficeWorld } from '../../src/office/world.ts'
import type { Role } from '../../src/staff/roles.ts'
import { useDatabase } from './database.ts'
import { testAccount, testPassword, testStaffWorld } from './staff.ts'

export interface TestOffice {
  readonly world: OfficeWorld
  readonly server: HttpServer
  /** Turn the clock by setting `now`, in epoch milliseconds. */
  readonly time: { now: number }
  /** Signs in (the account is made on first use) and answers the cookie header. */
  signIn(role: Role): Promise<string>
  /** The account's id of a role that has signed in. */
  accountId(role: Role): string
  /** One call as a role; undefined is the public. */
  call(role: Role | undefined, method: Method, url: string, body?: object): Promise<Reply>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Reply {
  readonly status: number
  // A test says by its expectations what it takes the body for.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
  readonly bytes: Buffer
}

/** Call at the top of a test file; use what it answers inside tests and hooks only. */
export function useOffice(overrides: Partial<OfficeSettings> = {}): TestOffice {
  const database = useDatabase<OfficeSchema>(officeMigrations)
  const office = {} as { -readonly [Name in keyof TestOffice]: TestOffice[Name] }
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'office-'))
    const staff = testStaffWorld(database.db as never)
    const settings: OfficeSettings = { ...settingsIn(home), ...overrides }
    office.time = staff.time
    office.world = {
      ...staff,
      program: 'office',
      db: database.db,
      ids: randomUUID,
      identity: await openIdentity(home, randomUUID),
      settings,
      fonts: await readPrintFonts(),
      fetch,
      wakeLine: () => {},
      log: () => {},
    }
    office.server = await createOfficeServer(office.world)
    addCalls(office)
  })
  afterAll(async () => {
    await office.server?.stop()
    await rm(home, { recursive: true, force: true })
  })
  return office
}

/** Shorter than any session is good for. */
const sessionAssumedMs = 60 * 60_000

function addCalls(office: { -readonly [Name in keyof TestOffice]: TestOffice[Name] }): void {
  const cookies = new Map<Role, { cookie: Promise<string>; atMs: number }>()
  const accounts = new Map<Role, string>()
  const open = async (role: Role) => {
    if (!accounts.has(role)) {
      accounts.set(role, (await testAccount(office.world, role)).accountId)
    }
    const reply = await office.server.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name: role, password: testPassword },
    })
    return reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
  office.signIn = (role) => {
    // Whoever turns the clock far has everybody sign in again.
    const known = cookies.get(role)
    const isFresh = known && Math.abs(office.time.now - known.atMs) < sessionAssumedMs
    const session = isFresh ? known : { cookie: open(role), atMs: office.time.now }
    cookies.set(role, session)
    return session.cookie
  }
  office.accountId = (role) => {
    const accountId = accounts.get(role)
    if (accountId === undefined) throw new Error(`${role} has not signed in`)
    return accountId
  }
  office.call = async (role, method, url, body) => {
    const isBytes = body instanceof Uint8Array
    const reply = await office.server.app.inject({
      method,
      url,
      headers: {
        ...(role ? { cookie: await office.signIn(role) } : {}),
        ...(isBytes ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body === undefined ? {} : { payload: isBytes ? Buffer.from(body) : body }),
    })
    const isJson = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, body: isJson ? reply.json() : null, bytes: reply.rawPayload }
  }
}

function settingsIn(home: string): OfficeSettings {
  return {
    home,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: undefined,
    tls: undefined,
    centerUrl: 'http://127.0.0.1:1',
    demo: true,
    licensed: false,
    publicUrl: 'http://127.0.0.1:8080',
    smsNumber: '082280461751',
    smsFolder: undefined,
    spoolFolder: join(home, 'spool'),
    deviceCertificates: [],
    scannerPorts: { first: 4501, last: 4600 },
    keepDays: 30,
  }
}
