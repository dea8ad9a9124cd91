// Token tests — whose signature counts: a known device's, or one that a known maker vouches for.

import { CompactSign } from 'jose'
import { Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { makeDevice, nowMs, type TestDevice } from './device.arbitrary.ts'
import { signToken, verifyToken } from './index.ts'

const Greeting = Type.Object({ hello: Type.String() })
const maker = await makeDevice('maker', { isAuthority: true })
const made = await makeDevice('made', { issuer: maker })
const stranger = await makeDevice('stranger')

async function codeOf(token: string, trusted: readonly TestDevice[], atMs = nowMs) {
  const trustedDeviceCertificates = trusted.map((it) => it.pem)
  const verified = await verifyToken(token, Greeting, { trustedDeviceCertificates, nowMs: atMs })
  return verified.ok ? verified.value.hello : verified.issue.code
}

const hello = (by: TestDevice) => signToken({ hello: 'world' }, by.key)

describe('believed is', () => {
  test('a device whose own certificate is trusted', async () => {
    expect(await codeOf(await hello(stranger), [maker, stranger])).toBe('world')
  })

  test('a device whose maker is trusted, whether or not it sends the maker along', async () => {
    expect(made.key.certificates.length).toBe(2)
    expect(await codeOf(await hello(made), [maker])).toBe('world')
    const alone = { ...made, key: { ...made.key, certificates: made.key.certificates.slice(0, 1) } }
    expect(await codeOf(await hello(alone), [maker])).toBe('world')
  })

  test('a device of a maker whom a trusted one vouches for', async () => {
    const branch = await makeDevice('branch', { issuer: maker, isAuthority: true })
    const device = await makeDevice('device', { issuer: branch })
    expect(await codeOf(await hello(device), [maker])).toBe('world')
  })

  test('whoever stands in a file of several certificates', async () => {
    const both = { ...maker, pem: `a note\n${stranger.pem}\n${maker.pem}` }
    expect(await codeOf(await hello(made), [both])).toBe('world')
  })
})

describe('not believed is', () => {
  test('a stranger', async () => {
    expect(await codeOf(await hello(stranger), [maker, made])).toBe('sbi.untrusted-device')
  })

  test('a device that another device, no authority, has vouched for', async () => {
    const forged = await makeDevice('forged', { issuer: made })
    expect(await codeOf(await hello(forged), [maker])).toBe('sbi.untrusted-device')
    expect(await codeOf(await hello(forged), [made])).toBe('sbi.untrusted-device')
  })

  test('a device that names a trusted maker without being made by it', async () => {
    const other = await makeDevice('maker', { isAuthority: true })
    const device = await makeDevice('device', { issuer: other })
    expect(await codeOf(await hello(device), [maker])).toBe('sbi.untrusted-device')
  })

  test('a stranger who borrows a trusted certificate', async () => {
    const borrowed = { ...stranger, key: { ...stranger.key, certificates: made.key.certificates } }
    expect(await codeOf(await hello(borrowed), [maker])).toBe('sbi.signature')
  })

  test('a chain of more certificates than anybody has', async () => {
    const long = Array.from({ length: 6 }, () => stranger.key.certificates[0]!)
    const device = { ...stranger, key: { ...stranger.key, certificates: long } }
    expect(await codeOf(await hello(device), [stranger])).toBe('sbi.untrusted-device')
  })

  test('a certificate before its time or after it', async () => {
    const dayMs = 86_400_000
    const token = await hello(stranger)
    expect(await codeOf(token, [stranger], nowMs + dayMs)).toBe('world')
    expect(await codeOf(token, [stranger], nowMs + dayMs + 1)).toBe('sbi.device-expired')
    expect(await codeOf(token, [stranger], nowMs - dayMs - 1)).toBe('sbi.device-expired')
  })

  test('a device whose maker has expired', async () => {
    const old = await makeDevice('old', { isAuthority: true, notAfterMs: nowMs - 1 })
    const device = await makeDevice('device', { issuer: old })
    expect(await codeOf(await hello(device), [old])).toBe('sbi.device-expired')
  })

  test('a signature by another algorithm', async () => {
    const header = { alg: 'HS256', x5c: [...stranger.key.certificates] }
    const secret = new TextEncoder().encode(stranger.pem)
    const signing = new CompactSign(new TextEncoder().encode('{"hello":"world"}'))
    const token = await signing.setProtectedHeader(header).sign(secret)
    expect(await codeOf(token, [stranger])).toBe('sbi.signature')
    const none = Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url')
    expect(await codeOf(`${none}.e30.`, [stranger])).toBe('sbi.signature')
  })

  test.each(['', '..', 'x', 'e30.e30.e30', 'eyJ4NWMiOlsieCJdfQ.e30.x'])('%j', async (token) => {
    expect(await codeOf(token, [stranger])).toMatch(/^sbi\.(signature|untrusted-device)$/)
  })

  test('a well-signed message of another shape', async () => {
    expect(await codeOf(await signToken({ bye: 1 }, stranger.key), [stranger])).toBe('sbi.answer')
  })
})
