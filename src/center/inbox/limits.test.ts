// Limits — what an office may have open, ask and carry; and what is swept away behind it.

import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, expect, test } from 'vitest'
import { packetPartMediaType, writePass } from '#enrollment/transfer'
import { type SendingOffice, useCenter } from '../../../test/support/center.ts'
import {
  officeBytesMax,
  officeRequestsMax,
  openUploadsMax,
  openUploadsRetryMs,
  uploadStaleMs,
} from '../limits.ts'
import { sweepUploads } from './sweep.ts'
import { openUploads, type Uploads } from './upload.ts'

const center = useCenter()
let office: SendingOffice
let uploads: Uploads
let folder = ''

beforeAll(async () => {
  office = await center.enroll()
  folder = join(center.world.settings.home, 'incoming')
  uploads = center.world.uploads
})

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
const announced = async () => {
  const rows = await center.world.db.selectFrom('uploads').select('packet_digest').execute()
  return rows.map((row) => row.packet_digest).toSorted()
}

test('an office has so many uploads open and no more, however many it announces at once', async () => {
  const busy = await center.enroll('Kecamatan Sibuk')
  const replies = await Promise.all(
    Array.from({ length: openUploadsMax + 6 }, (_, n) =>
      busy.call('PUT', `/v1/packets/${digestOf(`busy ${n}`)}`, { bytes: 10 }),
    ),
  )
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(openUploadsMax)
  const refused = replies.find(({ status }) => status !== 200)
  expect(refused).toMatchObject({
    status: 429,
    body: { code: 'upload.too-many-open', facts: { retryAfterMs: openUploadsRetryMs } },
  })
  const open = await announced()
  expect(open).toHaveLength(openUploadsMax)
  // One that is open already may be announced again.
  const again = await busy.call('PUT', `/v1/packets/${open[0]}`, { bytes: 10 })
  expect(again.status).toBe(200)
  await center.world.db.deleteFrom('uploads').execute()
})

test('who asks too often is told when to come back, and nobody else is', async () => {
  const noisy = await center.enroll('Kecamatan Ramai')
  const path = '/v1/answers?after=0'
  for (let n = 0; n < officeRequestsMax; n++) {
    expect((await noisy.call('GET', path)).status).toBe(200)
  }
  const authorization = await writePass(
    { method: 'GET', path },
    center.time.now,
    noisy.keys.signing,
  )
  const refused = await fetch(new URL(path, center.address), { headers: { authorization } })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({
    code: 'office.too-many-requests',
    message: expect.stringContaining('terlalu sering'),
    facts: { retryAfterMs: 100 },
  })
  expect((await office.call('GET', path)).status).toBe(200)
  center.time.now += 100
  expect((await noisy.call('GET', path)).status).toBe(200)
})

test('who carries too much is told before the next packet travels', async () => {
  const heavy = await center.enroll('Kecamatan Berat')
  const photo = new Uint8Array(2_900_000)
  const packet = await heavy.packet({ resident: 'berat', fingers: {}, photo })
  const damaged = Buffer.from(packet.bytes)
  damaged[damaged.length - 1] = 1
  let carried = 0
  while (carried < officeBytesMax) {
    const reply = await heavy.send({ digest: packet.digest, bytes: damaged })
    expect(reply).toMatchObject({ status: 422, body: { code: 'packet.digest-differs' } })
    carried += damaged.length
  }
  const path = `/v1/packets/${packet.digest}`
  const refused = await heavy.call('PUT', path, { bytes: packet.bytes.length })
  expect(refused).toMatchObject({ status: 429, body: { code: 'office.too-many-bytes' } })
  center.time.now += refused.body.facts.retryAfterMs
  expect((await heavy.send(packet)).body).toMatchObject({ complete: true })
  await center.process()
})

test('an upload that nobody goes on with is swept away, one that is gone on with stays', async () => {
  const [old, alive] = [digestOf('old'), digestOf('alive')].map((it) => `/v1/packets/${it}`)
  const header = { 'content-type': packetPartMediaType, 'upload-offset': '0' }
  for (const path of [old, alive] as string[]) {
    await office.call('PUT', path, { bytes: 10 })
    await office.call('PATCH', path, Buffer.from('abc'), header)
  }
  center.time.now += uploadStaleMs
  expect(await sweepUploads(center.world)).toEqual({ stale: 0, orphaned: 0 })
  await office.call('PUT', alive as string, { bytes: 10 })
  center.time.now += 1
  expect(await sweepUploads(center.world)).toEqual({ stale: 1, orphaned: 0 })
  expect(await announced()).toEqual([digestOf('alive')])
  expect(await readdir(folder)).toEqual([`${digestOf('alive')}.part`])
  expect((await office.call('PUT', alive as string, { bytes: 10 })).body.offset).toBe(3)
  expect((await office.call('PUT', old as string, { bytes: 10 })).body.offset).toBe(0)
  await center.world.db.deleteFrom('uploads').execute()
})

test('a file that a crash left without its announcement goes; one that is written to stays', async () => {
  const packet = await office.packet({ resident: 'yatim', fingers: {} })
  expect((await office.send(packet)).body.complete).toBe(true)
  await center.process()
  await writeFile(join(folder, `${packet.digest}.part`), packet.bytes)
  const orphan = digestOf('orphan')
  await writeFile(join(folder, `${orphan}.part`), 'abc')
  const busy = await uploads.alone(orphan, () => sweepUploads(center.world))
  expect(busy.ok && busy.value.orphaned).toBeGreaterThan(0)
  expect(await readdir(folder)).toEqual([`${orphan}.part`])
  expect(await sweepUploads(center.world)).toEqual({ stale: 0, orphaned: 1 })
  expect(await readdir(folder)).toEqual([])
})

test('a line that dies without a word is taken for cut, and what came is kept', async () => {
  const home = await mkdtemp(join(tmpdir(), 'uploads-'))
  const impatient = await openUploads(home, 50)
  const body = new Readable({ read() {} })
  body.push(Buffer.from('abc'))
  const piece = { offset: 0, byteCount: 10 }
  expect(await impatient.append('d', piece, body)).toEqual({
    ok: false,
    issue: { code: 'upload.cut' },
  })
  expect(await impatient.offsetOf('d')).toBe(3)
  await rm(home, { recursive: true })
})
