// Center — a whole data centre for tests: a fresh database, a real port, offices that call it.

import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createExhaustiveGallery } from '../../src/center/afis/exhaustive.ts'
import { type WatchedGallery, watchGallery } from '../../src/center/afis/watched-gallery.ts'
import { type CenterSchema, centerMigrations } from '../../src/center/database/schema.ts'
import { openUploads } from '../../src/center/inbox/upload.ts'
import { makeOfficeCode } from '../../src/center/offices/store.ts'
import { processNext } from '../../src/center/pipeline.ts'
import { createCenterServer } from '../../src/center/server.ts'
import type { CenterSettings } from '../../src/center/settings.ts'
import type { CenterWorld } from '../../src/center/world.ts'
import { generateKeys, type PrivateKeys, publicKeysOf } from '../../src/enrollment/keys.ts'
import { packetPartMediaType, writePass } from '../../src/enrollment/transfer.ts'
import type { HttpServer } from '../../src/kit/node/http-server.ts'
import type { Role } from '../../src/staff/roles.ts'
import { useDatabase } from './database.ts'
import { type MadePacket, makePacket, type PacketAsked } from './packets.ts'
import { testAccount, testPassword, testStaffWorld } from './staff.ts'

export interface TestCenter {
  readonly world: CenterWorld
  readonly server: HttpServer
  readonly address: string
  readonly databaseUrl: string
  readonly gallery: WatchedGallery
  /** Turn the clock by setting `now`, in epoch milliseconds. */
  readonly time: { now: number }
  /** How often the pipeline was woken. */
  readonly woken: { count: number }
  /** Takes every packet that is due through the pipeline. */
  process(): Promise<number>
  /** A one-time code for an office. */
  codeFor(name: string): Promise<string>
  /** An office that is enrolled here. */
  enroll(name?: string): Promise<SendingOffice>
  /** One call as a role; undefined is nobody. `as` is the name of the account. */
  call(
    role: Role | undefined,
    method: Method,
    url: string,
    body?: object,
    as?: string,
  ): Promise<Reply>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'

export interface Reply {
  readonly status: number
  // A test says by its expectations what it takes the body for.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
  readonly bytes: Buffer
}

export interface SendingOffice {
  readonly officeId: string
  readonly keys: PrivateKeys
  packet(asked: Omit<PacketAsked, 'officeId' | 'officeKey' | 'recipients'>): Promise<MadePacket>
  call(method: Method, path: string, body?: object, headers?: Headers): Promise<Reply>
  /** Announces and carries it whole, here or at another process's address; answers the last reply. */
  send(packet: Pick<MadePacket, 'digest' | 'bytes'>, address?: string): Promise<Reply>
}

type Headers = Readonly<Record<string, string>>
type Building = { -readonly [Name in keyof TestCenter]: TestCenter[Name] }

/** Call at the top of a test file; use what it answers inside tests and hooks only. */
export function useCenter(): TestCenter {
  const database = useDatabase<CenterSchema>(centerMigrations)
  const center = { woken: { count: 0 } } as Building
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'center-'))
    center.databaseUrl = database.url
    const staff = testStaffWorld(database.db as never, 'center')
    center.time = staff.time
    center.world = {
      ...staff,
      program: 'center',
      db: database.db,
      ids: randomUUID,
      randomBytes,
      keys: await generateKeys('center-key'),
      uploads: await openUploads(join(home, 'incoming')),
      settings: settingsIn(home),
      log: () => {},
    }
    center.gallery = watchGallery(createExhaustiveGallery(), () => performance.now())
    center.server = await createCenterServer(center.world, {
      pipeline: { wake: () => void center.woken.count++ },
      gallery: center.gallery,
    })
    center.address = await center.server.listen({ port: 0 })
    addActs(center)
  })
  afterAll(async () => {
    await center.server?.stop()
    await rm(home, { recursive: true, force: true })
  })
  return center
}

function addActs(center: Building): void {
  center.process = async () => {
    let count = 0
    while ((await processNext(center.world, center.gallery)) !== undefined) count++
    return count
  }
  center.codeFor = (name) => makeOfficeCode(center.world, name)
  center.enroll = (name = 'Kecamatan Contoh') => enrollOffice(center, name)
  const cookies = new Map<string, Promise<string>>()
  const signIn = async (role: Role, name: string) => {
    await testAccount(center.world, role, name)
    const body = { name, password: testPassword }
    const reply = await ask(center, 'POST', '/api/session', body)
    return reply.headers
      .getSetCookie()
      .map((it) => it.split(';')[0])
      .join('; ')
  }
  center.call = async (role, method, url, body, as = role) => {
    if (role === undefined || as === undefined) return replyOf(await ask(center, method, url, body))
    const cookie = cookies.get(as) ?? signIn(role, as)
    cookies.set(as, cookie)
    return replyOf(await ask(center, method, url, body, { cookie: await cookie }))
  }
}

function ask(
  { address }: Pick<TestCenter, 'address'>,
  method: Method,
  path: string,
  body?: object,
  headers: Headers = {},
): Promise<Response> {
  const isBytes = body instanceof Uint8Array
  return fetch(new URL(path, address), {
    method,
    headers: {
      ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  })
}

async function replyOf(response: Response): Promise<Reply> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const isJson = String(response.headers.get('content-type')).includes('json')
  return { status: response.status, body: isJson ? JSON.parse(bytes.toString()) : null, bytes }
}

async function enrollOffice(center: TestCenter, name: string): Promise<SendingOffice> {
  const keys = await generateKeys(`office-${randomUUID()}`)
  const code = await makeOfficeCode(center.world, name)
  const request = { code, name, keys: await publicKeysOf(keys) }
  const { body: enrolled } = await replyOf(await ask(center, 'POST', '/v1/offices', request))
  const officeId: string = enrolled.officeId
  const callAt =
    (address: string): SendingOffice['call'] =>
    async (method, path, body, headers) => {
      const authorization = await writePass({ method, path }, center.time.now, keys.signing)
      return replyOf(await ask({ address }, method, path, body, { authorization, ...headers }))
    }
  return {
    officeId,
    keys,
    call: callAt(center.address),
    packet: (asked) =>
      makePacket({
        capturedAtMs: center.time.now,
        ...asked,
        officeId,
        officeKey: keys.signing,
        recipients: [enrolled.center.sealing],
      }),
    async send({ digest, bytes }, address = center.address) {
      const call = callAt(address)
      const path = `/v1/packets/${digest}`
      const announced = await call('PUT', path, { bytes: bytes.length })
      if (announced.status !== 200 || announced.body.complete) return announced
      const { offset } = announced.body as { offset: number }
      return call('PATCH', path, bytes.subarray(offset), {
        'content-type': packetPartMediaType,
        'upload-offset': String(offset),
      })
    },
  }
}

function settingsIn(home: string): CenterSettings {
  return {
    home,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: undefined,
    tls: undefined,
    falsePositiveRate: 1 / 1_000,
    searchMsMax: 60_000,
    demo: true,
  }
}
