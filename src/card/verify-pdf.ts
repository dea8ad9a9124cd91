// Verify PDF — whether a PDF is, to its last byte, what somebody known has signed.

import * as pkijs from 'pkijs'
import { fail, ok, type Result } from '#kit/result'
import { subjectOf } from './certificates.ts'
import { isTrusted } from './chain.ts'
import { checkDetached } from './cms.ts'
import { MAX_PDF_BYTES, SIGNATURE_BYTES } from './limits.ts'
import { derBlocksOf } from './pem.ts'

export interface PdfSigner {
  /** The common name and organization in the signer's certificate. */
  readonly signer: string
  readonly organization: string
  /** Epoch milliseconds, as the signer's machine told the time. */
  readonly signedAt: number
}

export type PdfSignatureIssue =
  /** No signature, or a file too large to look into. */
  | { readonly code: 'signature.none' }
  /** There is one, but it cannot be read. */
  | { readonly code: 'signature.malformed' }
  /** Bytes were added or lie outside of what was signed. */
  | { readonly code: 'signature.partial' }
  /** The bytes are not those that were signed, or another key signed them. */
  | { readonly code: 'signature.invalid' }
  /** No trusted authority stands behind the certificate at the time of signing. */
  | { readonly code: 'signature.untrusted'; readonly signer: string }

/**
 * Who signed the PDF last, if the signature covers the whole file, fits it, and was made with a
 * certificate that leads to one of the PEM certificates in `trustedPem`.
 */
export async function verifyPdfSignature(
  pdf: Uint8Array,
  trustedPem: string,
): Promise<Result<PdfSigner, PdfSignatureIssue>> {
  if (pdf.length > MAX_PDF_BYTES) return fail({ code: 'signature.none' })
  const text = Buffer.from(pdf).toString('latin1')
  const rangeStart = text.lastIndexOf('/ByteRange')
  if (rangeStart < 0) return fail({ code: 'signature.none' })
  const hole = holeOf(text, rangeStart)
  if (hole === undefined) return fail({ code: 'signature.malformed' })
  if (hole.start !== 0 || hole.end !== pdf.length) return fail({ code: 'signature.partial' })
  const signedAt = timeOf(text, hole)
  const signature = signatureIn(text.slice(hole.from, hole.to))
  if (signature === undefined || signedAt === undefined) {
    return fail({ code: 'signature.malformed' })
  }
  const content = Buffer.concat([pdf.subarray(0, hole.from), pdf.subarray(hole.to)])
  const checked = await checkDetached(signature, new Uint8Array(content))
  if (!checked.ok) return checked
  const { certificate, others } = checked.value
  const { commonName: signer, organization } = subjectOf(certificate)
  const trusted = derBlocksOf('CERTIFICATE', trustedPem).map((it) => pkijs.Certificate.fromBER(it))
  if (!(await isTrusted(certificate, others, trusted, signedAt))) {
    return fail({ code: 'signature.untrusted', signer })
  }
  return ok({ signer, organization, signedAt })
}

interface Hole {
  /** The first byte that was signed, and one past the last. */
  readonly start: number
  readonly end: number
  /** The hexadecimal signature between them with its brackets. */
  readonly from: number
  readonly to: number
}

function holeOf(text: string, rangeStart: number): Hole | undefined {
  const pattern = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/y
  pattern.lastIndex = rangeStart
  const found = pattern.exec(text)
  if (found === null) return undefined
  const [start = 0, length = 0, to = 0, rest = 0] = found.slice(1).map(Number)
  const hole = { start, end: to + rest, from: start + length, to }
  const isInOrder = hole.from < hole.to && hole.to <= hole.end && hole.end <= text.length
  // The range itself is signed: it stands before its hole.
  return isInOrder && rangeStart < hole.from ? hole : undefined
}

/** The DER inside `<…>`, without the zeros that fill up its place. */
function signatureIn(hole: string): Uint8Array<ArrayBuffer> | undefined {
  if (hole.length > 8 * SIGNATURE_BYTES || !/^<[0-9a-fA-F]+>$/.test(hole)) return undefined
  return new Uint8Array(Buffer.from(hole.slice(1, -1), 'hex'))
}

/** The time in the signature dictionary: `D:20260314020000Z` or with `+07'00'`. */
function timeOf(text: string, hole: Hole): number | undefined {
  const before = text.slice(Math.max(hole.start, text.lastIndexOf(' obj', hole.from)), hole.from)
  const after = text.slice(hole.to, text.indexOf('endobj', hole.to))
  const pattern =
    /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?(?:00'00'?)?\)/
  const found = pattern.exec(before) ?? pattern.exec(after)
  if (found === null) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ahead = 0, aheadMin = 0] =
    found.slice(1).map((it) => Number(it ?? 0))
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  return local - (ahead * 60 + Math.sign(ahead) * aheadMin) * 60_000
}
