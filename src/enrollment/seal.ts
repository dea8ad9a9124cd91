// Seal — bytes that only one reader can open (age), and words that only one writer can have said (JWS).

import { Decrypter, Encrypter } from 'age-encryption'
import { base64url, CompactSign, compactVerify, importJWK } from 'jose'
import type { SigningKey } from '#enrollment/keys'
import { fail, ok, type Result } from '#kit/result'

export type SealIssue = { readonly code: 'seal.cannot-open' }
export type SignatureIssue =
  | { readonly code: 'signature.invalid' }
  | { readonly code: 'signature.unknown-key' }

/** Seals to one or several age recipients; any one of them can open. */
export async function seal(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

export async function open(
  sealed: Uint8Array,
  identity: string,
): Promise<Result<Uint8Array, SealIssue>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return ok(await decrypter.decrypt(sealed))
  } catch {
    return fail({ code: 'seal.cannot-open' })
  }
}

/** A compact JWS over JSON facts; `typ` says what kind of word this is, so none passes for another. */
export async function signWord(facts: object, typ: string, key: SigningKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(facts)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ })
    .sign(await importJWK(key, 'EdDSA'))
}

/** The same, where whoever keeps the key signs bytes and does not show it. */
export async function signWordBy(
  facts: object,
  typ: string,
  kid: string,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const part = (value: object) => base64url.encode(JSON.stringify(value))
  const signed = `${part({ alg: 'EdDSA', kid, typ })}.${part(facts)}`
  return `${signed}.${base64url.encode(await sign(new TextEncoder().encode(signed)))}`
}

/** The facts of a word, if it was signed by the key that `keyOf` knows under its `kid`. */
export async function verifyWord(
  word: string,
  typ: string,
  keyOf: (kid: string) => SigningKey | undefined | Promise<SigningKey | undefined>,
): Promise<Result<{ readonly facts: unknown; readonly kid: string }, SignatureIssue>> {
  let unknownKey = false
  try {
    const { payload, protectedHeader } = await compactVerify(
      word,
      async (header) => {
        const key = header.kid === undefined ? undefined : await keyOf(header.kid)
        if (key === undefined) {
          unknownKey = true
          throw new Error('unknown key')
        }
        return importJWK(key, 'EdDSA')
      },
      { algorithms: ['EdDSA'] },
    )
    if (protectedHeader.typ !== typ || protectedHeader.kid === undefined) {
      return fail({ code: 'signature.invalid' })
    }
    const facts: unknown = JSON.parse(new TextDecoder().decode(payload))
    return ok({ facts, kid: protectedHeader.kid })
  } catch {
    return fail({ code: unknownKey ? 'signature.unknown-key' : 'signature.invalid' })
  }
}
