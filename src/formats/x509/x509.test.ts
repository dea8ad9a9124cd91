// X.509 tests — another library reads and believes the certificates that are made here.

import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { present } from '#kit/assert'
import {
  base64OfDer,
  certificatesOfPem,
  findCertificate,
  issueCertificate,
  pemOfBase64,
} from './index.ts'

const algorithm = {
  ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 },
  publicExponent: Uint8Array.of(1, 0, 1),
}
const makeKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
const validity = { notBeforeMs: Date.UTC(2026, 0, 1), notAfterMs: Date.UTC(2051, 0, 1) }

test('an authority and what it issued', async () => {
  const authorityKeys = await makeKeys()
  const authorityDer = await issueCertificate({
    ...{ ...validity, isAuthority: true, issuer: undefined, serialNumberHex: 'ff01' },
    commonName: 'Maker',
    publicKey: authorityKeys.publicKey,
    privateKey: authorityKeys.privateKey,
  })
  const authority = present(findCertificate(base64OfDer(authorityDer)), 'it was just made')
  const deviceKeys = await makeKeys()
  const deviceDer = await issueCertificate({
    ...{ ...validity, isAuthority: false, privateKey: undefined, serialNumberHex: '0002' },
    commonName: 'Scanner',
    publicKey: deviceKeys.publicKey,
    issuer: { certificate: authority.certificate, privateKey: authorityKeys.privateKey },
  })
  const [maker, device] = [authorityDer, deviceDer].map((it) => new X509Certificate(it))
  expect(maker).toMatchObject({
    ca: true,
    subject: 'CN=Maker',
    serialNumber: '7F01',
  })
  expect(maker?.verify(maker.publicKey)).toBe(true)
  expect(device).toMatchObject({ ca: false, issuer: 'CN=Maker' })
  expect(device?.verify(maker!.publicKey)).toBe(true)
  expect(device?.verify(device.publicKey)).toBe(false)
  expect(new Date(device!.validTo)).toEqual(new Date(validity.notAfterMs))
})

test('a PEM text is read certificate by certificate, and what is none is left out', async () => {
  const keys = await makeKeys()
  const der = await issueCertificate({
    ...{ ...validity, isAuthority: false, issuer: undefined, serialNumberHex: '01' },
    commonName: 'Alone',
    publicKey: keys.publicKey,
    privateKey: keys.privateKey,
  })
  const pem = pemOfBase64(base64OfDer(der))
  expect(new X509Certificate(pem).subject).toContain('CN=Alone')
  const broken = pemOfBase64(btoa('no certificate'))
  const read = certificatesOfPem(
    `first:\n${pem}${broken}\nand again ${pem.replaceAll('\n', '\r\n')}`,
  )
  expect(read.map((it) => Buffer.from(it.der))).toEqual([Buffer.from(der), Buffer.from(der)])
  expect(certificatesOfPem('nothing')).toEqual([])
})
