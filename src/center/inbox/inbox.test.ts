// Inbox — packets over a real socket: cut and resumed, changed and refused, counted byte by byte.

import { createHash } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { createServer, connect as dial, type Server } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateKeys, generateSigningKey, publicKeysOf } from '#enrollment/keys'
import { packetPartMediaType, writePass } from '#enrollment/transfer'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import { type MadePacket, makePacket } from '../../../test/support/packets.ts'
import { verifyPacket } from './open-packet.ts'

const center = useCenter()
let office: SendingOffice
let packet: MadePacket
/** A photo of this size makes a packet that does not fit into the buffers of a socket. */
const photo = new Uint8Array(2_500_000).map((_, i) => (i * 7919) >> 3)

beforeAll(async () => {
  office = await center.enroll()
  packet = await office.packet({ resident: 'ani', fingers: {}, photo })
})

const pathOf = ({ digest }: Pick<MadePacket, 'digest'>) => `/v1/packets/${digest}`
const named = (bytes: Buffer) => ({
  bytes,
  digest: createHash('sha256').update(bytes).digest('hex'),
})
const piece = (offset: number) => ({
  'content-type': packetPartMediaType,
  'upload-offset': String(offset),
})

async function inboxCount() {
  const rows = await center.world.db.selectFrom('inbox').select('packet_digest').execute()
  return rows.length
}

