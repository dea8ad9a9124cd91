// Verify capture tests — a good capture is believed, and each single thing that may be wrong is not.

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { digitalId, makeAnswer, makeDevice, nowMs, recordOf } from './device.arbitrary.ts'
import {
  type CaptureExpectation,
  chainHash,
  deviceError,
  firstPreviousHash,
  sbiTimestamp,
  verifyCapture,
} from './index.ts'

const device = await makeDevice('device')
const stranger = await makeDevice('device')

async function verify(response: unknown, changes: Partial<CaptureExpectation> = {}) {
  return verifyCapture({
    response,
    trustedDeviceCertificates: [device.pem],
    transactionId: 'T-1',
    previousHash: firstPreviousHash,
    nowMs,
    environment: 'Staging',
    positions: [7, 8, 9, 10],
    ...changes,
  })
}

async function codeOf(response: unknown, changes: Partial<CaptureExpectation> = {}) {
  const verified = await verify(response, changes)
  return verified.ok ? 'ok' : verified.issue.code
}

test('a capture of two fingers is believed, finger by finger', async () => {
  const verified = await verify(await makeAnswer(device, [7, 9]))
  const [first, second] = [recordOf(7), recordOf(9)]
  expect(verified).toMatchObject({
    ok: true,
    value: {
      biometrics: [
        { position: 7, qualityScore: 72.5, capturedAtMs: nowMs, device: digitalId },
        { position: 9, view: { widthPx: 4, dpi: 500, position: 9 } },
      ],
      failed: [],
      lastHash: await chainHash(await chainHash(firstPreviousHash, first), second),
    },
  })
  expect(verified.ok && verified.value.biometrics.map((it) => it.record)).toEqual([first, second])
})

test('the chain joins bytes, not hexadecimal text', async () => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  expect(firstPreviousHash).toBe(sha256(Buffer.of()).toString('hex').toUpperCase())
  const record = Buffer.from('a record')
  const joined = Buffer.concat([Buffer.from(firstPreviousHash, 'hex'), sha256(record)])
  const expected = sha256(joined).toString('hex').toUpperCase()
  expect(await chainHash(firstPreviousHash, record)).toBe(expected)
  expect(await chainHash(firstPreviousHash.toLowerCase(), record)).toBe(expected)
})

test('fingers that could not be taken are told beside those that were', async () => {
  const answer = await makeAnswer(device, [7])
  const missing = { specVersion: '0.9.5', data: '', hash: '', error: deviceError('101') }
  expect(await verify({ biometrics: [missing, ...answer.biometrics, missing] })).toMatchObject({
    ok: true,
    value: { biometrics: [{ position: 7 }], failed: [deviceError('101'), deviceError('101')] },
  })
})

test('a device that took none says why', async () => {
  const error = { errorCode: 111, errorInfo: 'Device is busy' }
  expect(await verify({ biometrics: [{ data: '', hash: '', error }] })).toEqual({
    ok: false,
    issue: { code: 'sbi.error', errorCode: '111', errorInfo: 'Device is busy' },
  })
})

