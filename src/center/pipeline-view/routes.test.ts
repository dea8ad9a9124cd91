// Pipeline routes — figures, reasons in words, and nobody's name.

import { expect, test } from 'vitest'
import { useCenter } from '../../../test/support/center.ts'
import { residentNamed } from '../../../test/support/packets.ts'
import { layIn } from '../inbox/store.ts'
import { retryMsMax, triesMax } from '../limits.ts'
import { processNext } from '../pipeline.ts'
import { claimWork } from '../work/store.ts'
import { startPipeline } from '../worker.ts'
import { readThroughput } from './store.ts'

const center = useCenter()
const ask = () => center.call('supervisor', 'GET', '/api/pipeline')

const received = (count: number, oldestAtMs: number | null) => ({
  stage: 'received',
  count,
  oldestAtMs,
})

test('an empty center says so', async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    body: {
      mode: 'running',
      inHandCount: 0,
      stages: [received(0, null), { stage: 'extracted' }, { stage: 'searched' }],
      setAsideCount: 0,
      decisions: [],
      stuck: [],
    },
  })
  expect((await center.call(undefined, 'GET', '/api/pipeline')).status).toBe(401)
})

test('what waits, what was refused and what was decided stand there with their reasons', async () => {
  const office = await center.enroll('Kecamatan Contoh')
  const good = await office.packet({ resident: 'ani', fingers: { 2: 'ani' } })
  await office.send(good)
  expect((await ask()).body).toMatchObject({
    stages: [received(1, center.time.now), { count: 0 }, { count: 0 }],
  })
  const swapped = { photo: new Uint8Array([9]) }
  const bad = await office.packet({ resident: 'beni', fingers: {}, swapped })
  await office.send(bad)
  await center.process()
  const { body } = await ask()
  expect(body).toMatchObject({ setAsideCount: 1, galleryPeople: 1 })
  expect(body.setAside).toMatchObject([
    { caseId: bad.caseId, problem: { code: 'packet.item-differs' } },
  ])
  expect(body.setAside[0].problem.message).toContain('disahkan operator')
  expect(body.decisions.map((it: { status: string }) => it.status)).toEqual([
    'ENROLL_FAILURE_AT_CENTRAL',
    'PRINT_READY_RECORD',
  ])
  const { throughput } = body
  expect([throughput.decided.at(-1), throughput.setAside.at(-1)]).toEqual([1, 1])
  expect(throughput.fromMs + throughput.stepMs * throughput.decided.length).toBeGreaterThan(
    center.time.now,
  )
  const told = JSON.stringify(body)
  for (const { nik, name } of [residentNamed('ani'), residentNamed('beni')]) {
    expect(told).not.toContain(nik)
    expect(told).not.toContain(name)
  }
})

test('a fault of the center’s own is tried again, later each time, and is shown meanwhile', async () => {
  const office = await center.enroll('Kecamatan Lain')
  await office.send(await office.packet({ resident: 'citra', fingers: {} }))
  const vault = {
    ...center.world.vault,
    sealText: () => {
      throw new Error('out of memory')
    },
  }
  const pipeline = startPipeline({ ...center.world, vault }, center.gallery)
  await expect
    .poll(async () => (await ask()).body.stuck)
    .toMatchObject([{ tries: 1, problem: { code: 'center.fault' } }])
  await pipeline.stop()
  expect(await center.process()).toBe(0)
  center.time.now += 1_000
  expect(await center.process()).toBe(1)
  expect((await ask()).body).toMatchObject({ stages: [received(0, null), {}, {}], stuck: [] })
})

test('the plot counts each packet in the ten minutes in which it was decided', async () => {
  const office = await center.enroll('Kecamatan Throughput')
  const counts = async () => (await ask()).body.throughput.decided as number[]
  center.time.now += 10 * 60_000
  await office.send(await office.packet({ resident: 'dewi', fingers: {} }))
  await center.process()
  expect((await counts()).slice(-2)).toEqual([2, 1])
  center.time.now += 2 * 10 * 60_000
  expect((await counts()).slice(-4)).toEqual([2, 1, 0, 0])
  const later = await readThroughput(center.world.db, center.time.now + 6 * 3_600_000)
  expect(later.decided.every((count) => count === 0)).toBe(true)
})

