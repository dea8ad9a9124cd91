// Keys — the device's own key and certificate, made on its first start and kept beside its data.
//
// The certificate is what an office has to be given to believe this device. It is written last,
// so that where it lies the key lies too.

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportPKCS8, importPKCS8 } from 'jose'
import type { DeviceKey } from '#formats/sbi'
import { base64OfDer, certificatesOfPem, issueCertificate, pemOfBase64 } from '#formats/x509'
import type { Clock } from '#kit/clock'
import { findText, writeDurably } from '#kit/node/files'
import { trouble } from '#kit/node/trouble'
import { sha256Hex } from '#kit/sha256'

export interface DeviceKeys extends DeviceKey {
  readonly certificatePem: string
  /** As printed on the housing, were there one: letters and digits, told by the certificate. */
  readonly serialNo: string
  readonly validUntilMs: number
}

const yearMs = 365.25 * 86_400_000
const validYears = 10
const secretMode = 0o600
const algorithm = {
  ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 },
  publicExponent: Uint8Array.of(1, 0, 1),
}

/** @throws a trouble 'device.key' where the files in `home` are not a key and its certificate */
export async function openDeviceKeys(home: string, clock: Clock): Promise<DeviceKeys> {
  const paths = {
    key: join(home, 'device-key.pem'),
    certificate: join(home, 'device-certificate.pem'),
  }
  const existing = await findText(paths.certificate)
  if (existing === undefined) await createKeys(paths, clock())
  const certificatePem = existing ?? (await readFile(paths.certificate, 'utf8'))
  const [certificate] = certificatesOfPem(certificatePem)
  const privateKey = await findPrivateKey(paths.key)
  if (certificate === undefined || privateKey === undefined) {
    const message = `The scanner's key in ${home} cannot be read: delete both files, and a new one is made.`
    throw trouble('device.key', message)
  }
  return {
    privateKey,
    certificates: [base64OfDer(certificate.der)],
    certificatePem,
    serialNo: `LOKET${(await sha256Hex(certificate.der)).slice(0, 12).toUpperCase()}`,
    validUntilMs: certificate.certificate.notAfter.value.getTime(),
  }
}

async function createKeys(
  paths: { readonly key: string; readonly certificate: string },
  nowMs: number,
) {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const serialNumberHex = randomBytes(16).toString('hex')
  const der = await issueCertificate({
    commonName: `Loket stand-in scanner ${serialNumberHex.slice(0, 8)}`,
    publicKey: keys.publicKey,
    privateKey: keys.privateKey,
    issuer: undefined,
    serialNumberHex,
    // Clocks of office and scanner may differ by a little on the first day.
    notBeforeMs: nowMs - 86_400_000,
    notAfterMs: nowMs + validYears * yearMs,
    isAuthority: false,
  })
  await writeDurably(paths.key, await exportPKCS8(keys.privateKey), { mode: secretMode })
  await writeDurably(paths.certificate, pemOfBase64(base64OfDer(der)))
}

async function findPrivateKey(path: string): Promise<CryptoKey | undefined> {
  try {
    return await importPKCS8((await findText(path)) ?? '', 'RS256')
  } catch {
    return undefined
  }
}
