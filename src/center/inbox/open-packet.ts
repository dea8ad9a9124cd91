// Open packet — from bytes that came over the line to what an office really captured, or why not.
//
//   read the shape → who sent it → do the sealed items belong → unseal → do the plain items belong

import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { SigningKey } from '#enrollment/keys'
import type { Manifest } from '#enrollment/manifest'
import {
  type Attestation,
  attestationTyp,
  type Consignment,
  consignmentOf,
  consignmentTyp,
  type Packet,
  type PacketIssue,
  readPacket,
} from '#enrollment/packet'
import { open, type SignatureIssue, verifyWord } from '#enrollment/seal'
import { fail, ok, type Result } from '#kit/result'
import { sha256Hex } from '#kit/sha256'

export interface OpenedPacket {
  readonly caseId: CaseId
  readonly manifest: Manifest
  readonly attestation: string
  /** Plain items by name, each as its digest in the manifest says. */
  readonly items: ReadonlyMap<string, Uint8Array>
}

export type OpenIssue =
  | PacketIssue
  | SignatureIssue
  | { readonly code: 'packet.other-office' }
  | { readonly code: 'packet.tampered' }
  | { readonly code: 'packet.not-for-us'; readonly item: string }
  | { readonly code: 'packet.item-differs'; readonly item: string }

export interface Sender {
  readonly officeId: string
  readonly signingKey: SigningKey
}

/** Trusts nothing but the sender's key: whatever does not fit is an issue, and nothing is kept. */
export async function openPacket(
  bytes: Uint8Array,
  sender: Sender,
  sealingIdentity: string,
): Promise<Result<OpenedPacket, OpenIssue>> {
  const packet = readPacket(bytes)
  if (!packet.ok) return packet
  const consigned = await checkConsignment(packet.value, sender)
  if (!consigned.ok) return consigned
  return unsealItems(packet.value, sealingIdentity)
}

export function fingerItemName(position: FingerPosition): string {
  return `finger-${position}`
}

async function checkConsignment(
  packet: Packet,
  sender: Sender,
): Promise<Result<undefined, OpenIssue>> {
  const verified = await verifyWord(packet.consignment, consignmentTyp, (kid) =>
    kid === sender.signingKey.kid ? sender.signingKey : undefined,
  )
  if (!verified.ok) return verified
  if (packet.manifest.officeId !== sender.officeId) return fail({ code: 'packet.other-office' })

  const facts = verified.value.facts as Consignment
  const expected = await consignmentOf(
    packet.manifest.caseId,
    packet.manifestBytes,
    packet.items,
    facts.operatorKey,
  )
  // Both sides write the same few fields in the same order.
  if (JSON.stringify(facts) !== JSON.stringify(expected)) return fail({ code: 'packet.tampered' })
  return checkAttestation(packet, facts)
}

async function checkAttestation(
  packet: Packet,
  { operatorKey, manifestSha256 }: Consignment,
): Promise<Result<undefined, OpenIssue>> {
  const verified = await verifyWord(packet.attestation, attestationTyp, (kid) =>
    kid === operatorKey?.kid ? operatorKey : undefined,
  )
  if (!verified.ok) return verified
  const { caseId, manifestSha256: attested } = verified.value.facts as Partial<Attestation>
  const fits = caseId === packet.manifest.caseId && attested === manifestSha256
  return fits ? ok(undefined) : fail({ code: 'packet.tampered' })
}

async function unsealItems(
  packet: Packet,
  identity: string,
): Promise<Result<OpenedPacket, OpenIssue>> {
  const items = new Map<string, Uint8Array>()
  for (const { name, sha256, bytes } of packet.manifest.items) {
    const sealed = packet.items.get(name)
    const plain = sealed === undefined ? undefined : await open(sealed, identity)
    if (plain === undefined || !plain.ok) return fail({ code: 'packet.not-for-us', item: name })
    if (plain.value.length !== bytes || (await sha256Hex(plain.value)) !== sha256) {
      return fail({ code: 'packet.item-differs', item: name })
    }
    items.set(name, plain.value)
  }
  return ok({
    caseId: packet.manifest.caseId as CaseId,
    manifest: packet.manifest,
    attestation: packet.attestation,
    items,
  })
}
