// Control — whether the pipeline takes packets; every process asks before each step.
//
//   running    takes whatever is due
//   draining   takes those in hand to their end, and no other
//   paused     ends the steps in hand, and begins none

import { sql } from 'kysely'
import type { Actor } from '#staff/audit'
import { type CenterAct, recordCenterAct } from '../log/act.ts'
import type { CenterDb } from '../log/log.ts'
import { claimFreshMs } from './store.ts'

export const pipelineModes = ['running', 'draining', 'paused'] as const
export type PipelineMode = (typeof pipelineModes)[number]

export interface PipelineControl {
  readonly mode: PipelineMode
  readonly changedAtMs: number
  /** Packets that some process is taking through a step at this moment. */
  readonly inHandCount: number
}

export async function readControl(db: CenterDb, atMs: number): Promise<PipelineControl> {
  const { mode, changed_at } = await db
    .selectFrom('pipeline_control')
    .select(['mode', 'changed_at'])
    .executeTakeFirstOrThrow()
  return { mode, changedAtMs: changed_at.getTime(), inHandCount: await countInHand(db, atMs) }
}

/** A claim whose row nobody locks is of a process that died, unless it is quite fresh. */
async function countInHand(db: CenterDb, atMs: number): Promise<number> {
  const stale = new Date(atMs - claimFreshMs)
  const { rows } = await sql<{ count: number }>`
    with unheld as (
      select packet_digest from packet_work
      where state = 'waiting' and claimed_at <= ${stale}
      for key share skip locked
    )
    select count(*)::integer as count from packet_work
    where state = 'waiting' and claim is not null
      and packet_digest not in (select packet_digest from unheld)`.execute(db)
  return rows[0]?.count ?? 0
}

const acts: Readonly<Record<PipelineMode, CenterAct>> = {
  running: 'pipeline.resumed',
  draining: 'pipeline.drained',
  paused: 'pipeline.paused',
}

/** Holds for every process from its next step on; nothing is recorded where it was so already. */
export async function changeMode(
  db: CenterDb,
  mode: PipelineMode,
  by: { readonly actor: Actor; readonly atMs: number },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable('pipeline_control')
      .set({ mode, changed_at: new Date(by.atMs) })
      .where('mode', '!=', mode)
      .returning('mode')
      .executeTakeFirst()
    if (changed === undefined) return
    const done = { at: by.atMs, actor: by.actor, act: acts[mode], subject: {} }
    await recordCenterAct(transaction, done)
  })
}