/** A line between office and center that counts, and drops where it is told to. */
let line: Server
let carried = 0
let dropAfter = Number.POSITIVE_INFINITY
beforeAll(async () => {
  const port = Number(new URL(center.address).port)
  line = createServer((caller) => {
    const called = dial(port, '127.0.0.1')
    called.on('error', () => caller.destroy())
    caller.on('error', () => called.destroy())
    caller.on('data', (part) => {
      const passed = part.subarray(0, Math.max(0, dropAfter - carried))
      carried += passed.length
      called.write(passed)
      if (passed.length < part.length) {
        // What was passed on arrives; then both ends find the line dead.
        called.end()
        caller.destroy()
      }
    })
    called.on('data', (part) => caller.write(part))
    called.on('close', () => caller.destroy())
    caller.on('close', () => called.end())
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void line?.close())

async function overTheLine(
  method: 'PUT' | 'PATCH',
  path: string,
  body: Uint8Array | object,
  headers = {},
) {
  const { port } = line.address() as { port: number }
  const isBytes = body instanceof Uint8Array
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      authorization: await writePass({ method, path }, center.time.now, office.keys.signing),
      connection: 'close',
      ...(isBytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
  })
  return response.json() as Promise<{ offset: number; complete: boolean; received?: string }>
}

async function announcedOffset(path: string, bytes: number): Promise<number> {
  return (await overTheLine('PUT', path, { bytes })).offset
}

test('a packet cut at 60 % goes on from there: no byte of it travels twice', async () => {
  const path = pathOf(packet)
  const total = packet.bytes.length
  await announcedOffset(path, total)
  dropAfter = Math.round(total * 0.6)
  carried = 0
  await expect(overTheLine('PATCH', path, packet.bytes, piece(0))).rejects.toThrow()
  dropAfter = Number.POSITIVE_INFINITY
  const offset = await announcedOffset(path, total)
  expect(offset).toBeGreaterThan(total * 0.5)
  expect(offset).toBeLessThan(total * 0.6)
  const last = await overTheLine('PATCH', path, packet.bytes.subarray(offset), piece(offset))
  expect(last).toMatchObject({ complete: true, received: expect.any(String) })
  expect(carried).toBeLessThanOrEqual(total + 64 * 1024)
})

test('the last byte is here but not its acknowledgment: an empty piece asks for it', async () => {
  const cut = await office.packet({ resident: 'beni', fingers: {} })
  const path = pathOf(cut)
  await office.call('PUT', path, { bytes: cut.bytes.length })
  const part = `${center.world.settings.home}/incoming/${cut.digest}.part`
  await writeFile(part, cut.bytes)
  const offset = cut.bytes.length
  expect((await office.call('PUT', path, { bytes: offset })).body).toEqual({
    offset,
    complete: false,
  })
  const reply = await office.call('PATCH', path, new Uint8Array(), piece(offset))
  expect(reply).toMatchObject({ status: 200, body: { complete: true } })
})

test('a wrong offset, one byte too many, another size and a stranger are refused', async () => {
  const fresh = await office.packet({ resident: 'citra', fingers: {} })
  const path = pathOf(fresh)
  const bytes = fresh.bytes.length
  const unknown = await office.call('PATCH', path, fresh.bytes, piece(0))
  expect(unknown).toMatchObject({ status: 404, body: { code: 'upload.not-announced' } })
  await office.call('PUT', path, { bytes })

  const offset = await office.call('PATCH', path, fresh.bytes, piece(1))
  expect(offset).toMatchObject({
    status: 409,
    body: { code: 'upload.offset-differs', facts: { offset: 0 } },
  })
  const long = Buffer.concat([fresh.bytes, Buffer.alloc(1)])
  const longer = await office.call('PATCH', path, long, piece(0))
  expect(longer).toMatchObject({ status: 409, body: { code: 'upload.longer-than-announced' } })
  const otherwise = await office.call('PUT', path, { bytes: bytes + 1 })
  expect(otherwise).toMatchObject({ status: 409, body: { code: 'upload.announced-otherwise' } })
  const stranger = await center.enroll('Kecamatan Lain')
  const stolen = await stranger.call('PUT', path, { bytes })
  expect(stolen).toMatchObject({ status: 409, body: { code: 'upload.announced-otherwise' } })
  expect((await office.send(fresh)).body.complete).toBe(true)
  expect((await stranger.call('PUT', path, { bytes })).status).toBe(409)
})

/** A piece that brings its first 100 bytes and then holds on until it is told to go on. */
async function heldPiece(sent: MadePacket) {
  const path = pathOf(sent)
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const body = new ReadableStream<Uint8Array>({
    async start(to) {
      to.enqueue(new Uint8Array(sent.bytes.subarray(0, 100)))
      await held
      to.enqueue(new Uint8Array(sent.bytes.subarray(100)))
      to.close()
    },
  })
  const call = { method: 'PATCH', path }
  const authorization = await writePass(call, center.time.now, office.keys.signing)
  const headers = { authorization, ...piece(0) }
  const reply = fetch(new URL(path, center.address), {
    ...{ method: 'PATCH', headers, body },
    duplex: 'half',
  } as RequestInit)
  const part = `${center.world.settings.home}/incoming/${sent.digest}.part`
  const size = () =>
    stat(part).then(
      (it) => it.size,
      () => 0,
    )
  await expect.poll(size, { interval: 10 }).toBe(100)
  return { goOn, reply }
}

test('while one piece arrives, another of the same packet is refused before it is read', async () => {
  const fresh = await office.packet({ resident: 'dewi', fingers: {} })
  const path = pathOf(fresh)
  await office.call('PUT', path, { bytes: fresh.bytes.length })
  const { goOn, reply } = await heldPiece(fresh)
  const busy = { status: 409, body: { code: 'upload.busy' } }
  const second = await office.call('PATCH', path, fresh.bytes.subarray(100), piece(100))
  expect(second).toMatchObject(busy)
  expect(await office.call('PUT', path, { bytes: fresh.bytes.length })).toMatchObject(busy)
  goOn()
  expect(await (await reply).json()).toMatchObject({ complete: true })
})

test('who announces while a piece still arrives is told what is here once it has arrived', async () => {
  const fresh = await office.packet({ resident: 'gita', fingers: {} })
  const path = pathOf(fresh)
  await office.call('PUT', path, { bytes: fresh.bytes.length })
  const { goOn, reply } = await heldPiece(fresh)
  const asked = office.call('PUT', path, { bytes: fresh.bytes.length })
  await new Promise((later) => setTimeout(later, 100))
  goOn()
  expect((await asked).body).toMatchObject({ complete: true, received: expect.any(String) })
  expect(await (await reply).json()).toMatchObject({ complete: true })
})

test('one byte changed anywhere is refused before it is acknowledged, and nothing is kept', async () => {
  const small = await office.packet({ resident: 'eka', fingers: {} })
  const before = await inboxCount()
  const sender = { officeId: office.officeId, signingKey: office.keys.signing }
  await fc.assert(
    fc.asyncProperty(
      fc.nat(small.bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const bytes = Buffer.from(small.bytes)
        bytes[at] = (bytes[at] as number) ^ by
        expect((await verifyPacket(bytes, sender)).ok).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
  for (const share of [0.1, 0.5, 0.9]) {
    const bytes = Buffer.from(small.bytes)
    const at = Math.floor(bytes.length * share)
    bytes[at] = (bytes[at] as number) ^ 1
    const reply = await office.send(named(bytes))
    expect(reply.status).toBe(422)
    expect(reply.body.code).toMatch(/^(packet|signature|manifest)\./)
  }
  expect(await inboxCount()).toBe(before)
  expect(
    await office.send({ digest: named(Buffer.of(1)).digest, bytes: Buffer.of(2) }),
  ).toMatchObject({ status: 422, body: { code: 'packet.digest-differs' } })
  expect(await center.world.db.selectFrom('uploads').selectAll().execute()).toEqual([])
})

test.each([
  ['another key than the office’s', { officeKey: 'other' }, 'signature.unknown-key'],
  ['a forged key of the same name', { officeKey: 'forged' }, 'signature.invalid'],
  ['another operator than it vouches for', { attestedBy: 'other' }, 'signature.unknown-key'],
  ['a forged operator of the same name', { attestedBy: 'forged' }, 'signature.invalid'],
  ['the name of another office', { officeId: 'other' }, 'packet.other-office'],
  ['a case that is no case', { caseId: '-'.repeat(36) }, 'manifest.unreadable'],
])(
  'a packet with %s is refused with its own word',
  async (_, wrong: Record<string, string>, code) => {
    const key = (what: string, kid: string) =>
      generateSigningKey(what === 'forged' ? kid : 'somebody-else')
    const made = await makePacket({
      resident: 'fitri',
      fingers: {},
      recipients: [(await publicKeysOf(center.world.keys)).sealing],
      officeId: wrong.officeId ?? office.officeId,
      officeKey: wrong.officeKey
        ? await key(wrong.officeKey, office.keys.signing.kid)
        : office.keys.signing,
      ...(wrong.attestedBy ? { attestedBy: await key(wrong.attestedBy, 'operator-1') } : {}),
      ...(wrong.caseId ? { caseId: wrong.caseId } : {}),
    })
    const before = await inboxCount()
    expect(await office.send(made)).toMatchObject({ status: 422, body: { code } })
    expect(await inboxCount()).toBe(before)
  },
)

test('a pass is good for its own call, for a moment, from an enrolled office', async () => {
  const path = '/v1/answers?after=0'
  const ask = async (authorization?: string) => {
    const headers: Record<string, string> = authorization ? { authorization } : {}
    const response = await fetch(new URL(path, center.address), { headers })
    return { status: response.status, code: ((await response.json()) as { code?: string }).code }
  }
  const now = center.time.now
  const { signing } = office.keys
  const stranger = (await generateKeys('stranger')).signing
  const forged = await generateSigningKey(signing.kid)
  const call = { method: 'GET', path }
  expect((await ask(await writePass(call, now, signing))).status).toBe(200)
  expect(await ask()).toEqual({ status: 401, code: 'pass.missing' })
  expect(await ask('Bearer x')).toEqual({ status: 401, code: 'pass.missing' })
  for (const [made, code] of [
    [writePass({ method: 'GET', path: '/v1/answers?after=1' }, now, signing), 'pass.elsewhere'],
    [writePass({ method: 'PUT', path }, now, signing), 'pass.elsewhere'],
    [writePass(call, now - 10 * 60_000, signing), 'pass.stale'],
    [writePass(call, now + 10 * 60_000, signing), 'pass.stale'],
    [writePass(call, now, stranger), 'signature.unknown-key'],
    [writePass(call, now, forged), 'signature.invalid'],
  ] as const) {
    expect(await ask(await made)).toEqual({ status: 401, code })
  }
})
