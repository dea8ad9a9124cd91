// Certificates — an authority of the office's own, and what it issues to village heads.
//
// For a demonstration and for villages without a certificate of the national provider; an
// installation in service may bring certificates of its own.

import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { assert, present } from '#kit/assert'
import { derBlocksOf, pemOf } from './pem.ts'

/** The Web Crypto of the runtime, as pkijs wants it. */
export const cryptoEngine = new pkijs.CryptoEngine({ name: 'web', crypto: globalThis.crypto })

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

export interface Subject {
  /** `H. Ahmad Fauzi, S.Sos.` */
  readonly commonName: string
  /** `Pemerintah Desa Peninggalan`. */
  readonly organization: string
  /** `Kepala Desa`. */
  readonly unit?: string
  /** `Tungkal Jaya`. */
  readonly locality?: string
}

/** A certificate and its private key (PKCS #8), both PEM. */
export interface Credentials {
  readonly certificatePem: string
  readonly privateKeyPem: string
}

interface Validity {
  /** Epoch milliseconds. */
  readonly notBefore: number
  readonly notAfter: number
}

/** A self-signed authority on P-256 that may issue certificates to people, not to authorities. */
export async function createAuthority(
  spec: Validity & { readonly subject: Subject },
): Promise<Credentials> {
  const keys = await createKeys()
  const certificate = await certificateFor(spec, keys.publicKey)
  certificate.issuer = certificate.subject
  certificate.extensions = [
    basicConstraints(true),
    keyUsage(KEY_CERT_SIGN_AND_CRL_SIGN),
    subjectKeyIdentifier(await keyIdentifierOf(certificate)),
  ]
  await certificate.sign(keys.privateKey, 'SHA-256', cryptoEngine)
  return credentialsOf(certificate, keys.privateKey)
}

/** A certificate for signing documents, of a new P-256 key pair, issued by the authority. */
export async function issueCertificate(
  spec: Validity & { readonly subject: Subject; readonly authority: Credentials },
): Promise<Credentials> {
  const authority = readCertificate(spec.authority.certificatePem)
  const authorityKey = await readPrivateKey(spec.authority.privateKeyPem)
  const keys = await createKeys()
  const certificate = await certificateFor(spec, keys.publicKey)
  certificate.issuer = authority.subject
  certificate.extensions = [
    basicConstraints(false),
    keyUsage(DIGITAL_SIGNATURE_AND_NON_REPUDIATION),
    subjectKeyIdentifier(await keyIdentifierOf(certificate)),
    authorityKeyIdentifier(await keyIdentifierOf(authority)),
  ]
  await certificate.sign(authorityKey, 'SHA-256', cryptoEngine)
  return credentialsOf(certificate, keys.privateKey)
}

export function readCertificate(pem: string): pkijs.Certificate {
  const [der] = derBlocksOf('CERTIFICATE', pem)
  return pkijs.Certificate.fromBER(present(der, 'the PEM holds a certificate'))
}

/** The P-256 key of a PKCS #8 PEM, for signing only. */
export function readPrivateKey(pem: string): Promise<CryptoKey> {
  const [der] = derBlocksOf('PRIVATE KEY', pem)
  const bytes = present(der, 'the PEM holds a private key')
  return globalThis.crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign'])
}

function createKeys(): Promise<CryptoKeyPair> {
  return globalThis.crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

async function certificateFor(
  spec: Validity & { readonly subject: Subject },
  publicKey: CryptoKey,
): Promise<pkijs.Certificate> {
  assert(spec.notBefore < spec.notAfter, 'a certificate ends after it begins')
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1js.Integer({ valueHex: randomSerial().buffer })
  certificate.subject = distinguishedName(spec.subject)
  certificate.notBefore = timeOf(spec.notBefore)
  certificate.notAfter = timeOf(spec.notAfter)
  await certificate.subjectPublicKeyInfo.importKey(publicKey, cryptoEngine)
  return certificate
}

/** RFC 5280, 4.1.2.5: from the year 2050 on a time is written with four digits of the year. */
function timeOf(epochMs: number): pkijs.Time {
  const value = new Date(epochMs)
  return new pkijs.Time({ type: value.getUTCFullYear() >= 2050 ? 1 : 0, value })
}

/** Sixteen random bytes, positive and without a leading zero. */
function randomSerial(): Uint8Array<ArrayBuffer> {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] as number) & 0x3f) | 0x40
  return bytes
}

