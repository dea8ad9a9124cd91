// Packet — one case on its way to the center: the manifest, two signatures over it, sealed items.
//
//   packet = CBOR { format, manifest, attestation, consignment, items: { name: sealed bytes } }
//
//   attestation   the operator's JWS over the manifest's digest: «this is what I captured»
//   consignment   the office's JWS over the digests of manifest and sealed items: «this we sent»
//
// The packet is named by the SHA-256 of its bytes; the center acknowledges that name.

import { decode, encode } from 'cborg'
import type { SigningKey } from '#enrollment/keys'
import { packetBytesMax, packetItemsMax } from '#enrollment/limits'
import { type Manifest, type ManifestIssue, readManifest } from '#enrollment/manifest'
import { fail, ok, type Result } from '#kit/result'
import { sha256Hex } from '#kit/sha256'

export const attestationTyp = 'loket-attestation+jws'
export const consignmentTyp = 'loket-consignment+jws'

const FORMAT = 'loket-packet-1'

export interface Packet {
  readonly manifest: Manifest
  /** The manifest as it was signed, byte for byte. */
  readonly manifestBytes: Uint8Array
  readonly attestation: string
  readonly consignment: string
  readonly items: ReadonlyMap<string, Uint8Array>
}

export type PacketIssue =
  | { readonly code: 'packet.too-large'; readonly bytes: number }
  | { readonly code: 'packet.unreadable' }
  | { readonly code: 'packet.items-differ' }
  | ManifestIssue

/** What the office's consignment word says. */
export interface Consignment {
  readonly caseId: string
  readonly manifestSha256: string
  readonly itemsSha256: Readonly<Record<string, string>>
  /** The public key of the operator who attested: the office vouches for it. */
  readonly operatorKey: SigningKey
}

/** What the operator's attestation word says. */
export interface Attestation {
  readonly caseId: string
  readonly manifestSha256: string
  readonly operator: string
  readonly attestedAtMs: number
  readonly receiptNumber: string
}

export function writePacket(parts: {
  readonly manifestBytes: Uint8Array
  readonly attestation: string
  readonly consignment: string
  readonly items: ReadonlyMap<string, Uint8Array>
}): Uint8Array {
  return encode({
    format: FORMAT,
    manifest: parts.manifestBytes,
    attestation: parts.attestation,
    consignment: parts.consignment,
    items: Object.fromEntries(parts.items),
  })
}

export function readPacket(bytes: Uint8Array): Result<Packet, PacketIssue> {
  if (bytes.length > packetBytesMax) return fail({ code: 'packet.too-large', bytes: bytes.length })
  const shape = shapeOf(bytes)
  if (shape === undefined) return fail({ code: 'packet.unreadable' })

  const manifest = readManifest(shape.manifestBytes)
  if (!manifest.ok) return manifest
  const listed = manifest.value.items.map((item) => item.name).toSorted()
  const carried = [...shape.items.keys()].toSorted()
  if (listed.join() !== carried.join()) return fail({ code: 'packet.items-differ' })
  return ok({ ...shape, manifest: manifest.value })
}

/**
 * The consignment that belongs to these sealed items: the office signs it, the center compares.
 * `digestOf` answers a SHA-256 in hexadecimal, where the platform has a quicker one.
 */
export async function consignmentOf(
  caseId: string,
  manifestBytes: Uint8Array,
  items: ReadonlyMap<string, Uint8Array>,
  operatorKey: SigningKey,
  digestOf: (bytes: Uint8Array) => string | Promise<string> = sha256Hex,
): Promise<Consignment> {
  const digests: [string, string][] = []
  for (const name of [...items.keys()].toSorted()) {
    digests.push([name, await digestOf(items.get(name) as Uint8Array)])
  }
  return {
    caseId,
    manifestSha256: await sha256Hex(manifestBytes),
    itemsSha256: Object.fromEntries(digests),
    operatorKey,
  }
}

function shapeOf(bytes: Uint8Array): Omit<Packet, 'manifest'> | undefined {
  let read: unknown
  try {
    read = decode(bytes)
  } catch {
    return undefined
  }
  if (typeof read !== 'object' || read === null) return undefined
  const { format, manifest, attestation, consignment, items } = read as Record<string, unknown>
  if (format !== FORMAT || !(manifest instanceof Uint8Array)) return undefined
  if (typeof attestation !== 'string' || typeof consignment !== 'string') return undefined
  if (typeof items !== 'object' || items === null) return undefined

  const entries = Object.entries(items)
  if (entries.length > packetItemsMax) return undefined
  if (!entries.every((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array)) {
    return undefined
  }
  return { manifestBytes: manifest, attestation, consignment, items: new Map(entries) }
}
