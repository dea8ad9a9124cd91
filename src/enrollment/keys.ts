// Keys — what an office and the center know each other by: a signing key and a sealing key each.
//
// Signing is Ed25519 (JWS, RFC 7515 and 8037, by `jose`); sealing is age with X25519
// (age-encryption.org/v1, by `age-encryption`). Both are published formats with other readers.

import { generateIdentity, identityToRecipient } from 'age-encryption'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

/** What the other side is given at enrollment. */
export interface PublicKeys {
  /** Ed25519 public key as JWK, with a `kid`. */
  readonly signing: SigningKey
  /** age recipient, `age1…`. */
  readonly sealing: string
}

export interface PrivateKeys {
  readonly signing: SigningKey
  /** age identity, `AGE-SECRET-KEY-1…`. */
  readonly sealing: string
}

export type SigningKey = JWK & {
  readonly kid: string
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
}

export async function generateKeys(kid: string): Promise<PrivateKeys> {
  return { signing: await generateSigningKey(kid), sealing: await generateIdentity() }
}

export async function generateSigningKey(kid: string): Promise<SigningKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = await exportJWK(pair.privateKey)
  return { ...jwk, kid, kty: 'OKP', crv: 'Ed25519' }
}

export async function publicKeysOf(keys: PrivateKeys): Promise<PublicKeys> {
  return {
    signing: publicSigningOf(keys.signing),
    sealing: await identityToRecipient(keys.sealing),
  }
}

export function publicSigningOf({ d: _private, ...open }: SigningKey): SigningKey {
  return open
}
