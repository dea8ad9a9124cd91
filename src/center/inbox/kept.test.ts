// Kept — from its acknowledgment to its first step a packet is a file: nothing takes it away, only the
// process that has it can open it, and whatever happens in between, it is not lost.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { packetPartMediaType, writePass } from '#enrollment/transfer'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import type { MadePacket } from '../../../test/support/packets.ts'
import { processNext } from '../pipeline.ts'
import { keepPacket } from './store.ts'
import { sweepUploads } from './sweep.ts'
import { openUploads } from './upload.ts'

const center = useCenter()
let office: SendingOffice
let folder = ''

beforeAll(async () => {
  office = await center.enroll()
  folder = join(center.world.settings.home, 'incoming')
})

async function sendOne(resident: string): Promise<MadePacket> {
  const packet = await office.packet({ resident, fingers: { 2: resident } })
  expect((await office.send(packet)).body).toMatchObject({ complete: true })
  return packet
}

const fileOf = ({ digest }: MadePacket) => `${digest}.part`

async function rowsOf({ digest }: MadePacket) {
  const at = center.world.db
    .selectFrom('inbox')
    .innerJoin('packet_work', 'packet_work.packet_digest', 'inbox.packet_digest')
  return at
    .select(['inbox.packet', 'stage', 'state', 'problem', 'kept_in'])
    .where('inbox.packet_digest', '=', digest)
    .executeTakeFirstOrThrow()
}

test('an acknowledged packet is a file until its first step lays it into the database', async () => {
  const packet = await sendOne('ani')
  expect(await readFile(join(folder, fileOf(packet)))).toEqual(packet.bytes)
  const { folderId } = center.world.uploads
  expect(await rowsOf(packet)).toMatchObject({ packet: null, kept_in: folderId })
  expect(await sweepUploads(center.world)).toEqual({ stale: 0, orphaned: 0 })
  expect(await readdir(folder)).toEqual([fileOf(packet)])

  expect(await center.process()).toBe(1)
  expect(await rowsOf(packet)).toMatchObject({
    packet: packet.bytes,
    kept_in: null,
    state: 'done',
  })
  expect(await readdir(folder)).toEqual([])
})

test('a process with another folder leaves it alone', async () => {
  const packet = await sendOne('beni')
  const elsewhere = await mkdtemp(join(tmpdir(), 'uploads-'))
  const uploads = await openUploads(join(elsewhere, 'incoming'))
  expect(await processNext({ ...center.world, uploads }, center.gallery)).toBeUndefined()
  expect(await rowsOf(packet)).toMatchObject({ stage: 'received', state: 'waiting' })
  expect(await center.process()).toBe(1)
  await rm(elsewhere, { recursive: true })
})

test('the same folder is the same after a restart', async () => {
  const packet = await sendOne('citra')
  const uploads = await openUploads(folder)
  expect(await processNext({ ...center.world, uploads }, center.gallery)).toBe(packet.digest)
  expect(await readdir(folder)).toEqual([])
})

test('a first step that fails leaves the file where it is', async () => {
  const packet = await sendOne('dewi')
  const examine = () => Promise.reject(new Error('no thread'))
  await expect(processNext(center.world, center.gallery, examine)).rejects.toThrow('no thread')
  expect(await rowsOf(packet)).toMatchObject({ packet: null, problem: 'center.fault' })
  expect(await readdir(folder)).toEqual([fileOf(packet)])
  center.time.now += 60_000
  expect(await center.process()).toBe(1)
  expect(await rowsOf(packet)).toMatchObject({ packet: packet.bytes, state: 'done' })
})

test('a file that was damaged is the center’s own fault: nobody is told, and it is tried again', async () => {
  const packet = await sendOne('eka')
  const damaged = Buffer.from(packet.bytes)
  damaged[100]! ^= 1
  await writeFile(join(folder, fileOf(packet)), damaged)
  await expect(center.process()).rejects.toThrow('lies here whole')
  expect(await rowsOf(packet)).toMatchObject({ state: 'waiting', problem: 'center.fault' })
  await writeFile(join(folder, fileOf(packet)), packet.bytes)
  center.time.now += 60_000
  expect(await center.process()).toBe(1)
  const told = center.world.db.selectFrom('events').select('type')
  const types = await told.where('case_id', '=', packet.caseId).orderBy('seq').execute()
  expect(types.map(({ type }) => type)).toEqual(['received', 'decided'])
})

/** While the office carries it, somebody keeps the same packet in a folder. */
async function keptMeanwhile(resident: string, keptIn: string): Promise<MadePacket> {
  const packet = await office.packet({ resident, fingers: {} })
  const { digest, caseId, bytes } = packet
  const path = `/v1/packets/${digest}`
  await office.call('PUT', path, { bytes: bytes.length })
  const body = new ReadableStream<Uint8Array>({
    async start(to) {
      to.enqueue(new Uint8Array(bytes.subarray(0, 100)))
      await expect.poll(() => center.world.uploads.offsetOf(digest), { interval: 5 }).toBe(100)
      const { officeId } = office
      const taken = { digest, caseId, officeId, byteCount: bytes.length, keptIn }
      expect(await keepPacket(center.world.db, taken, center.time.now)).toBe(true)
      to.enqueue(new Uint8Array(bytes.subarray(100)))
      to.close()
    },
  })
  const reply = await fetch(new URL(path, center.address), {
    method: 'PATCH',
    headers: {
      authorization: await writePass(
        { method: 'PATCH', path },
        center.time.now,
        office.keys.signing,
      ),
      'content-type': packetPartMediaType,
      'upload-offset': '0',
    },
    body,
    duplex: 'half',
  } as RequestInit)
  expect(await reply.json()).toMatchObject({ complete: true, received: expect.any(String) })
  return packet
}

test('what another process kept meanwhile is acknowledged, and the second file goes', async () => {
  const packet = await keptMeanwhile('fitri', center.world.ids())
  expect(await readdir(folder)).not.toContain(fileOf(packet))
  expect(await center.process()).toBe(0)
})

test('what this process kept meanwhile is acknowledged, and the file stays', async () => {
  const packet = await keptMeanwhile('gita', center.world.uploads.folderId)
  expect(await readdir(folder)).toContain(fileOf(packet))
  expect(await center.process()).toBe(1)
  expect(await rowsOf(packet)).toMatchObject({ packet: packet.bytes, state: 'done' })
})
