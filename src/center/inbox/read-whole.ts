// Read whole — the bytes of a packet's file, if they are those that were announced.

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Undefined where the SHA-256 of the file is another one. */
export async function readWhole(path: string, digest: string): Promise<Buffer | undefined> {
  const bytes = await readAtOnce(path)
  return createHash('sha256').update(bytes).digest('hex') === digest ? bytes : undefined
}

/** Into one piece of memory: `readFile` would gather it from several. */
async function readAtOnce(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const bytes = Buffer.allocUnsafeSlow(size)
    let length = 0
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length, length)
      // Cut off meanwhile: then its digest is another.
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
}
