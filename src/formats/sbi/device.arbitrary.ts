// Device arbitraries — a device for tests: keys, certificates and captures made to be tampered with.

import { type FingerPosition, writeFingerImageRecord } from '#formats/iso19794-4'
import { base64OfDer, findCertificate, issueCertificate, pemOfBase64 } from '#formats/x509'
import { present } from '#kit/assert'
import { chainHash, firstPreviousHash } from './hash-chain.ts'
import { type DeviceKey, signToken } from './token.ts'
import { bioSubTypeOf, sbiTimestamp } from './words.ts'

export const nowMs = Date.UTC(2026, 6, 1, 2, 30)
const dayMs = 86_400_000

export interface TestDevice {
  readonly key: DeviceKey
  readonly pem: string
}

export async function makeKeys(): Promise<CryptoKeyPair> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 }
  const publicExponent = Uint8Array.of(1, 0, 1)
  return crypto.subtle.generateKey({ ...algorithm, publicExponent }, true, ['sign', 'verify'])
}

export async function makeDevice(
  name: string,
  options: {
    readonly issuer?: TestDevice
    readonly isAuthority?: boolean
    readonly notAfterMs?: number
  } = {},
): Promise<TestDevice> {
  const keys = await makeKeys()
  const parent = options.issuer?.key.certificates[0]
  const der = await issueCertificate({
    commonName: name,
    publicKey: keys.publicKey,
    privateKey: keys.privateKey,
    issuer: options.issuer && {
      certificate: present(findCertificate(parent ?? ''), 'the issuer is one').certificate,
      privateKey: options.issuer.key.privateKey,
    },
    serialNumberHex: '01020304',
    notBeforeMs: nowMs - dayMs,
    notAfterMs: options.notAfterMs ?? nowMs + dayMs,
    isAuthority: options.isAuthority ?? false,
  })
  const base64 = base64OfDer(der)
  const chain = options.issuer?.key.certificates ?? []
  const key = { privateKey: keys.privateKey, certificates: [base64, ...chain] }
  return { key, pem: pemOfBase64(base64) }
}

export function recordOf(position: FingerPosition): Uint8Array {
  const view = {
    ...{ position, impression: 0, capturedAtMs: nowMs, quality: [], dpi: 500 },
    ...{ widthPx: 4, heightPx: 4, compression: 'none' as const, bytes: new Uint8Array(16) },
  }
  return writeFingerImageRecord({ edition: '2011', views: [view] })
}

export const digitalId = {
  ...{ serialNo: 'LKT-000000000001', make: 'Loket', model: 'Test', type: 'Finger' },
  ...{ deviceSubType: 'Slap', deviceProvider: 'Loket', deviceProviderId: 'LOKET' },
  dateTime: sbiTimestamp(nowMs),
}

/** The answer to a good capture; `data` and `id` put something else in its place. */
export async function makeAnswer(
  device: TestDevice,
  positions: readonly FingerPosition[],
  changes: { readonly data?: object; readonly id?: object; readonly signer?: TestDevice } = {},
) {
  const biometrics: object[] = []
  let previousHash = firstPreviousHash
  for (const position of positions) {
    const record = recordOf(position)
    const signer = changes.signer ?? device
    const data = {
      digitalId: await signToken({ ...digitalId, ...changes.id }, signer.key),
      ...{ deviceCode: digitalId.serialNo, deviceServiceVersion: '0.9.5', bioType: 'Finger' },
      ...{ bioSubType: bioSubTypeOf(position), purpose: 'Registration', env: 'Staging' },
      ...{ bioValue: Buffer.from(record).toString('base64url'), transactionId: 'T-1' },
      ...{ timestamp: sbiTimestamp(nowMs), requestedScore: '60', qualityScore: '72.5' },
      ...changes.data,
    }
    previousHash = await chainHash(previousHash, record)
    biometrics.push({
      specVersion: '0.9.5',
      data: await signToken(data, device.key),
      hash: previousHash,
      error: { errorCode: '0', errorInfo: 'Success' },
    })
  }
  return { biometrics }
}
