// Store — what waits at the center and what was refused, counted for the metrics.

import { sql } from 'kysely'
import { doorKindsMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { Measured, StageMeasured } from './metrics.ts'

const stages = ['received', 'extracted', 'searched'] as const

export async function readStages(db: CenterDb, atMs: number): Promise<readonly StageMeasured[]> {
  const rows = await db
    .selectFrom('packet_work')
    .select(['stage'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('entered_at').as('oldest')])
    .where('state', '=', 'waiting')
    .groupBy('stage')
    .execute()
  return stages.map((stage) => {
    const row = rows.find((it) => it.stage === stage)
    const oldestMs = (row?.oldest as Date | undefined)?.getTime() ?? atMs
    const oldestSeconds = Math.max(0, atMs - oldestMs) / 1_000
    return { stage, count: Number(row?.count ?? 0), oldestSeconds }
  })
}

export async function countSetAside(db: CenterDb): Promise<number> {
  const row = await db
    .selectFrom('packet_work')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'set-aside')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function countOpenAdjudications(db: CenterDb): Promise<number> {
  const row = await db
    .selectFrom('adjudications')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** By reason, whoever it was. */
export async function readRefusals(db: CenterDb): Promise<Measured['refusals']> {
  const rows = await db
    .selectFrom('door_refusals')
    .select(['code', sql<number>`sum(count)::bigint`.as('total')])
    .groupBy('code')
    .orderBy('code')
    .limit(doorKindsMax)
    .execute()
  return rows.map(({ code, total }) => ({ code, count: Number(total) }))
}
