// Templates — everybody's fingers as this engine reads them, beside what other versions of it read.
//
// While an installation is upgraded, centers of two versions decide side by side, each by templates of
// its own. Whom a version has not read yet it cannot find; so it is told, and never taken for nobody.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, readTemplate, templateVersion, writeTemplate } from '#finger'
import { assert } from '#kit/assert'
import { templateCasesAtOnce } from '../limits.ts'
import type { CenterDb, CenterTransaction } from '../log/log.ts'

type Reader = CenterDb | CenterTransaction

export interface ExtractedFinger {
  readonly position: FingerPosition
  readonly template: FingerTemplate
  /** 0 to 100. */
  readonly quality: number
}

export type StoredTemplates = ReadonlyMap<FingerPosition, Uint8Array>

/** A condition on rows of `templates`. */
export const isOwn = sql<boolean>`get_byte(template, 3) = ${sql.lit(templateVersion)}`

export async function insertTemplates(
  transaction: CenterTransaction,
  caseId: CaseId,
  fingers: readonly ExtractedFinger[],
): Promise<void> {
  if (fingers.length === 0) return
  const rows = fingers.map(({ position, quality, template }) => ({
    ...{ case_id: caseId, position, quality },
    template: Buffer.from(writeTemplate(template)),
  }))
  await transaction.insertInto('templates').values(rows).execute()
}

/** Beside those of other versions; that there is no finger to read is remembered as well. */
export async function addTemplates(
  transaction: CenterTransaction,
  caseId: CaseId,
  fingers: readonly ExtractedFinger[],
): Promise<void> {
  await insertTemplates(transaction, caseId, fingers)
  if (fingers.length > 0) return
  await transaction
    .insertInto('template_blanks')
    .values({ case_id: caseId, version: templateVersion })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** By case; a case that only other versions have read is not among them. */
export async function readTemplates(
  db: Reader,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StoredTemplates>> {
  if (caseIds.length === 0) return new Map()
  // All in one look: what is made anew meanwhile is there for the next one.
  const rows = await db
    .selectFrom('templates')
    .select(['case_id', 'position'])
    .select(sql<Buffer | null>`case when ${isOwn} then template end`.as('own'))
    .where('case_id', 'in', caseIds)
    .orderBy('position')
    .execute()
  const read = new Map(caseIds.map((it) => [it, new Map<FingerPosition, Uint8Array>()]))
  for (const { case_id, position, own } of rows) {
    if (own !== null) read.get(case_id)?.set(position as FingerPosition, own)
  }
  const others = new Set(rows.filter((it) => it.own === null).map((it) => it.case_id))
  const unread = [...others].filter((it) => read.get(it)?.size === 0)
  const blank = await findBlank(db, unread)
  for (const caseId of unread) if (!blank.has(caseId)) read.delete(caseId)
  return read
}

/** Undefined where only other versions have read them. */
export async function findFingers(
  db: Reader,
  caseId: CaseId,
): Promise<ReadonlyMap<FingerPosition, FingerTemplate> | undefined> {
  const stored = (await readTemplates(db, [caseId])).get(caseId)
  return stored && new Map([...stored].map(([position, it]) => [position, storedTemplate(it)]))
}

/** Those of these cases that only other versions have read. */
export async function findUnread(
  db: Reader,
  caseIds: readonly string[],
): Promise<readonly CaseId[]> {
  if (caseIds.length === 0) return []
  const rows = await db
    .selectFrom('templates')
    .select('case_id')
    .where('case_id', 'in', caseIds)
    .groupBy('case_id')
    .having(sql<boolean>`not bool_or(${isOwn})`)
    .execute()
  const blank = await findBlank(
    db,
    rows.map((it) => it.case_id),
  )
  return rows.map((it) => it.case_id as CaseId).filter((it) => !blank.has(it))
}

async function findBlank(db: Reader, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('template_blanks')
    .select('case_id')
    .where('case_id', 'in', caseIds)
    .where('version', '=', templateVersion)
    .execute()
  return new Set(rows.map((it) => it.case_id))
}

/** Up to which number of the gallery this version is known to have read everybody. */
export async function findReadThrough(db: CenterDb): Promise<number> {
  const row = await db
    .selectFrom('template_progress')
    .select('through_seq')
    .where('version', '=', templateVersion)
    .executeTakeFirst()
  return Number(row?.through_seq ?? 0)
}

export async function keepReadThrough(db: CenterDb, seq: number): Promise<void> {
  await sql`
    insert into template_progress (version, through_seq) values (${templateVersion}, ${seq})
    on conflict (version) do update
      set through_seq = greatest(template_progress.through_seq, excluded.through_seq)
  `.execute(db)
}

/** What earlier versions read of whoever this one has read; answers how many templates went. */
export async function dropEarlierTemplates(db: CenterDb): Promise<number> {
  let dropped = 0
  let after: string | undefined
  // Each round goes on behind the case before: it ends with the last one.
  for (;;) {
    const cases = await db
      .selectFrom('enrollments')
      .select('case_id')
      .$if(after !== undefined, (query) => query.where('case_id', '>', after as string))
      .orderBy('case_id')
      .limit(templateCasesAtOnce)
      .execute()
    after = cases.at(-1)?.case_id
    if (after === undefined) return dropped
    const ids = cases.map((it) => it.case_id)
    const unread = new Set<string>(await findUnread(db, ids))
    const read = ids.filter((it) => !unread.has(it))
    if (read.length === 0) continue
    const { numDeletedRows } = await db
      .deleteFrom('templates')
      .where('case_id', 'in', read)
      .where(sql<boolean>`get_byte(template, 3) < ${sql.lit(templateVersion)}`)
      .executeTakeFirstOrThrow()
    dropped += Number(numDeletedRows)
  }
}

function storedTemplate(bytes: Uint8Array): FingerTemplate {
  const read = readTemplate(bytes)
  assert(read.ok, 'a template that was written here can be read here')
  return read.value
}
