// Gathering — writes to a file what comes, at once; and whatever comes while a write is under way, all
// together in the next one: many small writes cost more than few large ones.

import type { FileHandle } from 'node:fs/promises'
import { gatheredBytesMax } from '../limits.ts'

export interface Gathering {
  /** Waits only where very much has come since the write that is under way. */
  write(part: Uint8Array): Promise<void>
  /** All that came is written; rejects where a write failed. */
  end(): Promise<void>
}

export function gatheringTo(file: Pick<FileHandle, 'writev' | 'writeFile'>): Gathering {
  let parts: Uint8Array[] = []
  let byteCount = 0
  let writing: Promise<void> | undefined
  let fault: unknown

  const writeAll = async () => {
    while (parts.length > 0) {
      const [now, nowBytes] = [parts, byteCount]
      parts = []
      byteCount = 0
      const { bytesWritten } = await file.writev(now)
      // A disk that is nearly full may take only some: then it says why it does not take the rest.
      if (bytesWritten < nowBytes) await file.writeFile(Buffer.concat(now).subarray(bytesWritten))
    }
  }
  const start = async () => {
    try {
      await writeAll()
    } catch (error) {
      fault = error
    }
    writing = undefined
  }
  const end = async () => {
    await writing
    if (fault !== undefined) throw fault
  }
  return {
    async write(part) {
      parts.push(part)
      byteCount += part.length
      writing ??= start()
      if (byteCount >= gatheredBytesMax) await end()
    },
    end,
  }
}
