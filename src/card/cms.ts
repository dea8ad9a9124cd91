// CMS — a detached signature over bytes (RFC 5652), with the attributes of CAdES (EN 319 122-1).

import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { fail, ok, type Result } from '#kit/result'
import { cryptoEngine } from './certificates.ts'
import { MAX_CERTIFICATES } from './limits.ts'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
/** RFC 5035: binds the signature to this very certificate. */
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

export function sha256Of(bytes: Uint8Array): Promise<ArrayBuffer> {
  return globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
}

export function derOf(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema(true).toBER(false))
}

export interface DetachedSigner {
  readonly certificate: pkijs.Certificate
  /** Further certificates to send along, towards the authority. */
  readonly chain: readonly pkijs.Certificate[]
  readonly privateKey: CryptoKey
}

/** The DER of a ContentInfo with SignedData over `content`, which it does not hold. */
export async function signDetached(
  content: Uint8Array,
  signer: DetachedSigner,
): Promise<Uint8Array> {
  const { certificate, chain, privateKey } = signer
  // DER sorts a SET OF by its bytes: here the shorter attribute comes first.
  const attributes = [
    attribute(CONTENT_TYPE, new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })),
    attribute(MESSAGE_DIGEST, new asn1js.OctetString({ valueHex: await sha256Of(content) })),
    attribute(SIGNING_CERTIFICATE_V2, await signingCertificateV2(certificate)),
  ]
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
  })
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    signerInfos: [signerInfo],
    certificates: [certificate, ...chain],
  })
  await signed.sign(privateKey, 0, 'SHA-256', new Uint8Array(content).buffer, cryptoEngine)
  const info = new pkijs.ContentInfo({
    contentType: pkijs.ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  })
  return new Uint8Array(info.toSchema().toBER(false))
}

function attribute(type: string, value: asn1js.BaseBlock): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] })
}

/** SigningCertificateV2 with one ESSCertIDv2; SHA-256 is its default and therefore not written. */
async function signingCertificateV2(certificate: pkijs.Certificate): Promise<asn1js.Sequence> {
  const hash = new asn1js.OctetString({ valueHex: await sha256Of(derOf(certificate)) })
  const essCertId = new asn1js.Sequence({ value: [hash] })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] })
}

export interface CheckedSignature {
  readonly certificate: pkijs.Certificate
  /** The other certificates that came along. */
  readonly others: readonly pkijs.Certificate[]
}

type CmsIssue = { readonly code: 'signature.malformed' } | { readonly code: 'signature.invalid' }

/** Digests strong enough to be believed. */
const DIGESTS = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.2', '2.16.840.1.101.3.4.2.3']

/**
 * Whether the one signer of a detached signature signed `content` with the certificate that came
 * along; who vouches for that certificate is another question.
 */
export async function checkDetached(
  der: Uint8Array<ArrayBuffer>,
  content: Uint8Array<ArrayBuffer>,
): Promise<Result<CheckedSignature, CmsIssue>> {
  const signed = readSignedData(der)
  if (signed === undefined) return fail({ code: 'signature.malformed' })
  const [info] = signed.signerInfos
  const certificates = (signed.certificates ?? []).filter((it) => it instanceof pkijs.Certificate)
  const certificate = certificates.find((it) => isSignerOf(info, it))
  if (info === undefined || certificate === undefined) return fail({ code: 'signature.malformed' })
  const isBound = await isBoundTo(certificate, info)
  if (!isBound || !(await isSigned(signed, content))) return fail({ code: 'signature.invalid' })
  return ok({ certificate, others: certificates.filter((it) => it !== certificate) })
}

function readSignedData(der: Uint8Array<ArrayBuffer>): pkijs.SignedData | undefined {
  try {
    const parsed = asn1js.fromBER(der)
    if (parsed.offset < 0) return undefined
    const info = new pkijs.ContentInfo({ schema: parsed.result })
    if (info.contentType !== pkijs.ContentInfo.SIGNED_DATA) return undefined
    const signed = new pkijs.SignedData({ schema: info.content })
    const count = signed.certificates?.length ?? 0
    return signed.signerInfos.length === 1 && count <= MAX_CERTIFICATES ? signed : undefined
  } catch {
    return undefined
  }
}

function isSignerOf(info: pkijs.SignerInfo | undefined, certificate: pkijs.Certificate): boolean {
  const sid: unknown = info?.sid
  return (
    sid instanceof pkijs.IssuerAndSerialNumber &&
    sid.issuer.isEqual(certificate.issuer) &&
    sid.serialNumber.isEqual(certificate.serialNumber)
  )
}

/** The signed attributes name the content's type and, where they name one, this certificate. */
async function isBoundTo(certificate: pkijs.Certificate, info: pkijs.SignerInfo): Promise<boolean> {
  if (!DIGESTS.includes(info.digestAlgorithm.algorithmId)) return false
  const attributes = info.signedAttrs?.attributes ?? []
  const has = (type: string) => attributes.some((it) => it.type === type)
  if (!has(CONTENT_TYPE) || !has(MESSAGE_DIGEST)) return false
  const named = attributes.find((it) => it.type === SIGNING_CERTIFICATE_V2)
  if (named === undefined) return true
  const der = new Uint8Array(named.values[0]?.toBER(false) ?? [])
  const hash = Buffer.from(await sha256Of(derOf(certificate)))
  // The attribute may name another digest than SHA-256; then the hash in it is not this one.
  return Buffer.from(der).includes(hash)
}

async function isSigned(
  signed: pkijs.SignedData,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const data = content.buffer
    return await signed.verify({ signer: 0, data, checkChain: false }, cryptoEngine)
  } catch {
    // pkijs tells a digest that does not fit, and a key it cannot use, by throwing.
    return false
  }
}
