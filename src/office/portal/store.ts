// Store — what is going on at the office now, counted from the log, the queue, the ledger, the line.

import { sql } from 'kysely'
import { calendarDateAt } from '#resident/calendar-date'
import type { OfficeDb } from '../log/log.ts'
import type { PortalReply } from './wire.ts'

/** Loket I: the place that the published standard names. */
const place = 'Loket I'
const callingMax = 3
const answerSlowMs = 8 * 3_600_000
const wibOffsetMs = 7 * 3_600_000

export async function readNow(db: OfficeDb, nowMs: number): Promise<PortalReply> {
  return {
    counterToday: await readCounterToday(db, nowMs),
    ...(await readQueue(db, nowMs)),
    blankCards: await readBlankCards(db),
    centerLine: await readCenterLine(db, nowMs),
  }
}

/** From the last call before a receipt to that receipt, for the receipts of today. */
async function readCounterToday(db: OfficeDb, nowMs: number) {
  const dayBegan = new Date(Date.parse(`${calendarDateAt(nowMs)}T00:00:00Z`) - wibOffsetMs)
  const { rows } = await sql<{ served: number; average_ms: number | null }>`
    select count(*)::int as served,
      (avg(extract(epoch from receipt.at - called.at)) * 1000)::int as average_ms
    from events receipt
    cross join lateral (
      select at from events
      where case_id = receipt.case_id and type = 'called' and seq < receipt.seq
      order by seq desc limit 1
    ) called
    where receipt.type = 'attested' and receipt.at >= ${dayBegan}
  `.execute(db)
  const [row] = rows
  return { served: row?.served ?? 0, averageMs: row?.average_ms ?? null }
}

async function readQueue(db: OfficeDb, nowMs: number) {
  const today = db.selectFrom('queue_entries').where('day', '=', calendarDateAt(nowMs))
  const called = await today
    .select(['lane', 'number', 'called_at'])
    .where('called_at', 'is not', null)
    .orderBy('called_at', 'desc')
    .limit(callingMax)
    .execute()
  const { count } = await today
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('called_at', 'is', null)
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    calling: called.map((it) => ({
      place,
      ticket: `${it.lane}-${String(it.number).padStart(3, '0')}`,
      calledAtMs: it.called_at?.getTime() ?? nowMs,
    })),
    waiting: Number(count),
  }
}

async function readBlankCards(db: OfficeDb): Promise<PortalReply['blankCards']> {
  const { rows } = await sql<{ stock: number; ready: number }>`
    select
      (select coalesce(sum(change), 0)::int from blangko_entries) as stock,
      (select count(*)::int from print_materials m
        where not exists (select from print_jobs j
          where j.case_id = m.case_id and j.state in ('spooled', 'printed'))) as ready
  `.execute(db)
  const { stock = 0, ready = 0 } = rows[0] ?? {}
  if (stock <= 0) return 'none'
  return stock < ready ? 'few' : 'available'
}

async function readCenterLine(db: OfficeDb, nowMs: number): Promise<PortalReply['centerLine']> {
  const line = await db
    .selectFrom('center_line')
    .select(['last_heard_at', 'last_problem'])
    .executeTakeFirst()
  const oldest = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('queued_at').as('queued_at'))
    .executeTakeFirst()
  const waitsLong = oldest?.queued_at != null && nowMs - oldest.queued_at.getTime() > answerSlowMs
  const state = line?.last_problem ? 'down' : waitsLong ? 'slow' : 'normal'
  return { state, lastHeardAtMs: line?.last_heard_at?.getTime() ?? null }
}
