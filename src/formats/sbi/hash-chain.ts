// Hash chain — ties each capture to the one before it, so that none can be left out or slipped in.
//
//     hash = UPPERHEX(SHA-256( bytes of previousHash ‖ SHA-256(finger image record) ))
//
// The bytes are joined, not their hexadecimal text.

import { assert } from '#kit/assert'
import { bytesOfHex, concat, hexOf } from '#kit/bytes'

/** SHA-256 of nothing: before the first capture of a transaction. */
export const firstPreviousHash = 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855'

export function isChainHash(text: string): boolean {
  return /^[0-9A-Fa-f]{64}$/.test(text)
}

export async function chainHash(previousHash: string, record: Uint8Array): Promise<string> {
  const previous = isChainHash(previousHash) ? bytesOfHex(previousHash) : undefined
  assert(previous !== undefined, 'the previous hash is 64 hexadecimal digits')
  return hexOf(await sha256(concat(previous, await sha256(record)))).toUpperCase()
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
}
