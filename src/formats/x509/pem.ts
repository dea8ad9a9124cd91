// PEM — certificates as text: base64 of DER between two lines. RFC 7468.

import { Certificate } from 'pkijs'

export interface ReadCertificate {
  readonly certificate: Certificate
  readonly der: Uint8Array
}

/** From base64 as a token's x5c has it; undefined where it is no certificate. */
export function findCertificate(base64: string): ReadCertificate | undefined {
  try {
    const binary = atob(base64.replace(/\s/g, ''))
    const der = Uint8Array.from(binary, (it) => it.charCodeAt(0))
    return { certificate: Certificate.fromBER(der), der }
  } catch {
    return undefined
  }
}

/** All certificates of a PEM text; those that cannot be read are left out. */
export function certificatesOfPem(pem: string): readonly ReadCertificate[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)
  return Array.from(blocks).flatMap(([, body = '']) => findCertificate(body) ?? [])
}

/** DER as base64 on one line. */
export function base64OfDer(der: Uint8Array): string {
  return btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))
}

export function pemOfBase64(base64: string): string {
  const lines = base64.replace(/\s/g, '').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
