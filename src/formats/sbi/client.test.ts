// Client tests — frames through any cutting of the line, and answers that are not answers.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat } from '#kit/bytes'
import { allDevicePorts, captureFingers, discoverFingerDevices } from './client.ts'
import { nowMs } from './device.arbitrary.ts'
import { type CaptureRequest, type Frame, frameReader, watchPreview, writeFrame } from './index.ts'
import { frameBytesMax } from './limits.ts'

const jpegs = [
  Uint8Array.of(0xff, 0xd8, 13, 10, 13, 10, 0xff, 0xd9),
  new Uint8Array(5_000).fill(45),
]

describe('a stream of frames', () => {
  const stream = concat(...jpegs.map((it, i) => writeFrame(it, 50 + i)))
  const expected = jpegs.map((jpeg, i) => ({ jpeg, quality: 50 + i }))

  test('is read however the line cuts it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: stream.length }), { maxLength: 6 }),
        (cuts) => {
          const reader = frameReader()
          const frames: Frame[] = []
          const ends = [...cuts.toSorted((a, b) => a - b), stream.length]
          for (const [i, end] of ends.entries()) {
            const read = reader.read(stream.subarray(ends[i - 1] ?? 0, end))
            expect(read.ok).toBe(true)
            if (read.ok) frames.push(...read.value)
          }
          expect(frames).toEqual(expected)
        },
      ),
    )
  })

  test('shows a picture with its last byte, not with the beginning of the next', () => {
    const reader = frameReader()
    const whole = writeFrame(jpegs[1]!, 7).slice(0, -2)
    expect(reader.read(whole.slice(0, -1))).toEqual({ ok: true, value: [] })
    expect(reader.read(whole.slice(-1))).toEqual({
      ok: true,
      value: [{ jpeg: jpegs[1], quality: 7 }],
    })
  })

  test('that never says how long a picture is, is given up', () => {
    const endless = Buffer.from(`--x\r\n${'X-Nothing: at all\r\n'.repeat(300)}`)
    expect(frameReader().read(endless)).toEqual({ ok: false, issue: { code: 'sbi.stream' } })
  })

  test.each([
    `--x\r\nContent-Length: ${frameBytesMax + 1}\r\n\r\n`,
    '--x\r\nContent-Type: image/jpeg\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n',
  ])('%j is refused', (head) => {
    expect(frameReader().read(Buffer.from(head))).toMatchObject({ ok: false })
  })
})

/** Answers each request by its verb and port, as a line would. */
const line = (answer: (url: URL, init: RequestInit) => Response | Promise<Response>) =>
  ((url: string, init: RequestInit) =>
    Promise.resolve(answer(new URL(url), init))) as typeof globalThis.fetch

const request: CaptureRequest = {
  environment: 'Staging',
  deviceSubId: 1,
  ...{ transactionId: 'T', deviceId: 'D', previousHash: '' },
  ...{ positions: [7], exceptions: [], requestedScore: 60, timeoutMs: 20 },
}

describe('a device', () => {
  const device = {
    ...{ deviceId: 'D', deviceStatus: 'Ready', certification: 'L0', serviceVersion: '0.9.5' },
    ...{ deviceSubId: ['1', '2', '3'], callbackId: 'http://127.0.0.1:4513/', digitalId: 'e30' },
    ...{ deviceCode: 'C', specVersion: ['0.9.5'], purpose: 'Registration' },
  }

  test('is found on whatever port it listens', async () => {
    const tried: number[] = []
    const fetch = line((url, init) => {
      tried.push(Number(url.port))
      expect([init.method, url.pathname, url.hostname]).toEqual([
        'MOSIPDISC',
        '/device',
        '127.0.0.1',
      ])
      if (url.port === '4503') return Response.json({ not: 'a device' })
      if (url.port === '4504') return new Response('<html>', { status: 200 })
      if (url.port !== '4513') throw new TypeError('connection refused')
      return Response.json([device])
    })
    expect(await discoverFingerDevices({ fetch, timeoutMs: 1_000 })).toEqual([
      { baseUrl: 'http://127.0.0.1:4513', device },
    ])
    expect(tried.toSorted()).toEqual(allDevicePorts.slice(0, 20))
  })

  test('that is not there is not found, on a hundred ports', async () => {
    const fetch = line(() => {
      throw new TypeError('connection refused')
    })
    expect(await discoverFingerDevices({ fetch, timeoutMs: 1_000 })).toEqual([])
    expect(allDevicePorts.length).toBe(100)
  })
})

describe('a capture ends in a code', () => {
  const codeOf = async (fetch: typeof globalThis.fetch) => {
    const answer = await captureFingers({ fetch, baseUrl: 'http://127.0.0.1:4501' }, request, nowMs)
    return answer.ok ? answer.value : answer.issue.code
  }
  test.each([
    ['where nothing listens', () => Promise.reject(new TypeError('refused')), 'sbi.unreachable'],
    ['where the device is not one', () => new Response('', { status: 404 }), 'sbi.answer'],
    ['where the answer is not JSON', () => new Response('Busy'), 'sbi.answer'],
    ['where the answer is empty', () => new Response(null), 'sbi.answer'],
    ['where the answer breaks off', () => new Response(brokenBody()), 'sbi.unreachable'],
    [
      'where nobody answers in time',
      () => Promise.reject(new DOMException('late', 'TimeoutError')),
      'sbi.timeout',
    ],
  ])('%s', async (_, answer, code) => {
    expect(await codeOf(line(answer))).toBe(code)
  })

  test('or in what the device said, unlooked at', async () => {
    expect(await codeOf(line(() => Response.json([1, 2])))).toEqual([1, 2])
  })

  test('where the answer has no end', async () => {
    const endless = new ReadableStream({
      pull: (it) => it.enqueue(new Uint8Array(8 * 1024 * 1024).fill(32)),
    })
    expect(await codeOf(line(() => new Response(endless)))).toBe('sbi.answer')
  })
})

function brokenBody(): ReadableStream {
  return new ReadableStream({
    start: (it) => it.error(new TypeError('terminated')),
  })
}

test('a preview shows frames until it is stopped', async () => {
  const stop = new AbortController()
  const shown: Frame[] = []
  const fetch = line((_, init) => {
    const body = new ReadableStream({
      async pull(it) {
        if (init.signal?.aborted) it.error(init.signal.reason)
        else it.enqueue(writeFrame(jpegs[0]!, 61))
      },
    })
    const headers = { 'Content-Type': 'multipart/x-mixed-replace; boundary=b' }
    return new Response(body, { headers })
  })
  const show = (frame: Frame) => {
    shown.push(frame)
    if (shown.length === 5) stop.abort()
  }
  const watched = {
    deviceId: 'D',
    deviceSubId: 1,
    timeoutMs: 5_000,
    stop: stop.signal,
    show,
  } as const
  const client = { fetch, baseUrl: 'http://127.0.0.1:4501' }
  expect(await watchPreview(client, watched)).toEqual({ ok: true, value: undefined })
  expect(shown.length).toBeGreaterThanOrEqual(5)
  expect(shown[0]).toEqual({ jpeg: jpegs[0], quality: 61 })
})
