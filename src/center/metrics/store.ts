// Store — what was refused at the door, counted for the metrics.

import { sql } from 'kysely'
import { doorKindsMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { Measured } from './metrics.ts'

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
