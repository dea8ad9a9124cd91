// Certificates — read with Node's own X.509, which did not make them.

import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Credentials, createAuthority, issueCertificate } from './certificates.ts'
import { derBlocksOf, pemOf } from './pem.ts'

const validity = { notBefore: Date.UTC(2026, 0, 1), notAfter: Date.UTC(2051, 0, 1) }
const office = { commonName: 'Kecamatan Contoh', organization: 'Kabupaten Contoh' }
const villageHead = {
  commonName: 'H. Ahmad Contoh, S.Sos.',
  organization: 'Pemerintah Desa Peninggalan',
  unit: 'Kepala Desa',
  locality: 'Tungkal Jaya',
}

let authority: Credentials
let issued: Credentials
beforeAll(async () => {
  authority = await createAuthority({ ...validity, subject: office })
  issued = await issueCertificate({ ...validity, subject: villageHead, authority })
})

test('an authority signs itself and may sign others', () => {
  const certificate = new X509Certificate(authority.certificatePem)
  expect(certificate.ca).toBe(true)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.subject).toBe('C=ID\nO=Kabupaten Contoh\nCN=Kecamatan Contoh')
})

test('a certificate is issued by the authority to the village head and to no authority', () => {
  const certificate = new X509Certificate(issued.certificatePem)
  const issuer = new X509Certificate(authority.certificatePem)
  expect(certificate.checkIssued(issuer)).toBe(true)
  expect(certificate.verify(issuer.publicKey)).toBe(true)
  expect(certificate.ca).toBe(false)
  expect(certificate.subject.replaceAll('\\', '').split('\n')).toEqual([
    'C=ID',
    'L=Tungkal Jaya',
    'O=Pemerintah Desa Peninggalan',
    'OU=Kepala Desa',
    'CN=H. Ahmad Contoh, S.Sos.',
  ])
})

test('a certificate ends when it was said to, also past 2050', () => {
  const certificate = new X509Certificate(issued.certificatePem)
  expect(Date.parse(certificate.validFrom)).toBe(validity.notBefore)
  expect(Date.parse(certificate.validTo)).toBe(validity.notAfter)
})

test('no two certificates share a serial number or a key', async () => {
  const other = await issueCertificate({ ...validity, subject: villageHead, authority })
  const [a, b] = [issued, other].map((it) => new X509Certificate(it.certificatePem))
  expect(a?.serialNumber).toHaveLength(32)
  expect(a?.serialNumber).not.toBe(b?.serialNumber)
  expect(a?.publicKey.equals(b?.publicKey as never)).toBe(false)
})

test('a certificate that ends before it begins is not made', async () => {
  const spec = { notBefore: 2, notAfter: 1, subject: office }
  await expect(createAuthority(spec)).rejects.toThrow('ends after it begins')
})

test('PEM keeps bytes as they are and passes other words by', () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, i) => i)
  const pem = `surat\n${pemOf('CERTIFICATE', bytes)}${pemOf('PRIVATE KEY', bytes)}akhir`
  expect(derBlocksOf('CERTIFICATE', pem)).toEqual([bytes])
  expect(derBlocksOf('PRIVATE KEY', 'tidak ada')).toEqual([])
})
