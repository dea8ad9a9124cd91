// Preview tests — at least three pictures a second come, change when they should, and end when told.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { type Frame, watchPreview } from '#formats/sbi'
import { systemClock } from '#kit/clock'
import { startDevice } from '../device.ts'
import { ridgeSource, ridges } from '../ridges.arbitrary.ts'
import { renderFrame } from './frame.ts'

const home = await mkdtemp(join(tmpdir(), 'loket-preview-'))
const device = await startDevice({
  home,
  ports: { first: 0, last: 0 },
  origins: [],
  clock: systemClock,
  log: () => {},
  sourceOf: () => ridgeSource([9]),
})
const client = { fetch, baseUrl: `http://127.0.0.1:${device.port}` }
afterAll(async () => {
  await device.stop()
  await rm(home, { recursive: true })
})

function watch(
  timeoutMs: number,
  show: (frame: Frame) => void,
  stop = new AbortController().signal,
) {
  return watchPreview(client, { deviceId: '1', deviceSubId: 1, timeoutMs, stop, show })
}

test('three pictures a second or more, until the time that was asked is over', async () => {
  const shown: Frame[] = []
  const timesMs: number[] = []
  const beganMs = performance.now()
  const ended = await watch(4_000, (frame) => {
    shown.push(frame)
    // The engine needs a moment for each finger while they come down.
    if (frame.quality !== 0) timesMs.push(performance.now())
  })
  expect(ended).toEqual({ ok: true, value: undefined })
  expect(performance.now() - beganMs).toBeGreaterThan(3_500)
  const seconds = (timesMs.at(-1)! - timesMs[0]!) / 1_000
  expect(seconds).toBeGreaterThan(1)
  expect((timesMs.length - 1) / seconds).toBeGreaterThanOrEqual(3)
  const [first, last] = [shown[0], shown.at(-1)]
  expect(await sharp(last?.jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 800 })
  // Fingers come down: the glass is paler at first, and has a score in the end.
  const meanOf = async (it?: Frame) => (await sharp(it?.jpeg).stats()).channels[0]!.mean
  expect(await meanOf(first)).toBeGreaterThan((await meanOf(last)) + 5)
  expect(first?.quality).toBe(0)
})

test('one at a time, and the next when the first has gone', async () => {
  const stop = new AbortController()
  const first = watch(20_000, () => {}, stop.signal)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await watch(1_000, () => {})).toEqual({ ok: false, issue: { code: 'sbi.stream' } })
  stop.abort()
  expect(await first).toEqual({ ok: true, value: undefined })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const shown: Frame[] = []
  expect(await watch(700, (frame) => shown.push(frame))).toMatchObject({ ok: true })
  expect(shown.length).toBeGreaterThan(0)
})

test('a slap that there is not is refused', async () => {
  const asked = { timeoutMs: 500, stop: new AbortController().signal, show: () => {} }
  const wrong = { ...asked, deviceId: '1', deviceSubId: 4 as 3 }
  expect(await watchPreview(client, wrong)).toMatchObject({ issue: { code: 'sbi.stream' } })
})

test('a frame shows each finger in its place, left to right as hands lie, and marks its quality', async () => {
  const press = [{ position: 10 as const, image: ridges('10'), quality: 42 }]
  const jpeg = await renderFrame(1, press, 1)
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) =>
    data.subarray((y * info.width + x) * info.channels).subarray(0, 3)
  const darkest = (left: number) =>
    Math.min(...Array.from({ length: 100 }, (_, i) => at(left + 40 + i, 150)[1] ?? 0))
  // The left little finger lies leftmost; the other three places are empty.
  expect(darkest(0)).toBeLessThan(100)
  for (const left of [200, 400, 600]) expect(darkest(left)).toBeGreaterThan(200)
  // The bar under it is filled for 42 of 100, in the color of what is not good enough.
  const [filled, empty] = [at(12 + 60, 307), at(12 + 120, 307)]
  expect(filled[0]).toBeGreaterThan(filled[2]! + 80)
  expect(Math.abs(empty[0]! - empty[2]!)).toBeLessThan(20)
})
