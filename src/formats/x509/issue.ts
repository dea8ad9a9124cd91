// Issue — makes an X.509 certificate, self-signed or signed by an authority. RFC 5280.

import { Integer, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs'
import { present } from '#kit/assert'
import { bytesOfHex } from '#kit/bytes'

export interface CertificateSubject {
  readonly commonName: string
  readonly organization: string
}

export interface CertificateRequest {
  readonly subject: CertificateSubject
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

const oid = { organization: '2.5.4.10', commonName: '2.5.4.3', basicConstraints: '2.5.29.19' }
const version3 = 2

/** DER. */
export async function issueCertificate(request: CertificateRequest): Promise<Uint8Array> {
  const certificate = new Certificate()
  certificate.version = version3
  certificate.serialNumber = serialNumberOf(request.serialNumberHex)
  certificate.subject.typesAndValues = nameOf(request.subject)
  certificate.issuer.typesAndValues =
    request.issuer?.certificate.subject.typesAndValues ?? nameOf(request.subject)
  certificate.notBefore.value = new Date(request.notBeforeMs)
  certificate.notAfter.value = new Date(request.notAfterMs)
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

function nameOf({ organization, commonName }: CertificateSubject): AttributeTypeAndValue[] {
  const part = (type: string, value: string) =>
    new AttributeTypeAndValue({ type, value: new Utf8String({ value }) })
  return [part(oid.organization, organization), part(oid.commonName, commonName)]
}

function serialNumberOf(hex: string): Integer {
  const bytes = present(bytesOfHex(hex), 'a serial number is hexadecimal')
  // A leading zero byte would be read as padding, a leading bit as a minus.
  const positive = Uint8Array.from(bytes)
  positive[0] = ((positive[0] ?? 0) & 0x7f) | 0x40
  return new Integer({ valueHex: positive.buffer })
}
