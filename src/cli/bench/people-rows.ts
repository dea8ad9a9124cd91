// People rows — the people of a bench as rows of a center's database of its own: what matchers read. Made
// once, then kept.

import { randomUUID } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type CenterWorld, type GalleryEntry, openCenterWorld } from '#center'
import { findJson, writeJson } from '#kit/node/files'
import { type EntriesAsked, peopleEntries } from '../afis/people.ts'
import { readSettings } from '../settings.ts'

export type Db = CenterWorld['db']

export interface PeopleRows {
  readonly db: Db
  /** What making the rows took; undefined where they were there. */
  readonly rowsSeconds: number | undefined
  close(): Promise<void>
}

/** `home` is the LOKET_HOME of that center. */
export async function openPeopleRows(
  home: string,
  asked: Omit<EntriesAsked, 'firstSeq'>,
  tell: (line: string) => void,
): Promise<PeopleRows> {
  const doneFile = join(home, 'people.json')
  const isThere = (await findJson(doneFile)) !== undefined
  if (!isThere) await rm(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  // The database server may run as another account.
  await chmod(home, 0o755)
  const { center } = readSettings({ LOKET_HOME: home }, home)
  const { world, close } = await openCenterWorld(center, () => {}, 'program')
  const { db } = world
  try {
    if (isThere) return { db, rowsSeconds: undefined, close }
    const start = performance.now()
    const office = await addOffice(db)
    for await (const entries of peopleEntries({ ...asked, firstSeq: 1 }, tell)) {
      await addPeople(db, office, entries)
    }
    await sql`analyze`.execute(db)
    await writeJson(doneFile, { persons: asked.persons })
    return { db, rowsSeconds: (performance.now() - start) / 1000, close }
  } catch (error) {
    await close()
    throw error
  }
}

export async function addOffice(db: Db): Promise<string> {
  const office = randomUUID()
  await sql`
    insert into offices (office_id, name, signing_kid, signing_key, sealing_recipient, enrolled_at)
    values (${office}, 'Bench', ${office}, '{}', 'age', now())
  `.execute(db)
  return office
}

/** As if they had been found unique, in this order; answers the number of the last. */
export async function addPeople(
  db: Db,
  office: string,
  entries: readonly GalleryEntry[],
): Promise<number> {
  const cases = entries.map((it) => it.caseId)
  const fingers = entries.flatMap(({ caseId, fingers }) =>
    [...(fingers ?? [])].map(([position, bytes]) => ({ caseId, position, bytes })),
  )
  return db.transaction().execute(async (transaction) => {
    await sql`
      insert into inbox (packet_digest, office_id, case_id, byte_count, packet, received_at)
      select 'bench ' || it, ${office}, it, 0, '', now() from unnest(${cases}::uuid[]) it
    `.execute(transaction)
    await sql`
      insert into enrollments
        (case_id, office_id, packet_digest, nik_index, sealed_biodata, received_at)
      select it, ${office}, 'bench ' || it, uuid_send(it), '', now()
      from unnest(${cases}::uuid[]) it
    `.execute(transaction)
    await sql`
      insert into templates (case_id, position, quality, template)
      select it, position, 80, template from unnest(
        ${fingers.map((it) => it.caseId)}::uuid[],
        ${fingers.map((it) => it.position)}::integer[],
        ${fingers.map((it) => Buffer.from(it.bytes))}::bytea[]
      ) rows (it, position, template)
    `.execute(transaction)
    const { rows } = await sql<{ seq: number }>`
      insert into gallery (case_id, person_id, nik_index, enrolled_at)
      select it, it, uuid_send(it), now()
      from unnest(${cases}::uuid[]) with ordinality rows (it, nth) order by nth
      returning seq
    `.execute(transaction)
    return Math.max(...rows.map((it) => it.seq))
  })
}

/** Whoever came while it was measured goes again. */
export async function removePeople(db: Db, entries: readonly GalleryEntry[]): Promise<void> {
  const cases = entries.map((it) => it.caseId)
  for (const table of ['gallery', 'templates', 'enrollments', 'inbox'] as const) {
    await db.deleteFrom(table).where('case_id', 'in', cases).execute()
  }
}

export async function findLastSeq(db: Db): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from gallery`.execute(
    db,
  )
  return rows[0]?.seq ?? 0
}

/** Of all tables that matchers read, with their indexes. */
export async function countRowBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select sum(pg_total_relation_size(it))::bigint as bytes
    from unnest(array['gallery', 'templates', 'enrollments']::regclass[]) it
  `.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}
