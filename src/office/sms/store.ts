// Store — how the gateway is, and how much came and went.

import { sql } from 'kysely'
import type { SmsLineState } from '../database/complaint-tables.ts'
import type { OfficeWorld } from '../world.ts'

type Needs = Pick<OfficeWorld, 'db' | 'clock'>

export async function noteLine(
  { db, clock }: Needs,
  line: { readonly state: SmsLineState; readonly problem: string | undefined },
): Promise<void> {
  await db
    .updateTable('sms_line')
    .set({ state: line.state, problem: line.problem ?? null, noted_at: new Date(clock()) })
    .execute()
}

const dayMs = 24 * 3_600_000

/** Counts of the last twenty-four hours; numbers and texts stay sealed. */
export async function readLine({ db, clock }: Needs) {
  const since = new Date(clock() - dayMs)
  const line = await db.selectFrom('sms_line').selectAll().executeTakeFirstOrThrow()
  const received = await db
    .selectFrom('sms_received')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('received_at', '>', since)
    .executeTakeFirstOrThrow()
  const outbox = await db
    .selectFrom('sms_outbox')
    .select([
      sql<number>`(count(*) filter (where ended_at is null))::int`.as('waiting'),
      sql<number>`(count(*) filter (where ended = 'sent' and ended_at > ${since}))::int`.as('sent'),
      sql<number>`(count(*) filter (where ended = 'failed'))::int`.as('failed'),
    ])
    .executeTakeFirstOrThrow()
  return {
    state: line.state,
    problem: line.problem,
    notedAtMs: line.noted_at?.getTime() ?? null,
    received: received.count,
    ...outbox,
  }
}
