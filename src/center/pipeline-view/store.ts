// Store — the pipeline in figures, and the packets and decisions that a person should see.

import { sql } from 'kysely'
import { pipelineListedMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'

export async function readCounts(db: CenterDb) {
  const work = await db
    .selectFrom('packet_work')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
      eb.fn.min('received_at').filterWhere('state', '=', 'waiting').as('oldest'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'set-aside').as('refused'),
    ])
    .executeTakeFirstOrThrow()
  const gallery = await db
    .selectFrom('gallery')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow()
  const adjudications = await db
    .selectFrom('adjudications')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(work.waiting),
    oldestAtMs: (work.oldest as Date | null)?.getTime() ?? null,
    refused: Number(work.refused),
    galleryPeople: Number(gallery.people),
    adjudications: Number(adjudications.open),
  }
}

/** Newest first; of those that wait only the ones that were tried in vain. */
export async function listPackets(db: CenterDb, state: 'waiting' | 'set-aside') {
  return db
    .selectFrom('packet_work')
    .innerJoin('offices', 'offices.office_id', 'packet_work.office_id')
    .select(['case_id', 'offices.name', 'received_at', 'tries', 'problem'])
    .where('state', '=', state)
    .where('problem', 'is not', null)
    .orderBy('received_at', 'desc')
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
    .where('type', '!=', 'received')
    .orderBy('seq', 'desc')
    .limit(pipelineListedMax)
    .execute()
}
