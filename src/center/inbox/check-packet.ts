// Check packet — a file that has arrived whole: is it the packet that was announced, and from whom it says?

import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import { type Sender, type VerifyIssue, verifyPacket } from './open-packet.ts'

export interface PacketAsked {
  readonly path: string
  /** SHA-256 in hexadecimal: the name under which it was announced. */
  readonly digest: string
  readonly sender: Sender
}

export interface CheckedPacket {
  readonly caseId: CaseId
  readonly byteCount: number
}

export type CheckIssue = VerifyIssue | { readonly code: 'packet.digest-differs' }

export type CheckPacket = (asked: PacketAsked) => Promise<Result<CheckedPacket, CheckIssue>>

/** Reads the file; rejects where the disk does not give it. */
export const checkPacket: CheckPacket = async ({ path, digest, sender }) => {
  const bytes = await readWhole(path, digest)
  if (bytes === undefined) return fail({ code: 'packet.digest-differs' })
  const verified = await verifyPacket(bytes, sender)
  return verified.ok ? ok({ caseId: verified.value.caseId, byteCount: bytes.length }) : verified
}

/** The bytes of a file, if their SHA-256 is this one. */
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
