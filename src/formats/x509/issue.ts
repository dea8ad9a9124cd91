// Issue — makes an X.509 certificate, self-signed or signed by an authority. RFC 5280.

import { Integer, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  Time,
  TimeType,
} from 'pkijs'
import { present } from '#kit/assert'
import { bytesOfHex } from '#kit/bytes'

export interface CertificateRequest {
  /** The subject's common name: one part, as several would need an order. */
  readonly commonName: string
  readonly publicKey: CryptoKey
  /** Whose certificate and key sign; undefined signs with the subject's own private key. */
  readonly issuer: { readonly certificate: Certificate; readonly privateKey: CryptoKey } | undefined
  /** The subject's own, for a self-signed certificate. */
  readonly privateKey: CryptoKey | undefined
  /** Hexadecimal; at most 20 bytes, and never the same twice from one issuer. */
  readonly serialNumberHex: string
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Whether it may issue certificates itself. */
  readonly isAuthority: boolean
}

const oid = { commonName: '2.5.4.3', basicConstraints: '2.5.29.19' }
const version3 = 2

/** DER. */
export async function issueCertificate(request: CertificateRequest): Promise<Uint8Array> {
  const certificate = new Certificate()
  certificate.version = version3
  certificate.serialNumber = serialNumberOf(request.serialNumberHex)
  certificate.subject.typesAndValues = nameOf(request.commonName)
  certificate.issuer.typesAndValues =
    request.issuer?.certificate.subject.typesAndValues ?? nameOf(request.commonName)
  certificate.notBefore = timeOf(request.notBeforeMs)
  certificate.notAfter = timeOf(request.notAfterMs)
  const constraints = new BasicConstraints({ cA: request.isAuthority })
  certificate.extensions = [
    new Extension({
      extnID: oid.basicConstraints,
      critical: true,
      extnValue: constraints.toSchema().toBER(),
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(request.publicKey)
  const signer = request.issuer?.privateKey ?? request.privateKey
  await certificate.sign(present(signer, 'somebody signs a certificate'), 'SHA-256')
  return new Uint8Array(certificate.toSchema(true).toBER())
}

function nameOf(value: string): AttributeTypeAndValue[] {
  return [new AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value }) })]
}

/** RFC 5280, 4.1.2.5: two digits of a year until 2049, four from 2050 on. */
function timeOf(epochMs: number): Time {
  const value = new Date(epochMs)
  const type = value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime
  return new Time({ type, value })
}

function serialNumberOf(hex: string): Integer {
  const bytes = present(bytesOfHex(hex), 'a serial number is hexadecimal')
  // A leading zero byte would be read as padding, a leading bit as a minus.
  const positive = Uint8Array.from(bytes)
  positive[0] = ((positive[0] ?? 0) & 0x7f) | 0x40
  return new Integer({ valueHex: positive.buffer })
}
