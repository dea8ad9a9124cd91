// SHA-256 — the digest by which bytes are named, through WebCrypto: alike in Node and in a browser.

import { hexOf } from '#kit/bytes'

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  // Memory that threads share is copied first: it may not change meanwhile.
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', own as Uint8Array<ArrayBuffer>))
}

/** In lower-case hexadecimal. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return hexOf(await sha256(bytes))
}
