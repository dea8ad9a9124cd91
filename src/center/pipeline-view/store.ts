// Store — the pipeline in figures, and the packets and decisions that a person should see.

import { sql } from 'kysely'
import { pipelineListedMax, throughputStepMs, throughputSteps } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { Throughput } from './wire.ts'

/** Of whom the gallery knows at least one visit. */
export async function countGalleryPeople(db: CenterDb): Promise<number> {
  const people = db.selectFrom('gallery').select('person_id').where('removed_at', 'is', null)
  const row = await db
    .selectFrom(people.distinct().as('people'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Ends with the step that has begun. */
export async function readThroughput(db: CenterDb, atMs: number): Promise<Throughput> {
  const thisStep = Math.floor(atMs / throughputStepMs)
  const fromMs = (thisStep - throughputSteps + 1) * throughputStepMs
  const { rows } = await sql<{ step: number; state: string; count: number }>`
    select floor((extract(epoch from entered_at) * 1000 - ${fromMs}::bigint)
      / ${throughputStepMs}::bigint)::integer as step, state, count(*)::integer as count
    from packet_work
    where state <> 'waiting' and entered_at >= ${new Date(fromMs)}
    group by 1, 2`.execute(db)
  const countsOf = (state: string) =>
    Array.from(
      { length: throughputSteps },
      (_, step) => rows.find((row) => row.step === step && row.state === state)?.count ?? 0,
    )
  return {
    fromMs,
    stepMs: throughputStepMs,
    decided: countsOf('done'),
    setAside: countsOf('set-aside'),
  }
}

/** Newest first; of those that wait only the ones that were tried in vain. */
export async function listPackets(db: CenterDb, state: 'waiting' | 'set-aside') {
  return db
    .selectFrom('packet_work')
    .innerJoin('offices', 'offices.office_id', 'packet_work.office_id')
    .select(['packet_digest', 'case_id', 'offices.name', 'received_at', 'tries', 'problem'])
    .where('state', '=', state)
    .where('problem', 'is not', null)
    .orderBy('entered_at', 'desc')
    .limit(pipelineListedMax)
    .execute()
}

/** What was refused at the door, by office and reason, the latest first. */
export async function listRefused(db: CenterDb) {
  return db
    .selectFrom('door_refusals')
    .leftJoin('offices', (join) =>
      join.on(sql<boolean>`offices.office_id::text = door_refusals.sender`),
    )
    .select(['offices.name', 'code', 'count', 'last_at'])
    .orderBy('last_at', 'desc')
    .orderBy('code')
    .limit(pipelineListedMax)
    .execute()
}

/** The latest entries of the log that end a case at the center or send it to an expert. */
export async function listDecisions(db: CenterDb) {
  return db
    .selectFrom('events')
    .innerJoin('offices', 'offices.office_id', 'events.office_id')
    .select(['seq', 'case_id', 'offices.name', 'type', 'at'])
    .select(sql<string | null>`facts -> 'decision' ->> 'status'`.as('status'))
    .select(sql<string | null>`facts ->> 'code'`.as('code'))
    .where('type', '!=', 'received')
    .orderBy('seq', 'desc')
    .limit(pipelineListedMax)
    .execute()
}
