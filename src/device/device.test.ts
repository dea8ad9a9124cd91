// Device tests — the stand-in over real sockets, by the client that the office uses.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { decodeFingerView, type FingerPosition } from '#formats/iso19794-4'
import { isReversibleJp2 } from '#formats/jpeg2000'
import { encodePng } from '#formats/png'
import {
  askDeviceInfo,
  type CaptureRequest,
  captureFingers,
  captureRequestMessage,
  DigitalId,
  discoverFingerDevices,
  findMessageInJson,
  firstPreviousHash,
  verifyCapture,
} from '#formats/sbi'
import { type DeviceNeeds, type RunningDevice, startDevice } from './device.ts'
import { ridgeSource, ridges } from './ridges.arbitrary.ts'

const root = await mkdtemp(join(tmpdir(), 'loket-device-'))
const nowMs = Date.UTC(2026, 6, 1, 2, 30)
const office = 'http://127.0.0.1:8080'
const running: RunningDevice[] = []
afterAll(async () => {
  for (const device of running) await device.stop()
  await rm(root, { recursive: true })
})

async function start(changes: Partial<DeviceNeeds> = {}) {
  const device = await startDevice({
    home: join(root, 'home'),
    ports: { first: 0, last: 0 },
    origins: [office],
    clock: () => nowMs,
    log: (line) => {
      throw new Error(line)
    },
    sourceOf: () => ridgeSource(),
    ...changes,
  })
  running.push(device)
  const baseUrl = `http://127.0.0.1:${device.port}`
  return { ...device, baseUrl, client: { fetch, baseUrl } }
}

const rightSlap: CaptureRequest = {
  environment: 'Staging',
  deviceId: '1',
  deviceSubId: 2,
  transactionId: 'T-1',
  positions: [2, 3, 4, 5],
  exceptions: [],
  requestedScore: 1,
  previousHash: firstPreviousHash,
  timeoutMs: 10_000,
}

type Started = Awaited<ReturnType<typeof start>>

async function capture(device: Started, changes: Partial<CaptureRequest> = {}) {
  const request = { ...rightSlap, ...changes }
  const answer = await captureFingers(device.client, request, nowMs)
  const { transactionId, previousHash, environment, positions } = request
  return verifyCapture({
    response: answer.ok ? answer.value : undefined,
    trustedDeviceCertificates: [device.certificatePem],
    ...{ transactionId, previousHash, environment, positions, nowMs },
  })
}

test('the device is discovered, and says who it is', async () => {
  const device = await start()
  const ports = [device.port]
  const [found] = await discoverFingerDevices({ fetch, ports, timeoutMs: 5_000 })
  expect(found).toMatchObject({
    baseUrl: device.baseUrl,
    device: {
      ...{ deviceId: '1', deviceStatus: 'Ready', certification: 'L0', purpose: 'Registration' },
      ...{ deviceSubId: ['1', '2', '3'], specVersion: ['0.9.5'], error: { errorCode: '0' } },
      callbackId: `${device.baseUrl}/`,
    },
  })
  const unsigned = Buffer.from(found?.device.digitalId ?? '', 'base64url').toString()
  expect(findMessageInJson(DigitalId, unsigned)).toMatchObject({
    serialNo: found?.device.deviceCode,
    type: 'Finger',
  })
  const trust = { trustedDeviceCertificates: [device.certificatePem], nowMs }
  expect(await askDeviceInfo(device.client, 5_000, trust)).toMatchObject({
    ok: true,
    value: { deviceCode: found?.device.deviceCode, env: 'Staging', deviceStatus: 'Ready' },
  })
})

test('a request as the specification prints it is answered as the specification prints it', async () => {
  const { port } = await start()
  const headers = await new Promise((resolve, reject) => {
    const asking = httpRequest({ port, method: 'MOSIPDISC', path: '/device' }, (answer) => {
      answer.resume()
      resolve(answer.headers)
    })
    asking.on('error', reject)
    asking.end('{"type":"Biometric Device"}')
  })
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    location: `http://127.0.0.1:${port}`,
    'content-type': 'application/json',
    connection: 'close',
  })
})

/** Told apart by one word: a difference of pictures, drawn out, would take minutes. */
function isSamePicture(a: GrayImage, b: GrayImage): boolean {
  const sameSize = a.width === b.width && a.height === b.height && a.dpi === b.dpi
  return sameSize && Buffer.compare(a.pixels, b.pixels) === 0
}

