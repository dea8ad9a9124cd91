// Strewn people — people of strewn fingers as entries of a gallery, and as rows of the center's database.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { GalleryEntry } from '../../src/center/afis/gallery.ts'
import type { CenterDb, CenterTransaction } from '../../src/center/log/log.ts'
import type { CaseId } from '../../src/enrollment/events.ts'
import type { FingerPosition } from '../../src/enrollment/fingers.ts'
import { writeTemplate } from '../../src/finger/index.ts'
import { laidAgain, strewnFinger } from './strewn-finger.ts'

/** Spread evenly over all partitions. */
export function caseOfStrewn(person: number): CaseId {
  const digits = ((person * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')
  return `${digits}-0000-4000-8000-${person.toString(16).padStart(12, '0')}` as CaseId
}

const fingerOf = (person: number, position: FingerPosition) =>
  strewnFinger(`person ${person} finger ${position}`)

export function strewnEntry(person: number, positions: readonly FingerPosition[]): GalleryEntry {
  const caseId = caseOfStrewn(person)
  const fingers = new Map(positions.map((it) => [it, writeTemplate(fingerOf(person, it))]))
  return { seq: person + 1, caseId, personId: caseId, fingers }
}

/** The same fingers, laid down otherwise. */
export function comesAgain(person: number, positions: readonly FingerPosition[]) {
  return new Map(positions.map((it) => [it, laidAgain(fingerOf(person, it))]))
}

/** Lets them wait for the search of everybody, as a packet does whose templates were extracted. */
export async function addToPipeline(
  db: CenterDb,
  office: string,
  { caseId, fingers }: Pick<GalleryEntry, 'caseId' | 'fingers'>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const digest = await addEnrollment(transaction, office, { caseId, fingers })
    await sql`
      insert into packet_work
        (packet_digest, office_id, case_id, stage, state, received_at, entered_at, next_try_at)
      values (${digest}, ${office}, ${caseId}, 'extracted', 'waiting', now(), now(), now())
    `.execute(transaction)
  })
}

export async function addOffice(db: CenterDb): Promise<string> {
  const office = randomUUID()
  await sql`
    insert into offices (office_id, name, signing_kid, signing_key, sealing_recipient, enrolled_at)
    values (${office}, 'Kecamatan Contoh', ${office}, '{}', 'age', now())
  `.execute(db)
  return office
}

async function addEnrollment(
  transaction: CenterTransaction,
  office: string,
  { caseId, fingers }: Pick<GalleryEntry, 'caseId' | 'fingers'>,
): Promise<string> {
  const digest = `digest ${caseId}`
  await sql`
    insert into inbox (packet_digest, office_id, case_id, byte_count, packet, received_at)
    values (${digest}, ${office}, ${caseId}, 0, '', now())
  `.execute(transaction)
  await sql`
    insert into enrollments
      (case_id, office_id, packet_digest, nik_index, sealed_biodata, received_at)
    values (${caseId}, ${office}, ${digest}, ${Buffer.from(caseId)}, '', now())
  `.execute(transaction)
  for (const [position, template] of fingers ?? []) {
    await transaction
      .insertInto('templates')
      .values({ case_id: caseId, position, quality: 80, template: Buffer.from(template) })
      .execute()
  }
  return digest
}

/** Adds them as if they had been found unique, in this order; answers the number of the last. */
export async function addToGallery(
  db: CenterDb,
  entries: readonly GalleryEntry[],
): Promise<number> {
  const office = await addOffice(db)
  let last = 0
  for (const entry of entries) {
    const { caseId, personId } = entry
    last = await db.transaction().execute(async (transaction) => {
      await addEnrollment(transaction, office, entry)
      const { rows } = await sql<{ seq: number }>`
        insert into gallery (case_id, person_id, nik_index, enrolled_at)
        values (${caseId}, ${personId}, ${Buffer.from(caseId)}, now()) returning seq
      `.execute(transaction)
      return Number(rows[0]?.seq)
    })
  }
  return last
}