/** One attribute to each relative name, from the country down (pkijs would make one set of all). */
function distinguishedName(subject: Subject): pkijs.RelativeDistinguishedNames {
  const { locality = '', organization, unit = '', commonName } = subject
  const attributes: [string, asn1js.PrintableString | asn1js.Utf8String][] = [
    ['2.5.4.6', new asn1js.PrintableString({ value: 'ID' })],
    ['2.5.4.7', new asn1js.Utf8String({ value: locality })],
    [ORGANIZATION, new asn1js.Utf8String({ value: organization })],
    ['2.5.4.11', new asn1js.Utf8String({ value: unit })],
    [COMMON_NAME, new asn1js.Utf8String({ value: commonName })],
  ]
  const names = attributes
    .filter(([, value]) => value.getValue() !== '')
    .map(([type, value]) => {
      const identifier = new asn1js.ObjectIdentifier({ value: type })
      const attribute = new asn1js.Sequence({ value: [identifier, value] })
      return new asn1js.Set({ value: [attribute] })
    })
  const der = new asn1js.Sequence({ value: names }).toBER(false)
  return pkijs.RelativeDistinguishedNames.fromBER(der)
}

const COMMON_NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'

/** The common name and the organization a certificate was issued to; empty where it has none. */
export function subjectOf(certificate: pkijs.Certificate): Subject {
  const textOf = (type: string) => {
    const found = certificate.subject.typesAndValues.find((it) => it.type === type)
    const value: unknown = found?.value.valueBlock.value
    return typeof value === 'string' ? value : ''
  }
  return { commonName: textOf(COMMON_NAME), organization: textOf(ORGANIZATION) }
}

const DIGITAL_SIGNATURE_AND_NON_REPUDIATION = { bits: 0b1100_0000, unusedBits: 6 }
const KEY_CERT_SIGN_AND_CRL_SIGN = { bits: 0b0000_0110, unusedBits: 1 }

function keyUsage(usage: { bits: number; unusedBits: number }): pkijs.Extension {
  const valueHex = new Uint8Array([usage.bits]).buffer
  const value = new asn1js.BitString({ valueHex, unusedBits: usage.unusedBits })
  return extension('2.5.29.15', true, value)
}

function basicConstraints(isAuthority: boolean): pkijs.Extension {
  const value = isAuthority ? { cA: true, pathLenConstraint: 0 } : { cA: false }
  return extension('2.5.29.19', true, new pkijs.BasicConstraints(value).toSchema())
}

function subjectKeyIdentifier(identifier: ArrayBuffer): pkijs.Extension {
  return extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: identifier }))
}

function authorityKeyIdentifier(identifier: ArrayBuffer): pkijs.Extension {
  const keyIdentifier = new asn1js.OctetString({ valueHex: identifier })
  return extension(
    '2.5.29.35',
    false,
    new pkijs.AuthorityKeyIdentifier({ keyIdentifier }).toSchema(),
  )
}

/** RFC 7093, method 1: the leftmost 160 bits of the SHA-256 of the public key. */
async function keyIdentifierOf(certificate: pkijs.Certificate): Promise<ArrayBuffer> {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(key))
  return digest.slice(0, 20)
}

interface Asn1Value {
  toBER(sizeOnly?: boolean): ArrayBuffer
}

function extension(extnID: string, critical: boolean, value: Asn1Value): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) })
}

async function credentialsOf(
  certificate: pkijs.Certificate,
  privateKey: CryptoKey,
): Promise<Credentials> {
  const pkcs8 = await globalThis.crypto.subtle.exportKey('pkcs8', privateKey)
  return {
    certificatePem: pemOf('CERTIFICATE', new Uint8Array(certificate.toSchema(true).toBER(false))),
    privateKeyPem: pemOf('PRIVATE KEY', new Uint8Array(pkcs8)),
  }
}
