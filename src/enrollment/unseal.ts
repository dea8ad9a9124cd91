// Unseal — opens what was sealed here, by the thousand: the library reads who may open it and with
// which key, the platform's own cipher opens the bytes.
//
// For where a server opens packets; `open` in `seal.ts` answers the same, slower, and runs in a
// browser as well.

import { createDecipheriv, hkdfSync } from 'node:crypto'
import { Decrypter, identityToRecipient } from 'age-encryption'
import type { SealIssue } from '#enrollment/seal'
import { fail, ok, type Result } from '#kit/result'

/** Opens what is sealed to one age identity. */
export type Unseal = (sealed: Uint8Array) => Promise<Result<Uint8Array, SealIssue>>

/** The key is worked out once, so keep what this answers. Throws where the identity is none. */
export function unsealWith(identity: string): Unseal {
  const made = decrypterOf(identity)
  return async (sealed) => {
    const decrypter = await made
    try {
      const headerBytes = headerBytesOf(sealed)
      const fileKey = await decrypter.decryptHeader(sealed.slice(0, headerBytes))
      const nonceEnd = headerBytes + nonceBytes
      const key = hkdfSync('sha256', fileKey, sealed.subarray(headerBytes, nonceEnd), 'payload', 32)
      return ok(openPayload(sealed.subarray(nonceEnd), new Uint8Array(key)))
    } catch {
      return fail({ code: 'seal.cannot-open' })
    }
  }
}

/** From its text the library works the platform's key out anew for each thing that it opens. */
async function decrypterOf(identity: string): Promise<Decrypter> {
  // Its letters are checked by the library.
  await identityToRecipient(identity)
  const decrypter = new Decrypter()
  if (identity.startsWith(x25519Prefix)) decrypter.addIdentity(await platformKeyOf(identity))
  else decrypter.addIdentity(identity)
  return decrypter
}

const x25519Prefix = 'AGE-SECRET-KEY-1'
const bech32Letters = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
const checksumLetters = 6
/** What stands before the 32 bytes of an X25519 key in PKCS #8. RFC 8410, 7. */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** Five bits a letter, the checksum left out. BIP 173. */
function platformKeyOf(identity: string): Promise<CryptoKey> {
  const letters = identity.slice(x25519Prefix.length, -checksumLetters)
  const bits = [...letters].map((it) => bech32Letters.indexOf(it).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const key = Buffer.concat([pkcs8Head, Buffer.from(bytes.map((it) => Number.parseInt(it, 2)))])
  return crypto.subtle.importKey('pkcs8', key, { name: 'X25519' }, false, ['deriveBits'])
}

const nonceBytes = 16
const chunkBytes = 64 * 1024
const tagBytes = 16
const sealedChunkBytes = chunkBytes + tagBytes

/** Up to the end of its last line, which is the only one that begins with three dashes. */
function headerBytesOf(sealed: Uint8Array): number {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const lastLine = bytes.indexOf('\n--- ')
  const end = lastLine === -1 ? -1 : bytes.indexOf('\n', lastLine + 1)
  if (end === -1) throw new Error('there is no header')
  return end + 1
}

/** ChaCha20-Poly1305 chunk by chunk: counted, and the last one marked. age-encryption.org/v1, payload. */
function openPayload(payload: Uint8Array, key: Uint8Array): Uint8Array {
  const count = Math.max(1, Math.ceil(payload.length / sealedChunkBytes))
  const plainBytes = payload.length - count * tagBytes
  const lastBytes = plainBytes - (count - 1) * chunkBytes
  // Only of nothing at all is the last chunk empty.
  if (lastBytes < 0 || (lastBytes === 0 && count > 1)) throw new Error('torn')
  const plain = new Uint8Array(plainBytes)
  const nonce = Buffer.alloc(12)
  for (let at = 0; at < count; at++) {
    nonce.writeUInt32BE(at, 7)
    nonce[11] = at === count - 1 ? 1 : 0
    const chunk = payload.subarray(at * sealedChunkBytes, (at + 1) * sealedChunkBytes)
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagBytes })
    decipher.setAuthTag(chunk.subarray(-tagBytes))
    plain.set(decipher.update(chunk.subarray(0, -tagBytes)), at * chunkBytes)
    decipher.final()
  }
  return plain
}
