// Past — what was decided before about a person, and about those who were compared with them.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { pastCasesMax, pastEntriesMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { PastEntry } from './wire.ts'

/** The latest first. The case that is being decided tells nothing about itself. */
export async function readPast(
  db: CenterDb,
  caseId: CaseId,
  deciding: CaseId,
): Promise<PastEntry[]> {
  const cases = await casesOf(db, caseId)
  const entries = [
    ...(await readDecided(db, cases, deciding)),
    ...(await readFoundAgain(db, cases, deciding)),
    ...(await readCompared(db, cases, deciding)),
  ]
  return entries.toSorted((a, b) => b.atMs - a.atMs).slice(0, pastEntriesMax)
}

/** Under the same NIK, and every visit of the same person. */
async function casesOf(db: CenterDb, caseId: CaseId): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from enrollments
      where nik_index = (select nik_index from enrollments where case_id = ${caseId})
    union
    select case_id from gallery
      where person_id = (select person_id from gallery where case_id = ${caseId})
    limit ${pastCasesMax}
  `.execute(db)
  return rows.map((row) => row.case_id)
}

async function readDecided(
  db: CenterDb,
  cases: readonly string[],
  deciding: CaseId,
): Promise<PastEntry[]> {
  const rows = await db
    .selectFrom('events')
    .innerJoin('offices', 'offices.office_id', 'events.office_id')
    .leftJoin('adjudications', (join) =>
      join
        .onRef('adjudications.case_id', '=', 'events.case_id')
        .onRef('adjudications.decided_at', '=', 'events.at'),
    )
    .select(['events.at', 'events.facts', 'offices.name', 'adjudications.decided_at'])
    .where('events.case_id', 'in', cases)
    .where('events.case_id', '<>', deciding)
    .where('events.type', 'in', ['decided', 'enroll-failed', 'search-failed'])
    .orderBy('events.seq', 'desc')
    .limit(pastEntriesMax)
    .execute()
  return rows.map((row) => {
    // Written by `appendFact` alone.
    const facts = row.facts as { readonly code?: string; readonly decision?: { status: string } }
    return {
      atMs: row.at.getTime(),
      officeName: row.name,
      what: 'decided',
      outcome: facts.decision?.status ?? facts.code ?? '',
      byExpert: row.decided_at !== null,
    }
  })
}

async function readFoundAgain(
  db: CenterDb,
  cases: readonly string[],
  deciding: CaseId,
): Promise<PastEntry[]> {
  const rows = await db
    .selectFrom('events')
    .innerJoin('offices', 'offices.office_id', 'events.office_id')
    .leftJoin('adjudications', 'adjudications.case_id', 'events.case_id')
    .select(['events.at', 'offices.name', 'adjudications.decided_at'])
    .where('events.type', '=', 'decided')
    .where(sql<string>`events.facts->'decision'->>'of'`, 'in', cases)
    .where('events.case_id', '<>', deciding)
    .orderBy('events.seq', 'desc')
    .limit(pastEntriesMax)
    .execute()
  return rows.map((row) => ({
    atMs: row.at.getTime(),
    officeName: row.name,
    what: 'found-again',
    outcome: 'DUPLICATE_RECORD',
    byExpert: row.decided_at !== null,
  }))
}

/** Who was found to be this very person stands among those found again. */
async function readCompared(
  db: CenterDb,
  cases: readonly string[],
  deciding: CaseId,
): Promise<PastEntry[]> {
  const holds = cases.map((it) => sql<boolean>`candidates @> ${JSON.stringify([{ caseId: it }])}`)
  const rows = await db
    .selectFrom('adjudications')
    .innerJoin('enrollments', 'enrollments.case_id', 'adjudications.case_id')
    .innerJoin('offices', 'offices.office_id', 'enrollments.office_id')
    .select(['decided_at', 'verdict', 'same_as', 'offices.name'])
    .where('decided_at', 'is not', null)
    .where('adjudications.case_id', '<>', deciding)
    .where('adjudications.case_id', 'not in', cases)
    .where((eb) => eb.or(holds))
    .orderBy('decided_at', 'desc')
    .limit(pastEntriesMax)
    .execute()
  return rows
    .filter((row) => row.same_as === null || !cases.includes(row.same_as))
    .map((row) => ({
      atMs: row.decided_at?.getTime() ?? 0,
      officeName: row.name,
      what: 'compared',
      // Found to be somebody else on record is found not to be this person.
      outcome: row.verdict === 'cannot-tell' ? 'cannot-tell' : 'different-persons',
      byExpert: true,
    }))
}
