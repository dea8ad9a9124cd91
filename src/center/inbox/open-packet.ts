// Open packet — from bytes that came over the line to what an office really captured, or why not.
//
//   verify   read the shape → who sent it → do the sealed items belong: before it is acknowledged
//   unseal   open each item → is it the one in the manifest: when it is enrolled

import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { type CaseId, parseCaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { SigningKey } from '#enrollment/keys'
import type { Manifest } from '#enrollment/manifest'
import {
  attestationTyp,
  consignmentOf,
  consignmentTyp,
  type Packet,
  type PacketIssue,
  readPacket,
} from '#enrollment/packet'
import { type SignatureIssue, verifyWord } from '#enrollment/seal'
import { unsealWith } from '#enrollment/unseal'
import { fail, ok, type Result } from '#kit/result'

export interface OpenedPacket {
  readonly caseId: CaseId
  readonly manifest: Manifest
  readonly attestation: string
  /** Plain items by name, each as its digest in the manifest says. */
  readonly items: ReadonlyMap<string, Uint8Array>
}

export interface VerifiedPacket extends Packet {
  readonly caseId: CaseId
}

export type VerifyIssue =
  | PacketIssue
  | SignatureIssue
  | { readonly code: 'packet.other-office' }
  | { readonly code: 'packet.tampered' }

export type UnsealIssue =
  | { readonly code: 'packet.not-for-us'; readonly item: string }
  | { readonly code: 'packet.item-differs'; readonly item: string }

export interface Sender {
  readonly officeId: string
  readonly signingKey: SigningKey
}

/**
 * Trusts nothing but the sender's key: whatever does not fit is an issue. Takes milliseconds, so a
 * packet that would be refused is never acknowledged.
 */
export async function verifyPacket(
  bytes: Uint8Array,
  sender: Sender,
): Promise<Result<VerifiedPacket, VerifyIssue>> {
  const packet = readPacket(bytes)
  if (!packet.ok) return packet
  const consigned = await checkConsignment(packet.value, sender)
  if (!consigned.ok) return consigned
  const caseId = parseCaseId(packet.value.manifest.caseId)
  if (caseId === undefined) return fail({ code: 'manifest.unreadable' })
  return ok({ ...packet.value, caseId })
}

export function fingerItemName(position: FingerPosition): string {
  return `finger-${position}`
}

/** What the checks below read of a word that the office signed: it may hold anything. */
const Consigned = Type.Object({
  caseId: Type.String(),
  manifestSha256: Type.String(),
  operatorKey: Type.Object({ kid: Type.String(), x: Type.String() }),
})
const Attested = Type.Object({ caseId: Type.String(), manifestSha256: Type.String() })

/** Megabytes in a burst: without a copy for another thread. */
function digestHere(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function checkConsignment(
  packet: Packet,
  sender: Sender,
): Promise<Result<undefined, VerifyIssue>> {
  const verified = await verifyWord(packet.consignment, consignmentTyp, (kid) =>
    kid === sender.signingKey.kid ? sender.signingKey : undefined,
  )
  if (!verified.ok) return verified
  const { facts } = verified.value
  if (packet.manifest.officeId !== sender.officeId) return fail({ code: 'packet.other-office' })
  if (!Value.Check(Consigned, facts)) return fail({ code: 'packet.tampered' })

  const operatorKey = facts.operatorKey as SigningKey
  const { caseId } = packet.manifest
  const expected = await consignmentOf(
    caseId,
    packet.manifestBytes,
    packet.items,
    operatorKey,
    digestHere,
  )
  // Both sides write the same few fields in the same order.
  if (JSON.stringify(facts) !== JSON.stringify(expected)) return fail({ code: 'packet.tampered' })
  return checkAttestation(packet, operatorKey, expected.manifestSha256)
}

async function checkAttestation(
  packet: Packet,
  operatorKey: SigningKey,
  manifestSha256: string,
): Promise<Result<undefined, VerifyIssue>> {
  const verified = await verifyWord(packet.attestation, attestationTyp, (kid) =>
    kid === operatorKey.kid ? operatorKey : undefined,
  )
  if (!verified.ok) return verified
  const { facts } = verified.value
  const fits =
    Value.Check(Attested, facts) &&
    facts.caseId === packet.manifest.caseId &&
    facts.manifestSha256 === manifestSha256
  return fits ? ok(undefined) : fail({ code: 'packet.tampered' })
}

/** Verifies and opens the items with the center's key: each must be what the operator attested. */
export async function openPacket(
  bytes: Uint8Array,
  sender: Sender,
  sealingIdentity: string,
): Promise<Result<OpenedPacket, VerifyIssue | UnsealIssue>> {
  const verified = await verifyPacket(bytes, sender)
  return verified.ok ? unsealPacket(verified.value, sealingIdentity) : verified
}

/** Opens the items of a verified packet: each must be what the operator attested. */
export async function unsealPacket(
  packet: VerifiedPacket,
  identity: string,
): Promise<Result<OpenedPacket, UnsealIssue>> {
  const unseal = unsealWith(identity)
  const items = new Map<string, Uint8Array>()
  for (const { name, sha256, bytes } of packet.manifest.items) {
    const sealed = packet.items.get(name)
    const plain = sealed === undefined ? undefined : await unseal(sealed)
    if (plain === undefined || !plain.ok) return fail({ code: 'packet.not-for-us', item: name })
    if (plain.value.length !== bytes || digestHere(plain.value) !== sha256) {
      return fail({ code: 'packet.item-differs', item: name })
    }
    items.set(name, plain.value)
  }
  return ok({
    caseId: packet.caseId,
    manifest: packet.manifest,
    attestation: packet.attestation,
    items,
  })
}
