// Send — one packet to the center: announce it, carry on from where the line last dropped, and
// believe it arrived only when the center's signed word says so.

import { verifyWord } from '#enrollment/seal'
import type { Received } from '#enrollment/transfer'
import {
  packetPartMediaType,
  receivedTyp,
  UploadState,
  uploadOffsetHeader,
} from '#enrollment/transfer'
import { fail, ok, type Result } from '#kit/result'
import { sha256Hex } from '#kit/sha256'
import { resendFirstMs, resendMsMax, resendRefusedMs } from '../limits.ts'
import type { OfficeWorld } from '../world.ts'
import { callCenter, type LineIssue, problemOf, quietMsOf } from './center-line.ts'
import { acknowledge, noteOffset, postpone, postponeAll, type WaitingPacket } from './store.ts'

export type SendNeeds = Pick<OfficeWorld, 'db' | 'fetch' | 'clock' | 'identity' | 'settings'>

/** Sends a packet, or postpones it with the reason; answers whether the center has it now. */
export async function sendPacket(needs: SendNeeds, packet: WaitingPacket): Promise<boolean> {
  const sent = await carry(needs, packet)
  if (sent.ok) {
    await acknowledge(needs.db, packet, sent.value, needs.clock())
    return true
  }
  const waitMs = (await isForGood(sent.issue, packet))
    ? resendRefusedMs
    : Math.min(resendFirstMs * 2 ** packet.tries, resendMsMax)
  await postpone(needs.db, packet.digest, problemOf(sent.issue), needs.clock() + waitMs)
  const quietMs = quietMsOf(sent.issue)
  if (quietMs !== undefined) await postponeAll(needs.db, needs.clock() + quietMs)
  return false
}

/** What the center finds wrong with the packet itself, no other try will mend. */
async function isForGood(issue: LineIssue, packet: WaitingPacket): Promise<boolean> {
  if (issue.code !== 'center.refused' || issue.status !== 422) return false
  // Damaged on the way, or by a power cut over there: then what lies here is still whole.
  const wasDamaged = issue.reason === 'packet.digest-differs'
  return !wasDamaged || (await sha256Hex(packet.bytes)) !== packet.digest
}

async function carry(needs: SendNeeds, packet: WaitingPacket): Promise<Result<string, LineIssue>> {
  const path = `/v1/packets/${packet.digest}`
  const announced = await callCenter(
    needs,
    {
      method: 'PUT',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ bytes: packet.bytes.length }),
    },
    UploadState,
  )
  if (!announced.ok) return announced
  if (announced.value.complete) return checkReceived(needs, packet, announced.value.received)

  const { offset } = announced.value
  await noteOffset(needs.db, packet.digest, offset)
  const carried = await callCenter(
    needs,
    {
      method: 'PATCH',
      path,
      headers: { 'content-type': packetPartMediaType, [uploadOffsetHeader]: String(offset) },
      body: new Uint8Array(packet.bytes.subarray(offset)),
    },
    UploadState,
  )
  if (!carried.ok) return carried
  return checkReceived(needs, packet, carried.value.received)
}

async function checkReceived(
  needs: SendNeeds,
  packet: WaitingPacket,
  word: string | undefined,
): Promise<Result<string, LineIssue>> {
  const center = needs.identity.center()?.center
  if (center === undefined) return fail({ code: 'center.not-enrolled' })
  const verified = await verifyWord(word ?? '', receivedTyp, (kid) =>
    kid === center.signing.kid ? center.signing : undefined,
  )
  const facts = verified.ok ? (verified.value.facts as Partial<Received>) : undefined
  if (word === undefined || facts?.packetDigest !== packet.digest) {
    return fail({ code: 'center.unintelligible' })
  }
  return ok(word)
}
