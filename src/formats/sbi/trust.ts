// Trust — whether the certificate that came with a signature leads to one that the office trusts.
//
// A trusted certificate is either the device's own or that of the maker who issued it. The chain
// is short and the rules few, so they stand here in full: each link issued the one before it and
// may issue, and all are valid now.

import type { Certificate } from 'pkijs'
import { certificatesOfPem, findCertificate, type ReadCertificate } from '#formats/x509'
import { equalBytes } from '#kit/bytes'
import { fail, ok, type Result } from '#kit/result'
import { certificatesInChainMax } from './limits.ts'

export type TrustIssue =
  | { readonly code: 'sbi.untrusted-device' }
  | { readonly code: 'sbi.device-expired'; readonly notAfterMs: number }

const basicConstraintsOid = '2.5.29.19'

/** `x5c` is as the token has it: base64 of DER, the signer's own certificate first. */
export async function checkTrust(
  x5c: readonly string[],
  trustedPems: readonly string[],
  nowMs: number,
): Promise<Result<ReadCertificate, TrustIssue>> {
  const chain = x5c.slice(0, certificatesInChainMax).map(findCertificate)
  const trusted = trustedPems.flatMap(certificatesOfPem)
  const [leaf] = chain
  if (leaf === undefined || x5c.length > certificatesInChainMax) {
    return fail({ code: 'sbi.untrusted-device' })
  }
  for (const [i, link] of chain.entries()) {
    if (link === undefined) return fail({ code: 'sbi.untrusted-device' })
    const expired = expiryOf(link.certificate, nowMs)
    if (expired !== undefined) return fail({ code: 'sbi.device-expired', notAfterMs: expired })
    if (trusted.some((it) => equalBytes(it.der, link.der))) return ok(leaf)
    const anchor = await findIssuer(link.certificate, trusted)
    if (anchor !== undefined) {
      const anchorExpired = expiryOf(anchor.certificate, nowMs)
      return anchorExpired === undefined
        ? ok(leaf)
        : fail({ code: 'sbi.device-expired', notAfterMs: anchorExpired })
    }
    const next = chain[i + 1]
    if (next === undefined || !(await isIssuedBy(link.certificate, next.certificate))) break
  }
  return fail({ code: 'sbi.untrusted-device' })
}

/** The end of a validity that does not hold now; undefined where it holds. */
function expiryOf({ notBefore, notAfter }: Certificate, nowMs: number): number | undefined {
  const isValid = nowMs >= notBefore.value.getTime() && nowMs <= notAfter.value.getTime()
  return isValid ? undefined : notAfter.value.getTime()
}

async function findIssuer(
  certificate: Certificate,
  among: readonly ReadCertificate[],
): Promise<ReadCertificate | undefined> {
  for (const it of among) if (await isIssuedBy(certificate, it.certificate)) return it
  return undefined
}

async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (!certificate.issuer.isEqual(issuer.subject) || !mayIssue(issuer)) return false
  try {
    return await certificate.verify(issuer)
  } catch {
    return false
  }
}

/** Without this, any device could issue certificates for other devices. */
function mayIssue(certificate: Certificate): boolean {
  const extension = certificate.extensions?.find((it) => it.extnID === basicConstraintsOid)
  return (extension?.parsedValue as { cA?: boolean } | undefined)?.cA === true
}
