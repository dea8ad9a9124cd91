// Manifest — what a packet holds, item by item, by digest: the page that operator and office sign.
//
// It names no resident. Positions, sizes, qualities and digests may be read by anyone on the way;
// the items themselves are sealed to the center, one by one, from the moment they were captured.

import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { type FingerPosition, fingerPositions } from '#enrollment/fingers'
import { itemBytesMax, manifestBytesMax, packetItemsMax } from '#enrollment/limits'
import { fail, ok, type Result } from '#kit/result'

const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Position = Type.Unsafe<FingerPosition>(Type.Integer({ minimum: 1, maximum: 10 }))

const Item = Type.Object(
  {
    name: Type.String({
      pattern: '^(biodata|photo|signature|finger-([1-9]|10)|document-[a-z-]+)$',
    }),
    mediaType: Type.String({ maxLength: 60 }),
    /** Of the plain bytes, in lower-case hex. */
    sha256: Digest,
    bytes: Type.Integer({ minimum: 1, maximum: itemBytesMax }),
  },
  { additionalProperties: false },
)

const Finger = Type.Object(
  {
    position: Position,
    quality: Type.Integer({ minimum: 0, maximum: 100 }),
    tries: Type.Integer({ minimum: 1, maximum: 99 }),
    /** Taken below the quality gate, with a supervisor's acceptance. */
    accepted: Type.Boolean(),
  },
  { additionalProperties: false },
)

const Exception = Type.Object(
  { position: Position, kind: Type.Union([Type.Literal('missing'), Type.Literal('unreadable')]) },
  { additionalProperties: false },
)

export const Manifest = Type.Object(
  {
    version: Type.Literal(1),
    caseId: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
    officeId: Type.String({ minLength: 1, maxLength: 64 }),
    serviceType: Type.String({ maxLength: 40 }),
    standardVersion: Type.String({ maxLength: 40 }),
    capturedAtMs: Type.Integer({ minimum: 0 }),
    /** The office's guard had found an earlier record; a supervisor let the center decide. */
    sentOn: Type.Boolean(),
    items: Type.Array(Item, { minItems: 1, maxItems: packetItemsMax }),
    fingers: Type.Array(Finger, { maxItems: 10 }),
    exceptions: Type.Array(Exception, { maxItems: 10 }),
  },
  { additionalProperties: false },
)

export type Manifest = Static<typeof Manifest>
export type ManifestItem = Manifest['items'][number]

export type ManifestIssue =
  | { readonly code: 'manifest.unreadable' | 'manifest.too-many-fingers' }
  | { readonly code: 'manifest.position-unaccounted'; readonly position: FingerPosition }
  | { readonly code: 'manifest.item-missing'; readonly name: string }

export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(manifest))
}

/** Reads and checks a manifest: every finger is either there or an exception, never both. */
export function readManifest(bytes: Uint8Array): Result<Manifest, ManifestIssue> {
  if (bytes.length > manifestBytesMax) return fail({ code: 'manifest.unreadable' })
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fail({ code: 'manifest.unreadable' })
  }
  if (countFingers(read) > fingerPositions.length)
    return fail({ code: 'manifest.too-many-fingers' })
  if (!Value.Check(Manifest, read)) return fail({ code: 'manifest.unreadable' })
  return checkWhole(read)
}

function countFingers(read: unknown): number {
  const fingers = (read as { readonly fingers?: unknown } | null)?.fingers
  return Array.isArray(fingers) ? fingers.length : 0
}

function checkWhole(manifest: Manifest): Result<Manifest, ManifestIssue> {
  const names = manifest.items.map((item) => item.name)
  if (new Set(names).size !== names.length) return fail({ code: 'manifest.unreadable' })

  const expected = ['biodata', 'photo', 'signature']
  for (const { position } of manifest.fingers) expected.push(`finger-${position}`)
  const missing = expected.find((name) => !names.includes(name))
  if (missing !== undefined) return fail({ code: 'manifest.item-missing', name: missing })

  for (const position of fingerPositions) {
    const captured = manifest.fingers.filter((it) => it.position === position).length
    const excepted = manifest.exceptions.filter((it) => it.position === position).length
    const itemThere = names.includes(`finger-${position}`)
    if (captured + excepted !== 1 || itemThere !== (captured === 1)) {
      return fail({ code: 'manifest.position-unaccounted', position })
    }
  }
  return ok(manifest)
}
