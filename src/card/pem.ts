// PEM — certificates and keys as text (RFC 7468).

import { MAX_CERTIFICATES } from './limits.ts'

type PemLabel = 'CERTIFICATE' | 'PRIVATE KEY'

export function pemOf(label: PemLabel, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The DER of each block with this label, in order; other blocks and words between are passed by. */
export function derBlocksOf(label: PemLabel, pem: string): Uint8Array<ArrayBuffer>[] {
  const blocks: Uint8Array<ArrayBuffer>[] = []
  const pattern = new RegExp(
    `-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]*)-----END ${label}-----`,
    'g',
  )
  for (const [, base64 = ''] of pem.matchAll(pattern)) {
    if (blocks.length === MAX_CERTIFICATES) break
    blocks.push(new Uint8Array(Buffer.from(base64, 'base64')))
  }
  return blocks
}
