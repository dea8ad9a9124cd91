// SHA-256 — the digest by which bytes are named, through WebCrypto: alike in Node and in a browser.

import { hexOf } from '#kit/bytes'

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}

/** In lower-case hexadecimal. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return hexOf(await sha256(bytes))
}
