// Items — what the packet of a case will hold, listed by digest, so that attestation can sign the
// list and register can pack exactly that.

import type { CaseId } from '#enrollment/events'
import type { ManifestItem } from '#enrollment/manifest'
import { present } from '#kit/assert'
import { sha256Hex } from '#kit/sha256'
import type { Biodata } from '#resident/biodata'
import type { OfficeTransaction } from '../log/log.ts'
import { type CapturedFinger, takenFingersOf } from './captured.ts'

const fingerMediaType = 'application/vnd.iso.19794-4'

/** The same bytes for the same biodata: field names in the order of the alphabet, at every depth. */
export function biodataBytes(biodata: Biodata): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(sorted(biodata)))
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inside]) => [name, sorted(inside)]))
}

/** Biodata, photo, signature and each finger's best try. */
export async function manifestItemsOf(
  transaction: OfficeTransaction,
  caseId: CaseId,
  biodata: Biodata,
  fingers: readonly CapturedFinger[],
): Promise<readonly ManifestItem[]> {
  const plain = biodataBytes(biodata)
  const items: ManifestItem[] = [
    {
      name: 'biodata',
      mediaType: 'application/json',
      sha256: await sha256Hex(plain),
      bytes: plain.length,
    },
  ]
  const images = await transaction
    .selectFrom('capture_images')
    .select(['name', 'media_type', 'sha256', 'byte_count'])
    .where('case_id', '=', caseId)
    .orderBy('name')
    .execute()
  for (const { name, media_type, sha256, byte_count } of images) {
    items.push({ name, mediaType: media_type, sha256, bytes: byte_count })
  }
  for (const { finger, best } of takenFingersOf(fingers)) {
    const { sha256, byteCount: bytes } = best
    items.push({ name: `finger-${finger.position}`, mediaType: fingerMediaType, sha256, bytes })
  }
  return items
}

/** The items that were sealed to the center when they were taken; all but the biodata. */
export async function readSealedItems(
  transaction: OfficeTransaction,
  caseId: CaseId,
  fingers: readonly CapturedFinger[],
): Promise<Map<string, Uint8Array>> {
  const sealed = new Map<string, Uint8Array>()
  const images = await transaction
    .selectFrom('capture_images')
    .select(['name', 'sealed_image'])
    .where('case_id', '=', caseId)
    .execute()
  for (const { name, sealed_image } of images) sealed.set(name, stillHere(sealed_image))
  for (const { finger, best } of takenFingersOf(fingers)) {
    const { sealed_image } = await transaction
      .selectFrom('capture_fingers')
      .select('sealed_image')
      .where('case_id', '=', caseId)
      .where('position', '=', finger.position)
      .where('try', '=', best.nth)
      .executeTakeFirstOrThrow()
    sealed.set(`finger-${finger.position}`, stillHere(sealed_image))
  }
  return sealed
}

function stillHere(sealed: Buffer | null): Uint8Array {
  return new Uint8Array(present(sealed, 'images stay until the packet is registered'))
}