describe('a capture', () => {
  test('of three slaps is believed by the office, hash by hash', async () => {
    const device = await start()
    let previousHash = firstPreviousHash
    for (const [deviceSubId, positions] of [
      [1, [7, 8, 9, 10]],
      [2, [2, 3, 4, 5]],
      [3, [6, 1]],
    ] as const) {
      const verified = await capture(device, { deviceSubId, positions, previousHash })
      expect(verified).toMatchObject({ ok: true, value: { failed: [] } })
      if (!verified.ok) return
      expect(verified.value.biometrics.map((it) => it.position)).toEqual(positions)
      for (const { view, position, qualityScore } of verified.value.biometrics) {
        expect(view).toMatchObject({ dpi: 500, compression: 'jpeg2000-lossless', impression: 0 })
        expect(view.quality[0]?.score).toBe(Math.round(qualityScore))
        expect(isReversibleJp2(view.bytes)).toBe(true)
        const pixels = await decodeFingerView(view)
        expect(pixels.ok && isSamePicture(pixels.value, ridges(`${position}-1`))).toBe(true)
      }
      previousHash = verified.value.lastHash
    }
  })

  test('of fewer fingers takes those', async () => {
    const verified = await capture(await start(), { positions: [2, 4], exceptions: [5] })
    expect(verified.ok && verified.value.biometrics.map((it) => it.position)).toEqual([2, 4])
  })

  test('names fingers that are not there, and takes the others', async () => {
    const device = await start({ sourceOf: () => ridgeSource([3, 5]) })
    const verified = await capture(device)
    expect(verified.ok && verified.value.biometrics.map((it) => it.position)).toEqual([2, 4])
    expect(verified.ok && verified.value.failed).toEqual([
      { errorCode: '101', errorInfo: expect.stringContaining('Right MiddleFinger') },
      { errorCode: '101', errorInfo: expect.stringContaining('Right LittleFinger') },
    ])
  })

  test('of nobody is an error', async () => {
    const device = await start({ sourceOf: () => ridgeSource([2, 3, 4, 5]) })
    expect(await capture(device)).toMatchObject({
      issue: { code: 'sbi.error', errorCode: '101' },
    })
  })

  test('that is repeated is another press', async () => {
    const device = await start()
    const [first, second] = [await capture(device), await capture(device)]
    const bytes = (it: typeof first) => it.ok && it.value.biometrics.map(({ view }) => view.bytes)
    expect(first.ok && second.ok).toBe(true)
    expect(bytes(first)).not.toEqual(bytes(second))
  })

  test('presses again below the asked score, three times at the most, and keeps the best', async () => {
    const attempts: number[] = []
    const noiseOf = (attempt: number) => {
      attempts.push(attempt)
      return attempt === 2 ? 0.3 : 1
    }
    const device = await start({ sourceOf: () => ridgeSource([3, 4, 5], noiseOf) })
    const verified = await capture(device, { positions: [2], requestedScore: 100 })
    expect(attempts).toEqual([1, 2, 3])
    const [best] = verified.ok ? verified.value.biometrics : []
    const pixels = best && (await decodeFingerView(best.view))
    expect(pixels?.ok && isSamePicture(pixels.value, ridges('2-2', 0.3))).toBe(true)
  })

  test('lets nobody in between', async () => {
    const device = await start()
    const answers = await Promise.all([capture(device), capture(device), capture(device)])
    const codes = answers.map((it) => (it.ok ? 'ok' : JSON.stringify(it.issue)))
    expect(codes.filter((it) => it === 'ok').length).toBe(1)
    expect(codes.filter((it) => it.includes('"errorCode":"111"')).length).toBe(2)
    expect(await capture(device)).toMatchObject({ ok: true })
  })

  test.each([
    ['of another environment', { environment: 'Production' as const }, '115'],
    ['of a finger of the other hand', { positions: [7] as FingerPosition[] }, '119'],
    ['without a transaction', { transactionId: ' ' }, '112'],
    ['of another device', { deviceId: '2' }, '106'],
  ])('%s is refused', async (_, changes, errorCode) => {
    expect(await capture(await start(), changes)).toMatchObject({
      issue: { code: 'sbi.error', errorCode },
    })
  })

  test('for authentication is not what this device is for', async () => {
    const { baseUrl } = await start()
    const body = JSON.stringify(captureRequestMessage(rightSlap, nowMs))
    const answer = await fetch(`${baseUrl}/capture`, { method: 'CAPTURE', body })
    expect(await answer.json()).toMatchObject({ biometrics: [{ error: { errorCode: '121' } }] })
  })

  test('with a certificate that has expired is refused', async () => {
    const later = nowMs + 11 * 366 * 86_400_000
    let atMs = nowMs
    const device = await start({ clock: () => atMs })
    atMs = later
    expect(await capture(device)).toMatchObject({ issue: { errorCode: '107' } })
  })
})

test('a person from a folder plays the same pictures each time, and missing ones are missing', async () => {
  const dir = await mkdtemp(join(root, 'pictures-'))
  for (const position of [2, 3]) {
    await writeFile(join(dir, `012-${position}_4.png`), encodePng(ridges(`${position}`)))
  }
  await writeFile(join(dir, '012-4_4.png'), 'no picture')
  const lines: string[] = []
  const device = await startDevice({
    ...{ home: join(root, 'home'), ports: { first: 0, last: 0 }, origins: [] },
    ...{ clock: () => nowMs, log: (line: string) => lines.push(line) },
  })
  running.push(device)
  const baseUrl = `http://127.0.0.1:${device.port}`
  const person = { kind: 'folder', dir, person: '012', visit: 4 }
  const chosen = await fetch(`${baseUrl}/stand-in/person`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(person),
  })
  expect(await chosen.json()).toEqual(person)
  for (let round = 0; round < 2; round++) {
    const client = { fetch, baseUrl }
    const verified = await capture({ ...device, baseUrl, client }, { requestedScore: 100 })
    expect(verified.ok && verified.value.failed.length).toBe(2)
    for (const { view, position } of verified.ok ? verified.value.biometrics : []) {
      const pixels = await decodeFingerView(view)
      expect(pixels.ok && isSamePicture(pixels.value, ridges(`${position}`))).toBe(true)
    }
  }
  expect(lines[0]).toContain('012-4_4.png is no usable picture: png.not-a-png')
})
