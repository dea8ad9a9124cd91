// Person — what the expert is shown of one record: opened for this look alone.

import type { CaseId } from '#enrollment/events'
import { fingerPositions } from '#enrollment/fingers'
import { readPacket } from '#enrollment/packet'
import { open } from '#enrollment/seal'
import { pairedMinutiae } from '#finger'
import { decodeFingerView, readFingerImageRecord } from '#formats/iso19794-4'
import { encodePng } from '#formats/png'
import type { Fingers } from '../afis/gallery.ts'
import { findFingers, isOwn } from '../records/templates.ts'
import type { CenterWorld } from '../world.ts'
import { readPast } from './past.ts'
import { decodePicture } from './picture.ts'
import type { Candidate, ComparedFinger } from './store.ts'
import type { PairsReply, ShownFinger, ShownPerson } from './wire.ts'

/** Whoever of the people of the case `deciding`. */
export async function readPerson(
  world: CenterWorld,
  caseId: CaseId,
  deciding: CaseId,
): Promise<ShownPerson> {
  const row = await world.db
    .selectFrom('enrollments')
    .innerJoin('offices', 'offices.office_id', 'enrollments.office_id')
    .select(['sealed_biodata', 'received_at', 'offices.name'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const biodata = world.vault.openText(row.sealed_biodata, `enrollments/${caseId}`)
  return {
    caseId,
    officeName: row.name,
    receivedAtMs: row.received_at.getTime(),
    biodata: JSON.parse(biodata),
    fingers: await readShownFingers(world, caseId),
    past: await readPast(world.db, caseId, deciding),
  }
}

async function readShownFingers(world: CenterWorld, caseId: CaseId): Promise<ShownFinger[]> {
  const rows = await world.db
    .selectFrom('templates')
    .select(['position', 'quality'])
    .where('case_id', '=', caseId)
    .where(isOwn)
    .execute()
  const quality = new Map(rows.map((row) => [row.position, row.quality]))
  const fingers = await readFingers(world, caseId)
  return [...fingers].map(([position, { width, height, minutiae }]) => ({
    position,
    quality: quality.get(position) ?? 0,
    width,
    height,
    minutiae: minutiae.map(({ x, y, direction, kind }) => ({ x, y, direction, kind })),
  }))
}

/** None for the moment in which only another version of the engine has read them. */
async function readFingers({ db }: CenterWorld, caseId: CaseId): Promise<Fingers> {
  return (await findFingers(db, caseId)) ?? new Map()
}

/** Finger by finger as the search paired them, which minutiae of the one are which of the other. */
export async function pairFingers(
  world: CenterWorld,
  newcomer: CaseId,
  candidate: Pick<Candidate, 'caseId' | 'fingers'>,
): Promise<PairsReply> {
  const a = await readFingers(world, newcomer)
  const b = await readFingers(world, candidate.caseId)
  const fingers: PairsReply['fingers'] = []
  for (const { position, recordedPosition } of comparedOf(candidate.fingers)) {
    const ours = a.get(position)
    const theirs = b.get(recordedPosition)
    if (ours === undefined || theirs === undefined) continue
    const { score, pairs } = pairedMinutiae(ours, theirs)
    const numbers = pairs.map(([one, other]): [number, number] => [one, other])
    fingers.push({ position, recordedPosition, score, pairs: numbers })
    // Other work of the process gets its turn between two fingers.
    await new Promise((turn) => setImmediate(turn))
  }
  return { fingers }
}

/** As they were labeled, where nothing else is on record. */
function comparedOf(fingers: Candidate['fingers']): readonly Omit<ComparedFinger, 'score'>[] {
  if (fingers.length > 0) return fingers.toSorted((a, b) => a.position - b.position)
  return fingerPositions.map((position) => ({ position, recordedPosition: position }))
}

/** One image of the packet as PNG; undefined where the packet holds none, or none that is one. */
export async function readImage(
  world: CenterWorld,
  caseId: CaseId,
  item: string,
): Promise<Uint8Array | undefined> {
  const row = await world.db
    .selectFrom('enrollments')
    .innerJoin('inbox', 'inbox.packet_digest', 'enrollments.packet_digest')
    .select('inbox.packet')
    .where('enrollments.case_id', '=', caseId)
    .executeTakeFirst()
  const packet = row?.packet && readPacket(row.packet)
  const sealed = packet?.ok ? packet.value.items.get(item) : undefined
  const plain = sealed && (await open(sealed, world.keys.sealing))
  if (!plain?.ok) return undefined
  return item.startsWith('finger-') ? fingerPng(plain.value) : decodePicture(plain.value)
}

async function fingerPng(record: Uint8Array): Promise<Uint8Array | undefined> {
  const read = readFingerImageRecord(record)
  const view = read.ok ? read.value.views[0] : undefined
  const image = view && (await decodeFingerView(view))
  return image?.ok ? encodePng(image.value) : undefined
}
