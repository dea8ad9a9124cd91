// Keys tests — made once, kept secret, believed by an office that has the certificate.

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Type } from 'typebox'
import { afterAll, expect, test } from 'vitest'
import { signToken, verifyToken } from '#formats/sbi'
import { openDeviceKeys } from './keys.ts'

const root = await mkdtemp(join(tmpdir(), 'loket-device-'))
afterAll(() => rm(root, { recursive: true }))
const nowMs = Date.UTC(2026, 6, 1)
const clock = () => nowMs
const home = join(root, 'device')

test('the first start makes them, the next finds them', async () => {
  const first = await openDeviceKeys(home, clock)
  const again = await openDeviceKeys(home, () => nowMs + 1_000)
  expect(again.certificatePem).toBe(first.certificatePem)
  expect(again.certificatePem).toBe(await readFile(join(home, 'device-certificate.pem'), 'utf8'))
  expect(again.serialNo).toBe(first.serialNo)
  expect(first.serialNo).toMatch(/^[A-Z0-9]{12,}$/)
  expect(first.validUntilMs).toBeGreaterThan(Date.UTC(2036, 5, 1))
  const trust = { trustedDeviceCertificates: [first.certificatePem], nowMs }
  const token = await signToken({ a: 1 }, again)
  expect(await verifyToken(token, Type.Object({ a: Type.Number() }), trust)).toMatchObject({
    ok: true,
  })
})

test('the key is for nobody else’s eyes', async () => {
  await openDeviceKeys(home, clock)
  expect((await stat(join(home, 'device-key.pem'))).mode & 0o777).toBe(0o600)
})

test('two devices are two devices', async () => {
  const [one, other] = [await openDeviceKeys(home, clock), await openDeviceKeys(`${home}2`, clock)]
  expect(other.serialNo).not.toBe(one.serialNo)
})

test('a start that was cut short before the certificate was written begins again', async () => {
  const torn = join(root, 'torn')
  await openDeviceKeys(torn, clock)
  await rm(join(torn, 'device-certificate.pem'))
  const { certificatePem, privateKey } = await openDeviceKeys(torn, clock)
  expect(certificatePem).toContain('BEGIN CERTIFICATE')
  expect(privateKey.type).toBe('private')
})

test.each(['device-key.pem', 'device-certificate.pem'])('a broken %s is told', async (name) => {
  const broken = join(root, `broken-${name}`)
  await openDeviceKeys(broken, clock)
  await writeFile(join(broken, name), 'not what it was')
  await expect(openDeviceKeys(broken, clock)).rejects.toMatchObject({ code: 'device.key' })
})
