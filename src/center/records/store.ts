// Store — what the center keeps of a case it could open: whose it is, sealed, and its templates.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import type { CenterDb, CenterTransaction } from '../log/log.ts'
import { type ExtractedFinger, insertTemplates, readTemplates } from './templates.ts'

export interface NewEnrollment {
  readonly caseId: CaseId
  readonly officeId: string
  readonly packetDigest: string
  readonly nikIndex: Buffer
  readonly sealedBiodata: Buffer
  readonly fingers: readonly ExtractedFinger[]
}

/** Answers false where the case is known already: a packet sent twice is enrolled once. */
export async function storeEnrollment(
  transaction: CenterTransaction,
  enrollment: NewEnrollment,
  atMs: number,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto('enrollments')
    .values({
      case_id: enrollment.caseId,
      office_id: enrollment.officeId,
      packet_digest: enrollment.packetDigest,
      nik_index: enrollment.nikIndex,
      sealed_biodata: enrollment.sealedBiodata,
      received_at: new Date(atMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst()
  if (inserted === undefined) return false
  await insertTemplates(transaction, enrollment.caseId, enrollment.fingers)
  return true
}

/** The office that a case was enrolled for, if it was. */
export async function findEnrolledOffice(
  transaction: CenterTransaction,
  caseId: CaseId,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('enrollments')
    .select('office_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row?.office_id
}

/**
 * From now on newcomers are searched against this visit: of somebody new, or of the person whose
 * first case is given.
 */
export async function enrollInGallery(
  transaction: CenterTransaction,
  caseId: CaseId,
  atMs: number,
  personId: CaseId = caseId,
): Promise<void> {
  const nik_index = await getNikIndex(transaction, caseId)
  await transaction
    .insertInto('gallery')
    .values({
      case_id: caseId,
      person_id: personId,
      nik_index,
      enrolled_at: new Date(atMs),
      removed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The gallery's first visit under a NIK, if the NIK was found unique before. */
export async function findRecorded(
  transaction: CenterTransaction,
  nikIndex: Buffer,
): Promise<{ readonly caseId: CaseId; readonly personId: CaseId } | undefined> {
  const row = await transaction
    .selectFrom('gallery')
    .select(['case_id', 'person_id'])
    .where('nik_index', '=', nikIndex)
    .where('removed_at', 'is', null)
    .orderBy('enrolled_at')
    .limit(1)
    .executeTakeFirst()
  return row && { caseId: row.case_id as CaseId, personId: row.person_id as CaseId }
}

/** Which of these visits are in the gallery, by which change, and whose they are. */
export async function findVisits(
  transaction: CenterTransaction,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<string, { readonly seq: number; readonly personId: CaseId }>> {
  if (caseIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('gallery')
    .select(['case_id', 'seq', 'person_id'])
    .where('case_id', 'in', caseIds)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ case_id, seq, person_id }) => [case_id, { seq, personId: person_id as CaseId }]),
  )
}

export async function getNikIndex(transaction: CenterTransaction, caseId: CaseId): Promise<Buffer> {
  const row = await transaction
    .selectFrom('enrollments')
    .select('nik_index')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return row.nik_index
}

/** As the gallery takes it: somebody's fingers of one visit, or that the visit left. */
export interface VisitEntry {
  readonly seq: number
  readonly caseId: CaseId
  readonly personId: CaseId
  readonly fingers: ReadonlyMap<FingerPosition, Uint8Array> | undefined
}

/** The number of the gallery's latest change; 0 where there was none. */
export async function findLastVisitSeq(db: CenterDb | CenterTransaction): Promise<number> {
  const row = await db
    .selectFrom('gallery')
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  return Number(row.last ?? 0)
}

export const galleryPageMax = 500

/** Cases whose first three digits lie in it, both ends included. */
export interface CaseSpan {
  readonly first: number
  readonly last: number
}

/** Entries in the order of their numbers. */
export interface GalleryPage {
  readonly entries: readonly VisitEntry[]
  /**
   * A visit that this engine has not read yet: the entries end before it, as whoever went on would leave
   * somebody out.
   */
  readonly heldUpAt: number | undefined
}

/**
 * The gallery's entries after `afterSeq`: at most a page of them, and where spans are given only those
 * of cases that lie in one.
 */
export async function readGalleryPage(
  db: CenterDb | CenterTransaction,
  afterSeq: number,
  spans?: readonly CaseSpan[],
): Promise<GalleryPage> {
  const firstDigits = sql<number>`
    get_byte(uuid_send(case_id), 0) * 16 + get_byte(uuid_send(case_id), 1) / 16
  `
  const page = await db
    .selectFrom('gallery')
    .select(['seq', 'case_id', 'person_id', 'removed_at'])
    .where('seq', '>', afterSeq)
    .$if(spans !== undefined, (query) =>
      query.where((eb) =>
        eb.or(spans!.map(({ first, last }) => eb.between(firstDigits, first, last))),
      ),
    )
    .orderBy('seq')
    .limit(galleryPageMax)
    .execute()
  const fingers = await readTemplates(
    db,
    page.map((row) => row.case_id),
  )
  const isRead = (row: (typeof page)[number]) => row.removed_at !== null || fingers.has(row.case_id)
  const heldUp = page.findIndex((row) => !isRead(row))
  return {
    heldUpAt: page[heldUp]?.seq,
    entries: page.slice(0, heldUp < 0 ? page.length : heldUp).map((row) => ({
      seq: row.seq,
      caseId: row.case_id as CaseId,
      personId: row.person_id as CaseId,
      fingers: row.removed_at === null ? fingers.get(row.case_id) : undefined,
    })),
  }
}
