// Request reader tests — requests through any cutting of the line; torn and oversized ones named.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '#kit/seeded'
import { bodyBytesMax, headBytesMax } from '../limits.ts'
import { requestReader } from './request-reader.ts'

const body = '{"type":"Finger"}'
const good = Buffer.from(
  `MOSIPDISC /device?x=1 HTTP/1.1\r\nHost: 127.0.0.1:4501\r\nEXT:  Loket \t\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
)

function readAll(...parts: readonly Uint8Array[]) {
  const reader = requestReader()
  for (const part of parts) {
    const read = reader.read(part)
    if (read !== undefined) return read
  }
  return undefined
}

const statusOf = (text: string) => {
  const read = readAll(Buffer.from(text, 'latin1'))
  return read === undefined ? 'waits' : read.ok ? 'ok' : read.issue.status
}

test('a request is read however the line cuts it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: good.length }), { maxLength: 8 }), (cuts) => {
      const ends = [...cuts.toSorted((a, b) => a - b), good.length]
      const read = readAll(...ends.map((end, i) => good.subarray(ends[i - 1] ?? 0, end)))
      expect(read).toMatchObject({ ok: true, value: { method: 'MOSIPDISC', path: '/device' } })
      if (!read?.ok) return
      expect(Buffer.from(read.value.body).toString()).toBe(body)
      expect(read.value.query.get('x')).toBe('1')
      expect(read.value.headers.get('ext')).toBe('Loket')
    }),
  )
})

test('byte by byte, it is complete with the last byte and not before', () => {
  const reader = requestReader()
  for (const [i, byte] of good.entries()) {
    const read = reader.read(Uint8Array.of(byte))
    expect(read?.ok).toBe(i === good.length - 1 ? true : undefined)
  }
})

test.each(['MOSIPDISC', 'MOSIPDINFO', 'RCAPTURE', 'CAPTURE', 'STREAM', 'GET', 'OPTIONS'])(
  'the verb %s is a verb',
  (verb) => {
    const read = readAll(Buffer.from(`${verb} / HTTP/1.1\r\nHost: a\r\n\r\n`))
    expect(read).toMatchObject({ ok: true, value: { method: verb, path: '/' } })
  },
)

test('the whole address may stand where the path does', () => {
  const text = 'MOSIPDINFO http://127.0.0.1:4501/info HTTP/1.1\r\nHost: 127.0.0.1:4501\r\n\r\n'
  expect(readAll(Buffer.from(text))).toMatchObject({ ok: true, value: { path: '/info' } })
})

const get = (rest: string) => `GET / HTTP/1.1\r\n${rest}\r\n\r\n`

describe('a slip gets its status', () => {
  test.each([
    ['an empty line first', '\r\n\r\n', 400],
    ['a verb in small letters', 'get / HTTP/1.1\r\n\r\n', 400],
    ['no path', 'GET HTTP/1.1\r\n\r\n', 400],
    ['a relative path', 'GET device HTTP/1.1\r\n\r\n', 400],
    ['somebody else’s address', 'GET http://example.org/ HTTP/1.1\r\n\r\n', 400],
    ['a path with a blank', 'GET /a b HTTP/1.1\r\n\r\n', 400],
    ['a path beyond ASCII', 'GET /é HTTP/1.1\r\n\r\n', 400],
    ['HTTP/2', 'GET / HTTP/2.0\r\n\r\n', 505],
    ['a field without a name', get(': x'), 400],
    ['a blank before the colon', get('Host : x'), 400],
    ['a folded field', get('Host: x\r\n y'), 400],
    ['a bare line feed in a field', get('Host: x\nLength: 1'), 400],
    ['two hosts', get('Host: a\r\nHost: b'), 400],
    ['two lengths', get('Content-Length: 1\r\nContent-Length: 1'), 400],
    ['a length that is no number', get('Content-Length: 1e3'), 400],
    ['a negative length', get('Content-Length: -1'), 400],
    ['chunks', get('Transfer-Encoding: chunked'), 501],
    ['a body over the limit', get(`Content-Length: ${bodyBytesMax + 1}`), 413],
    ['65 fields', get(Array.from({ length: 65 }, (_, i) => `X-${i}: y`).join('\r\n')), 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
  ])('%s', (_, text, status) => {
    expect(statusOf(text)).toBe(status)
  })

  test('a head over the limit, before it ends', () => {
    const long = (length: number) => `GET / HTTP/1.1\r\nX: ${'y'.repeat(length)}`
    expect(statusOf(long(headBytesMax - 20))).toBe('waits')
    expect(statusOf(long(headBytesMax))).toBe(431)
    expect(statusOf(`${long(headBytesMax)}\r\n\r\n`)).toBe(431)
  })

  test('a body at the limit is waited for', () => {
    expect(statusOf(get(`Content-Length: ${bodyBytesMax}`))).toBe('waits')
  })
})

test('any bytes get an answer or are waited for, and never more than the limits are held', () => {
  const chance = seeded('http')
  const counts = { ok: 0, refused: 0, waits: 0 }
  for (let round = 0; round < 5_000; round++) {
    const bytes = Uint8Array.from(good)
    for (let i = 0; i <= chance.below(3); i++) bytes[chance.below(bytes.length)] = chance.below(256)
    const until = chance.below(bytes.length + 1)
    const read = readAll(bytes.subarray(0, until), bytes.subarray(until))
    if (read === undefined) counts.waits++
    else if (read.ok) counts.ok++
    else {
      expect([400, 413, 431, 501, 505]).toContain(read.issue.status)
      counts.refused++
    }
  }
  expect(Math.min(counts.ok, counts.refused, counts.waits)).toBeGreaterThan(50)
})
