// Log — the append-only record of what happened to each case; everything else is folded from it.

import { type Kysely, sql, type Transaction } from 'kysely'
import type { CaseEvent, CaseId, EventType, Fact } from '#enrollment/events'
import { assert } from '#kit/assert'
import type { OfficeSchema } from '../database/schema.ts'

export type OfficeDb = Kysely<OfficeSchema>
export type OfficeTransaction = Transaction<OfficeSchema>

/** More than any case can gather in a life of returns and retries. */
const eventsOfCaseMax = 2_000
const casesListedMax = 1_000

export async function readLog(
  db: OfficeDb | OfficeTransaction,
  caseId: CaseId,
): Promise<readonly CaseEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['case_id', 'type', 'at', 'facts'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .limit(eventsOfCaseMax)
    .execute()
  return rows.map(eventOf)
}

export async function appendFact(
  transaction: OfficeTransaction,
  caseId: CaseId,
  fact: Fact,
  atMs: number,
): Promise<void> {
  const { type, ...facts } = fact
  await transaction
    .insertInto('events')
    .values({ case_id: caseId, type, at: new Date(atMs), facts: JSON.stringify(facts) })
    .execute()
}

/**
 * Runs an act on one case: nobody else acts on it meanwhile, and what the act writes is committed
 * whole or not at all. Answers undefined where there is no such case.
 */
export async function actOnCase<Answer>(
  db: OfficeDb,
  caseId: CaseId,
  act: (transaction: OfficeTransaction, log: readonly CaseEvent[]) => Promise<Answer>,
): Promise<Answer | undefined> {
  return db.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('cases')
      .select('case_id')
      .where('case_id', '=', caseId)
      .forUpdate()
      .executeTakeFirst()
    return found === undefined ? undefined : act(transaction, await readLog(transaction, caseId))
  })
}

/** Entries after which a case still waits where it waited before. */
const unmovingTypes: readonly EventType[] = ['handover-refused']

/** The cases whose last moving entry is of one of these types, oldest entry first. */
export async function casesAfter(
  db: OfficeDb | OfficeTransaction,
  types: readonly EventType[],
): Promise<readonly CaseEvent[]> {
  assert(types.length > 0, 'a stage waits for something')
  const rows = await db
    .selectFrom('events as last')
    .select(['last.case_id', 'last.type', 'last.at', 'last.facts'])
    .where('last.type', 'in', types)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('events as later')
            .select(sql`1`.as('one'))
            .whereRef('later.case_id', '=', 'last.case_id')
            .whereRef('later.seq', '>', 'last.seq')
            .where('later.type', 'not in', unmovingTypes),
        ),
      ),
    )
    .orderBy('last.seq')
    .limit(casesListedMax)
    .execute()
  return rows.map(eventOf)
}

function eventOf(row: { case_id: string; type: EventType; at: Date; facts: unknown }): CaseEvent {
  // The rows were written by `appendFact` alone, and no row can be changed.
  return {
    ...(row.facts as object),
    type: row.type,
    caseId: row.case_id as CaseId,
    atMs: row.at.getTime(),
  } as CaseEvent
}