describe('what the device signed must be what was asked', () => {
  const data = (changes: object) => makeAnswer(device, [7], { data: changes })
  test.each([
    ['another transaction', { transactionId: 'T-2' }, 'sbi.transaction'],
    ['for authentication', { purpose: 'Auth' }, 'sbi.purpose'],
    ['from another environment', { env: 'Developer' }, 'sbi.environment'],
    ['a face', { bioType: 'Face' }, 'sbi.position'],
    ['a finger of the other hand', { bioSubType: 'Right IndexFinger' }, 'sbi.position'],
    ['no finger in particular', { bioSubType: 'UNKNOWN' }, 'sbi.position'],
    ['another finger than its record', { bioSubType: 'Left RingFinger' }, 'sbi.record'],
    ['no finger image record', { bioValue: 'aGFsbG8' }, 'sbi.record'],
    ['not base64url', { bioValue: '=+/' }, 'sbi.answer'],
    ['a score of 101', { qualityScore: '101' }, 'sbi.answer'],
    ['no number for a score', { qualityScore: 'good' }, 'sbi.answer'],
    ['no moment', { timestamp: 'yesterday' }, 'sbi.answer'],
    ['another device code than its digital id', { deviceCode: 'X' }, 'sbi.digital-id'],
    ['a digital id that is not signed', { digitalId: 'e30' }, 'sbi.signature'],
  ])('%s', async (_, changes, code) => {
    expect(await codeOf(await data(changes))).toBe(code)
  })

  test.each([
    ['at the age limit', -5 * 60_000, 'ok'],
    ['a second older', -5 * 60_000 - 1_000, 'sbi.stale'],
    ['two minutes from now', 2 * 60_000, 'ok'],
    ['a second later still', 2 * 60_000 + 1_000, 'sbi.stale'],
  ])('%s', async (_, afterMs, code) => {
    expect(await codeOf(await data({ timestamp: sbiTimestamp(nowMs + afterMs) }))).toBe(code)
  })

  test('a digital id of an iris scanner', async () => {
    const answer = await makeAnswer(device, [7], { id: { type: 'Iris' } })
    expect(await codeOf(answer)).toBe('sbi.digital-id')
  })

  test('a digital id signed by somebody else', async () => {
    expect(await codeOf(await makeAnswer(device, [7], { signer: stranger }))).toBe(
      'sbi.untrusted-device',
    )
  })
})

describe('the chain', () => {
  test('must begin where the request said', async () => {
    const answer = await makeAnswer(device, [7])
    expect(await codeOf(answer, { previousHash: 'AB'.repeat(32) })).toBe('sbi.hash-chain')
    expect(await codeOf(answer, { previousHash: 'not a hash' })).toBe('sbi.answer')
  })

  test('breaks where a finger is left out, added or moved', async () => {
    const { biometrics } = await makeAnswer(device, [7, 8, 9])
    const [first, second, third] = biometrics
    expect(await codeOf({ biometrics: [first, second, third] })).toBe('ok')
    expect(await codeOf({ biometrics: [first, third] })).toBe('sbi.hash-chain')
    expect(await codeOf({ biometrics: [second, first, third] })).toBe('sbi.hash-chain')
    expect(await codeOf({ biometrics: [first, first] })).toBe('sbi.hash-chain')
  })

  test('may not be told without a hash', async () => {
    const { biometrics } = await makeAnswer(device, [7])
    expect(await codeOf({ biometrics: [{ ...biometrics[0], hash: null }] })).toBe('sbi.hash-chain')
  })
})

test('the same finger twice, well chained, is refused', async () => {
  expect(await codeOf(await makeAnswer(device, [7, 7]))).toBe('sbi.answer')
})

test.each([
  ['nothing', undefined],
  ['text', 'Busy'],
  ['no biometrics', {}],
  ['an empty list', { biometrics: [] }],
  ['a number for a token', { biometrics: [{ data: 7 }] }],
])('an answer of %s is no answer', async (_, response) => {
  expect(await codeOf(response)).toBe('sbi.answer')
})

test('a device that is not known is not believed, whatever its name', async () => {
  expect(await codeOf(await makeAnswer(stranger, [7]))).toBe('sbi.untrusted-device')
  expect(await codeOf(await makeAnswer(device, [7]), { trustedDeviceCertificates: [] })).toBe(
    'sbi.untrusted-device',
  )
})

test('a signature under changed data is refused', async () => {
  const { biometrics } = await makeAnswer(device, [7])
  const [it] = biometrics as { data: string }[]
  const [head, , signature] = it!.data.split('.')
  const payload = JSON.parse(Buffer.from(it!.data.split('.')[1]!, 'base64url').toString())
  const better = Buffer.from(JSON.stringify({ ...payload, qualityScore: '99' }))
  const data = [head, better.toString('base64url'), signature].join('.')
  expect(await codeOf({ biometrics: [{ ...it, data }] })).toBe('sbi.signature')
})
