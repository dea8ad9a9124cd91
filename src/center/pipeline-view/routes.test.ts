// Pipeline routes — figures, reasons in words, and nobody's name.

import { expect, test } from 'vitest'
import { useCenter } from '../../../test/support/center.ts'
import { residentNamed } from '../../../test/support/packets.ts'
import { startPipeline } from '../worker.ts'

const center = useCenter()
const ask = () => center.call('supervisor', 'GET', '/api/pipeline')

test('an empty center says so', async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    body: { waitingCount: 0, oldestWaitingAtMs: null, refusedCount: 0, decisions: [], stuck: [] },
  })
  expect((await center.call(undefined, 'GET', '/api/pipeline')).status).toBe(401)
})

test('what waits, what was refused and what was decided stand there with their reasons', async () => {
  const office = await center.enroll('Kecamatan Contoh')
  const good = await office.packet({ resident: 'ani', fingers: { 2: 'ani' } })
  await office.send(good)
  expect((await ask()).body).toMatchObject({
    waitingCount: 1,
    oldestWaitingAtMs: center.time.now,
  })
  const swapped = { photo: new Uint8Array([9]) }
  const bad = await office.packet({ resident: 'beni', fingers: {}, swapped })
  await office.send(bad)
  await center.process()
  const { body } = await ask()
  expect(body).toMatchObject({ waitingCount: 0, refusedCount: 1, galleryPeople: 1 })
  expect(body.refused).toMatchObject([
    { caseId: bad.caseId, problem: { code: 'packet.item-differs' } },
  ])
  expect(body.refused[0].problem.message).toContain('disahkan operator')
  expect(body.decisions.map((it: { status: string }) => it.status)).toEqual([
    'ENROLL_FAILURE_AT_CENTRAL',
    'PRINT_READY_RECORD',
  ])
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
  expect((await ask()).body).toMatchObject({ waitingCount: 0, stuck: [] })
})
