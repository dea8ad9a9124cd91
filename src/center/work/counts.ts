// Counts — what waits at the center: packets by the stage they have reached, those set aside, and
// decisions that an expert has to make.

import { sql } from 'kysely'
import type { CenterDb } from '../log/log.ts'
import type { Stage } from './store.ts'

const count = sql<string>`count(*)`.as('count')
/** Packets wait at these; a decided one is done. */
const stages = ['received', 'extracted', 'searched'] as const satisfies readonly Stage[]

export interface StageCount {
  readonly stage: (typeof stages)[number]
  readonly count: number
  /** Since when the one waits that has waited longest. */
  readonly oldestAtMs: number | null
}

export async function countStages(db: CenterDb): Promise<StageCount[]> {
  const rows = await db
    .selectFrom('packet_work')
    .select(['stage'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('entered_at').as('oldest')])
    .where('state', '=', 'waiting')
    .groupBy('stage')
    .execute()
  return stages.map((stage) => {
    const row = rows.find((it) => it.stage === stage)
    const oldest = row?.oldest as Date | undefined
    return { stage, count: Number(row?.count ?? 0), oldestAtMs: oldest?.getTime() ?? null }
  })
}

export async function countSetAside(db: CenterDb): Promise<number> {
  const row = await db
    .selectFrom('packet_work')
    .select(count)
    .where('state', '=', 'set-aside')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function countOpenAdjudications(db: CenterDb): Promise<number> {
  const row = await db
    .selectFrom('adjudications')
    .select(count)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
