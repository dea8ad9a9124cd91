// Token — JSON signed by a device: RS256 with the certificate in the header. RFC 7515, RFC 7519.

import { CompactSign, compactVerify, decodeProtectedHeader, importX509 } from 'jose'
import type { Static, TSchema } from 'typebox'
import { pemOfBase64 } from '#formats/x509'
import { fail, ok, type Result } from '#kit/result'
import { findMessageInJson } from './messages.ts'
import { checkTrust, type TrustIssue } from './trust.ts'

export type TokenIssue =
  | { readonly code: 'sbi.signature' }
  /** Well signed, but not of the shape that was asked for. */
  | { readonly code: 'sbi.answer' }
  | TrustIssue

export interface DeviceKey {
  /** RSA, at least 2,048 bits. */
  readonly privateKey: CryptoKey
  /** Base64 of DER; the device's own first. */
  readonly certificates: readonly string[]
}

export async function signToken(payload: object, key: DeviceKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', x5c: [...key.certificates] })
    .sign(key.privateKey)
}

export interface TrustContext {
  /** PEM: devices' own certificates, or those of makers who issued them. */
  readonly trustedDeviceCertificates: readonly string[]
  readonly nowMs: number
}

/** Trust is checked before the signature: what an unknown device signs is of no interest. */
export async function verifyToken<Schema extends TSchema>(
  token: string,
  schema: Schema,
  { trustedDeviceCertificates, nowMs }: TrustContext,
): Promise<Result<Static<Schema>, TokenIssue>> {
  const x5c = findCertificatesIn(token)
  if (x5c === undefined) return fail({ code: 'sbi.signature' })
  const trust = await checkTrust(x5c, trustedDeviceCertificates, nowMs)
  if (!trust.ok) return trust
  const payload = await findPayload(token, x5c[0] ?? '')
  if (payload === undefined) return fail({ code: 'sbi.signature' })
  const message = findMessageInJson(schema, payload)
  return message === undefined ? fail({ code: 'sbi.answer' }) : ok(message)
}

function findCertificatesIn(token: string): readonly string[] | undefined {
  try {
    return decodeProtectedHeader(token).x5c
  } catch {
    return undefined
  }
}

async function findPayload(token: string, certificate: string): Promise<string | undefined> {
  try {
    const key = await importX509(pemOfBase64(certificate), 'RS256')
    const { payload } = await compactVerify(token, key, { algorithms: ['RS256'] })
    return new TextDecoder('utf-8', { fatal: true }).decode(payload)
  } catch {
    return undefined
  }
}
