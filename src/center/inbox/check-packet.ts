// Check packet — a file that has arrived whole: is it the packet that was announced, and from whom it says?

import type { CaseId } from '#enrollment/events'
import { fail, ok, type Result } from '#kit/result'
import { type Sender, type VerifyIssue, verifyPacket } from './open-packet.ts'
import { readWhole } from './read-whole.ts'

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
