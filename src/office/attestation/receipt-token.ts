// Receipt token — the few facts of a receipt that anyone may check, signed by the office's own key.
//
//   token = compact JWS { alg: EdDSA, typ: receipt } over { r number, t seconds, f fingers, d digest }
//
// Every letter more makes the QR finer and harder to read off office paper: names are single
// letters, and no key is named, as there is only the one of the office that printed it.

import { CompactSign, compactVerify, importJWK } from 'jose'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { publicSigningOf, type SigningKey } from '#enrollment/keys'
import { fail, ok, type Result } from '#kit/result'

export interface ReceiptFacts {
  readonly receiptNumber: string
  /** Whole seconds. */
  readonly attestedAtMs: number
  readonly fingers: number
  /** The first sixteen digits of the manifest's digest. */
  readonly digest: string
}

const Facts = Type.Object({
  r: Type.String({ maxLength: 40 }),
  t: Type.Integer({ minimum: 0 }),
  f: Type.Integer({ minimum: 0, maximum: 10 }),
  d: Type.String({ pattern: '^[0-9a-f]{16}$' }),
})
type Facts = Static<typeof Facts>

const typ = 'receipt'

export async function writeReceiptToken(facts: ReceiptFacts, key: SigningKey): Promise<string> {
  const short: Facts = {
    r: facts.receiptNumber,
    t: Math.floor(facts.attestedAtMs / 1_000),
    f: facts.fingers,
    d: facts.digest,
  }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(short)))
    .setProtectedHeader({ alg: 'EdDSA', typ })
    .sign(await importJWK(key, 'EdDSA'))
}

/** One letter changed anywhere, or another office's receipt, is invalid. */
export async function readReceiptToken(
  token: string,
  key: SigningKey,
): Promise<Result<ReceiptFacts, { readonly code: 'receipt.invalid' }>> {
  try {
    const publicKey = await importJWK(publicSigningOf(key), 'EdDSA')
    const { payload, protectedHeader } = await compactVerify(token, publicKey, {
      algorithms: ['EdDSA'],
    })
    const facts: unknown = JSON.parse(new TextDecoder().decode(payload))
    if (protectedHeader.typ !== typ || !Value.Check(Facts, facts)) {
      return fail({ code: 'receipt.invalid' })
    }
    const { r: receiptNumber, t, f: fingers, d: digest } = facts
    return ok({ receiptNumber, attestedAtMs: t * 1_000, fingers, digest })
  } catch {
    return fail({ code: 'receipt.invalid' })
  }
}

/** `9f2a 41c0 77de 0b13`: as the receipt prints it. */
export function groupedDigest(digest: string): string {
  return (digest.match(/.{4}/g) ?? []).join(' ')
}
