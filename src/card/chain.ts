// Chain — from a signer's certificate to an authority that is trusted, step by step.

import * as pkijs from 'pkijs'
import { cryptoEngine } from './certificates.ts'
import { MAX_CHAIN_LENGTH } from './limits.ts'

/**
 * Whether a path of valid certificates leads from `certificate` over `others` to one of `trusted`,
 * all of them valid `at` (epoch milliseconds) and allowed to do what they do (RFC 5280, 6.1;
 * revocation is not looked at: an office is offline too often for it to decide).
 */
export async function isTrusted(
  certificate: pkijs.Certificate,
  others: readonly pkijs.Certificate[],
  trusted: readonly pkijs.Certificate[],
  at: number,
): Promise<boolean> {
  if (!isValidAt(certificate, at) || !mayUse(certificate, MAY_SIGN)) return false
  let current = certificate
  for (let step = 0; step < MAX_CHAIN_LENGTH; step++) {
    if (await issuerAmong(trusted, current, step, at)) return true
    const next = await issuerAmong(others, current, step, at)
    if (next === undefined) return false
    current = next
  }
  return false
}

async function issuerAmong(
  candidates: readonly pkijs.Certificate[],
  current: pkijs.Certificate,
  authoritiesBelow: number,
  at: number,
): Promise<pkijs.Certificate | undefined> {
  for (const candidate of candidates) {
    if (!candidate.subject.isEqual(current.issuer)) continue
    if (!isValidAt(candidate, at) || !isAuthority(candidate, authoritiesBelow)) continue
    try {
      if (await current.verify(candidate, cryptoEngine)) return candidate
    } catch {
      // A key of another kind than the signature asks for: this is not the issuer.
    }
  }
  return undefined
}

function isValidAt(certificate: pkijs.Certificate, at: number): boolean {
  return certificate.notBefore.value.getTime() <= at && at <= certificate.notAfter.value.getTime()
}

function isAuthority(certificate: pkijs.Certificate, authoritiesBelow: number): boolean {
  const constraints = extensionOf(certificate, '2.5.29.19')
  if (!(constraints instanceof pkijs.BasicConstraints) || !constraints.cA) return false
  const { pathLenConstraint: most } = constraints
  if (typeof most === 'number' && authoritiesBelow > most) return false
  return mayUse(certificate, KEY_CERT_SIGN)
}

/** Bits of KeyUsage (RFC 5280, 4.2.1.3), the first bit the highest. */
const MAY_SIGN = 0b1100_0000
const KEY_CERT_SIGN = 0b0000_0100

/** Whether the key may be used so: any of the bits, or a certificate that does not say. */
function mayUse(certificate: pkijs.Certificate, bits: number): boolean {
  const usage = extensionOf(certificate, '2.5.29.15')
  if (usage === undefined) return true
  const block = (usage as { valueBlock?: { valueHexView?: Uint8Array } }).valueBlock
  return ((block?.valueHexView?.[0] ?? 0) & bits) !== 0
}

function extensionOf(certificate: pkijs.Certificate, identifier: string): unknown {
  return certificate.extensions?.find((it) => it.extnID === identifier)?.parsedValue
}
