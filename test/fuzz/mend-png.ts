// Mend PNG — the signature and the check sums of all chunks made right again, so that what stands
// in them is looked at.

import { crc32 } from 'node:zlib'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const chunksMax = 1_000

/** Up to the first chunk that reaches beyond the end. */
export function mendPng(bytes: Uint8Array): Uint8Array {
  if (bytes.length < signature.length) return bytes
  const mended = bytes.slice()
  mended.set(signature)
  const view = new DataView(mended.buffer)
  let at = signature.length
  for (let chunk = 0; chunk < chunksMax && at + 12 <= mended.length; chunk++) {
    const end = at + 8 + view.getUint32(at)
    if (end + 4 > mended.length) break
    view.setUint32(end, crc32(mended.subarray(at + 4, end)))
    at = end + 4
  }
  return mended
}
