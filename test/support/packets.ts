// Packets — what an office would send: a resident, prints, two signatures, sealed to the center.

import { randomUUID } from 'node:crypto'
import type { CaseId } from '../../src/enrollment/events.ts'
import { type FingerPosition, fingerPositions } from '../../src/enrollment/fingers.ts'
import { generateSigningKey, publicSigningOf, type SigningKey } from '../../src/enrollment/keys.ts'
import { type Manifest, writeManifest } from '../../src/enrollment/manifest.ts'
import {
  attestationTyp,
  consignmentOf,
  consignmentTyp,
  writePacket,
} from '../../src/enrollment/packet.ts'
import { seal, signWord } from '../../src/enrollment/seal.ts'
import { seeded } from '../../src/kit/seeded.ts'
import { sha256Hex } from '../../src/kit/sha256.ts'
import type { Biodata } from '../../src/resident/biodata.ts'
import { calendarDateAt } from '../../src/resident/calendar-date.ts'
import { sampleResident } from '../../src/resident/sample-residents.ts'
import { printOf } from './prints.ts'
import { morning } from './staff.ts'

export interface PacketAsked {
  readonly officeId: string
  readonly officeKey: SigningKey
  readonly recipients: readonly string[]
  readonly caseId?: string
  /** Who the papers say it is; the same text, the same resident. */
  readonly resident: string
  /** What the papers say otherwise. */
  readonly biodata?: Partial<Biodata>
  /** Whose finger lies at which position. */
  readonly fingers: Partial<Record<FingerPosition, string>>
  readonly visit?: string
  /** Finger image records in place of grown ones. */
  readonly records?: Partial<Record<FingerPosition, Uint8Array>>
  readonly photo?: Uint8Array
  /** Signs the attestation in place of the operator that the office vouches for. */
  readonly attestedBy?: SigningKey
  readonly capturedAtMs?: number
  /** What the list of contents says otherwise, as the office signs it. */
  readonly told?: object
  /** What is sealed in place of the items that the manifest tells of. */
  readonly swapped?: Readonly<Record<string, Uint8Array>>
}

export interface MadePacket {
  readonly caseId: CaseId
  readonly bytes: Buffer
  readonly digest: string
}

export function residentNamed(name: string): Biodata {
  return sampleResident(seeded(`resident ${name}`), calendarDateAt(morning))
}

export async function makePacket(asked: PacketAsked): Promise<MadePacket> {
  const caseId = asked.caseId ?? randomUUID()
  const plain = await itemsOf(asked)
  const manifest = await manifestOf(asked, caseId, plain)
  const manifestBytes = writeManifest({ ...manifest, ...asked.told })
  const operator = await generateSigningKey('operator-1')
  const items = new Map<string, Uint8Array>()
  for (const [name, bytes] of plain) {
    items.set(name, await seal(asked.swapped?.[name] ?? bytes, asked.recipients))
  }
  const consignment = await consignmentOf(caseId, manifestBytes, items, publicSigningOf(operator))
  const attestation = {
    caseId,
    manifestSha256: consignment.manifestSha256,
    operator: 'operator-1',
    attestedAtMs: morning,
    receiptNumber: '1',
  }
  const bytes = Buffer.from(
    writePacket({
      manifestBytes,
      attestation: await signWord(attestation, attestationTyp, asked.attestedBy ?? operator),
      consignment: await signWord(consignment, consignmentTyp, asked.officeKey),
      items,
    }),
  )
  return { caseId: caseId as CaseId, bytes, digest: await sha256Hex(bytes) }
}

async function itemsOf(asked: PacketAsked): Promise<ReadonlyMap<string, Uint8Array>> {
  const biodata = new TextEncoder().encode(
    JSON.stringify({ ...residentNamed(asked.resident), ...asked.biodata }),
  )
  const items = new Map<string, Uint8Array>([
    ['biodata', biodata],
    ['photo', asked.photo ?? new Uint8Array([1])],
    ['signature', new Uint8Array([2])],
  ])
  for (const position of fingerPositions) {
    const person = asked.fingers[position]
    if (person === undefined) continue
    const given = asked.records?.[position]
    const record = given ?? (await printOf(person, position, asked.visit ?? 'first'))
    items.set(`finger-${position}`, record)
  }
  return items
}

async function manifestOf(
  { officeId, fingers, capturedAtMs = morning }: PacketAsked,
  caseId: string,
  plain: ReadonlyMap<string, Uint8Array>,
): Promise<Manifest> {
  const items: Manifest['items'] = []
  for (const [name, bytes] of plain) {
    const mediaType = 'application/octet-stream'
    items.push({ name, mediaType, sha256: await sha256Hex(bytes), bytes: bytes.length })
  }
  const taken = fingerPositions.filter((position) => fingers[position] !== undefined)
  const missing = fingerPositions.filter((position) => fingers[position] === undefined)
  return {
    version: 1,
    caseId,
    officeId,
    serviceType: 'new',
    standardVersion: 'sk-56-2024',
    capturedAtMs,
    sentOn: false,
    items,
    fingers: taken.map((position) => ({ position, quality: 90, tries: 1, accepted: false })),
    exceptions: missing.map((position) => ({ position, kind: 'missing' })),
  }
}
