// Endorse PDF — a signed form verifies, and nothing that was changed, added or forged does.

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Credentials, createAuthority, issueCertificate } from './certificates.ts'
import { signPdf } from './endorse-pdf.ts'
import { f1EndorsementArea, renderFormF1 } from './form-f1.ts'
import type { PaperOptions } from './paper.ts'
import { at, sampleForm, sampleOptions } from './papers.arbitrary.ts'
import { verifyPdfSignature } from './verify-pdf.ts'

const validity = { notBefore: Date.UTC(2026, 0, 1), notAfter: Date.UTC(2027, 0, 1) }
const office = { commonName: 'Kecamatan Contoh', organization: 'Kabupaten Contoh' }
const village = { commonName: 'H. Ahmad Contoh, S.Sos.', organization: 'Desa Peninggalan' }

let options: PaperOptions
let authority: Credentials
let villageHead: Credentials
let form: Uint8Array
let signed: Uint8Array

function sign(pdf: Uint8Array, by: Credentials, signedAt = at): Promise<Uint8Array> {
  return signPdf({
    pdf,
    ...by,
    reason: 'Mengetahui permohonan KTP-el',
    name: village.commonName,
    location: 'Peninggalan',
    signedAt,
    visible: {
      ...f1EndorsementArea,
      lines: ['Ditandatangani secara elektronik', village.commonName],
      fonts: options.fonts,
    },
  })
}

const verdictOf = async (pdf: Uint8Array, trusted = authority) => {
  const verified = await verifyPdfSignature(pdf, trusted.certificatePem)
  return verified.ok ? 'valid' : verified.issue.code
}

beforeAll(async () => {
  options = await sampleOptions()
  authority = await createAuthority({ ...validity, subject: office })
  villageHead = await issueCertificate({ ...validity, subject: village, authority })
  form = await renderFormF1(sampleForm, options)
  signed = await sign(form, villageHead)
})

test('a signed form tells who signed it and when', async () => {
  const { pdf, trusted } = { pdf: signed, trusted: authority.certificatePem }
  expect(await verifyPdfSignature(pdf, trusted)).toEqual({
    ok: true,
    value: { signer: village.commonName, organization: village.organization, signedAt: at },
  })
})

test('signing leaves every byte of the form as it was', () => {
  expect(Buffer.from(signed.subarray(0, form.length)).equals(Buffer.from(form))).toBe(true)
})

test('a form nobody signed has no signature', async () => {
  expect(await verdictOf(form)).toBe('signature.none')
})

test('a byte changed anywhere outside of the signature itself is found out', async () => {
  const text = Buffer.from(signed).toString('latin1')
  const from = text.lastIndexOf('/Contents <') + '/Contents '.length
  const to = text.indexOf('>', from) + 1
  const positions = fc.oneof(
    fc.integer({ min: 0, max: from - 1 }),
    fc.integer({ min: from - 200, max: from - 1 }),
    fc.integer({ min: to, max: signed.length - 1 }),
  )
  await fc.assert(
    fc.asyncProperty(positions, fc.integer({ min: 1, max: 255 }), async (position, change) => {
      const forged = Uint8Array.from(signed)
      forged[position] = (forged[position] as number) ^ change
      expect(await verdictOf(forged)).not.toBe('valid')
    }),
    { numRuns: 60 },
  )
})

test('a revision appended after signing is not covered', async () => {
  const added = Buffer.concat([signed, Buffer.from('\n% sesudahnya\n')])
  expect(await verdictOf(new Uint8Array(added))).toBe('signature.partial')
})

test('a second signature covers the first', async () => {
  const second = await issueCertificate({
    ...validity,
    subject: { commonName: 'Sekretaris Desa', organization: 'Desa Peninggalan' },
    authority,
  })
  const twice = await sign(signed, second)
  const verified = await verifyPdfSignature(twice, authority.certificatePem)
  expect(verified).toMatchObject({ ok: true, value: { signer: 'Sekretaris Desa' } })
  expect(Buffer.from(twice.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true)
})

test('an authority that is not trusted vouches for nobody', async () => {
  const stranger = await createAuthority({ ...validity, subject: office })
  expect(await verdictOf(signed, stranger)).toBe('signature.untrusted')
})

test('a village head cannot make village heads', async () => {
  const subject = { commonName: 'Orang lain', organization: 'Desa lain' }
  const forged = await issueCertificate({ ...validity, subject, authority: villageHead })
  const chain = `${forged.certificatePem}${villageHead.certificatePem}`
  const pdf = await sign(form, { ...forged, certificatePem: chain })
  expect(await verdictOf(pdf)).toBe('signature.untrusted')
})

test('a chain over an authority below the trusted one is followed', async () => {
  const pdf = await sign(form, {
    ...villageHead,
    certificatePem: villageHead.certificatePem + authority.certificatePem,
  })
  expect(await verdictOf(pdf)).toBe('valid')
})

test('a certificate signs only while it is valid', async () => {
  expect(await verdictOf(await sign(form, villageHead, validity.notAfter + 1000))).toBe(
    'signature.untrusted',
  )
  expect(await verdictOf(await sign(form, villageHead, validity.notBefore - 1000))).toBe(
    'signature.untrusted',
  )
})

test('the key of another does not pass under a name', async () => {
  const other = await issueCertificate({ ...validity, subject: village, authority })
  const pdf = await sign(form, { ...villageHead, privateKeyPem: other.privateKeyPem })
  expect(await verdictOf(pdf)).toBe('signature.invalid')
})

test('whatever is handed in is answered, never thrown at', async () => {
  const ranges = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()).map((it) => it.join(' '))
  const junk = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.tuple(ranges, fc.stringMatching(/^[0-9a-f]{0,40}$/)).map(([range, hex]) => {
      return new Uint8Array(Buffer.from(`<< /ByteRange [${range}] /Contents <${hex}> >>`))
    }),
  )
  await fc.assert(
    fc.asyncProperty(junk, async (bytes) => {
      expect((await verifyPdfSignature(bytes, authority.certificatePem)).ok).toBe(false)
    }),
  )
})