test('a supervisor pauses and resumes; others may only look', async () => {
  const office = await center.enroll('Kecamatan Jeda')
  const to = (mode: string) => center.call('supervisor', 'POST', '/api/pipeline/mode', { mode })
  center.time.now += 5_000
  expect(await to('paused')).toMatchObject({
    status: 200,
    body: { mode: 'paused', modeSinceMs: center.time.now },
  })
  await office.send(await office.packet({ resident: 'eka', fingers: {} }))
  expect(await center.process()).toBe(0)
  const woken = center.woken.count
  expect((await to('running')).body.mode).toBe('running')
  expect(center.woken.count).toBe(woken + 1)
  expect(await center.process()).toBe(1)
  expect((await to('stopped')).status).toBe(400)
  const refused = await center.call('adjudicator', 'POST', '/api/pipeline/mode', { mode: 'paused' })
  expect(refused.status).toBe(403)
})

test('what was set aside is tried again when a supervisor asks, once', async () => {
  const office = await center.enroll('Kecamatan Ulang')
  const packet = await office.packet({ resident: 'fitri', fingers: {} })
  const { digest, caseId } = packet
  await office.send(packet)
  const lay = (bytes: Buffer) =>
    center.world.db.transaction().execute((it) => layIn(it, digest, bytes))
  await lay(Buffer.from('spoiled'))
  await center.process()
  expect((await ask()).body.setAside[0]).toMatchObject({ digest, caseId })

  await lay(packet.bytes)
  expect(await center.process()).toBe(0)
  const again = () => center.call('supervisor', 'POST', '/api/pipeline/again', { digest })
  expect((await again()).status).toBe(200)
  expect(await center.process()).toBe(1)
  const { body } = await ask()
  expect(body.setAside.map((it: { digest: string }) => it.digest)).not.toContain(digest)
  expect(body.decisions[0]).toMatchObject({ caseId, status: 'ADJUDICATE_RECORD' })
  expect(await again()).toMatchObject({ status: 409, body: { code: 'packet.not-set-aside' } })
  const entry = await center.world.db
    .selectFrom('audit_entries')
    .select(['subject'])
    .where('act', '=', 'packet.tried-again')
    .execute()
  expect(entry).toEqual([{ subject: { caseId } }])
})

/** Each step fails for the center's own fault. */
const withoutVault = () => ({
  ...center.world,
  vault: {
    ...center.world.vault,
    sealText: () => {
      throw new Error('out of memory')
    },
  },
})

async function setAsideRow(digest: string) {
  const { body } = await ask()
  return body.setAside.find((it: { digest: string }) => it.digest === digest)
}

test('what fails time and again is given up: set aside with the reason, until somebody asks', async () => {
  const office = await center.enroll('Kecamatan Putus Asa')
  const packet = await office.packet({ resident: 'gita', fingers: {} })
  await office.send(packet)
  const began = center.time.now
  for (let tries = 1; tries <= triesMax; tries++) {
    expect(await setAsideRow(packet.digest)).toBeUndefined()
    await expect(processNext(withoutVault(), center.gallery)).rejects.toThrow('out of memory')
    center.time.now += retryMsMax
  }
  expect((await ask()).body.stuck).toEqual([])
  expect(await setAsideRow(packet.digest)).toMatchObject({
    tries: triesMax,
    receivedAtMs: began,
    problem: { code: 'center.gave-up', message: expect.stringContaining('gangguan') },
  })
  // No entry of the log: the office is not told what may yet come right.
  const events = center.world.db.selectFrom('events').where('case_id', '=', packet.caseId)
  expect(await events.selectAll().execute()).toEqual([])

  const now = center.time.now
  center.time.now += 24 * 3_600_000
  expect(await center.process()).toBe(0)
  center.time.now = now
  const again = { digest: packet.digest }
  expect((await center.call('supervisor', 'POST', '/api/pipeline/again', again)).status).toBe(200)
  expect(await center.process()).toBe(1)
  expect(await setAsideRow(packet.digest)).toBeUndefined()
  expect((await ask()).body.decisions[0]).toMatchObject({ caseId: packet.caseId })
})

test('a packet that ends the whole process each time is given up as well, untouched', async () => {
  const { db, ids, uploads } = center.world
  const office = await center.enroll('Kecamatan Gelap')
  const packet = await office.packet({ resident: 'hadi', fingers: {} })
  await office.send(packet)
  const began = center.time.now
  for (let tries = 1; tries <= triesMax; tries++) {
    // Begun, and never heard of again.
    const asked = { atMs: center.time.now, token: ids(), folderId: uploads.folderId }
    expect(await claimWork(db, asked)).toMatchObject({ tries })
    center.time.now += retryMsMax
  }
  const examine = () => {
    throw new Error('this would end the process')
  }
  expect(await processNext(withoutVault(), center.gallery, examine)).toBe(packet.digest)
  // Whoever looks is signed in still.
  center.time.now = began
  expect(await setAsideRow(packet.digest)).toMatchObject({ problem: { code: 'center.gave-up' } })
})
