// Store — reads the figures out of the log and the stages' tables; writes nothing.

import { sql } from 'kysely'
import type { CaseEvent, CaseId } from '#enrollment/events'
import { type WaitingAt, waitingAfter } from '#enrollment/stage'
import { addDays, type CalendarDate } from '#resident/calendar-date'
import { counterReturnContext, villageReturnContext } from '../cases/returns.ts'
import type { OfficeDb } from '../log/log.ts'
import type { OfficeWorld } from '../world.ts'
import type { OverviewReply, ReturnsReply } from './wire.ts'

/** More than a kecamatan has in work at once. */
const openCasesMax = 20_000
const returnsListedMax = 500

export interface WaitingCase {
  readonly caseId: CaseId
  readonly ticket: string
  readonly serviceType: string
  readonly at: WaitingAt
  readonly sinceMs: number
}

/** Every case in work, who waits longest first. */
export async function listWaiting(db: OfficeDb): Promise<readonly WaitingCase[]> {
  const { rows } = await sql<{
    case_id: string
    ticket: string
    service_type: string
    type: CaseEvent['type']
    at: Date
    facts: object
  }>`
    select file.case_id, file.ticket, file.service_type, last.type, last.at, last.facts
    from cases file
    join lateral (
      select type, at, facts from events
      where events.case_id = file.case_id and type <> 'handover-refused'
      order by seq desc limit 1
    ) last on last.type not in ('issued', 'closed')
    order by last.at limit ${openCasesMax}`.execute(db)
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    ticket: row.ticket,
    serviceType: row.service_type,
    // But for a refused hand-over every entry moves its case: the last one says where it waits.
    at: waitingAfter('form', { ...row.facts, type: row.type } as CaseEvent),
    sinceMs: row.at.getTime(),
  }))
}

export async function countReturns(
  db: OfficeDb,
  fromMs: number,
): Promise<OverviewReply['returns']> {
  const from = new Date(fromMs)
  const counter = await db
    .selectFrom('counter_returns')
    .select(['requirement_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('returned_at', '>=', from)
    .groupBy('requirement_id')
    .orderBy('count', 'desc')
    .execute()
  const village = await db
    .selectFrom('endorsement_returns')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('returned_at', '>=', from)
    .executeTakeFirstOrThrow()
  return {
    counter: counter.map((it) => ({ requirementId: it.requirement_id, count: it.count })),
    village: village.count,
  }
}

/** Why residents were sent home, in the words that they were told. */
export async function listReturns(
  { db, vault }: Pick<OfficeWorld, 'db' | 'vault'>,
  fromMs: number,
): Promise<ReturnsReply['returns']> {
  const from = new Date(fromMs)
  const counter = await db
    .selectFrom('counter_returns as it')
    .innerJoin('cases as file', 'file.case_id', 'it.case_id')
    .select(['it.case_id', 'ticket', 'requirement_id', 'sealed_reason', 'returned_at'])
    .where('returned_at', '>=', from)
    .orderBy('returned_at', 'desc')
    .limit(returnsListedMax)
    .execute()
  const village = await db
    .selectFrom('endorsement_returns as it')
    .innerJoin('cases as file', 'file.case_id', 'it.case_id')
    .select(['it.case_id', 'ticket', 'sealed_reason', 'returned_at'])
    .where('returned_at', '>=', from)
    .orderBy('returned_at', 'desc')
    .limit(returnsListedMax)
    .execute()
  const told = [
    ...counter.map((row) => ({
      ...row,
      by: 'counter' as const,
      context: counterReturnContext(row.case_id as CaseId),
    })),
    ...village.map((row) => ({
      ...row,
      by: 'village' as const,
      requirement_id: null,
      context: villageReturnContext(row.case_id as CaseId),
    })),
  ]
  return told
    .map((row) => ({
      caseId: row.case_id,
      ticket: row.ticket,
      by: row.by,
      requirementId: row.requirement_id,
      reason: vault.openText(row.sealed_reason, row.context),
      atMs: row.returned_at.getTime(),
    }))
    .toSorted((a, b) => b.atMs - a.atMs)
}

export async function readCaptures(
  db: OfficeDb,
  fromMs: number,
): Promise<OverviewReply['captures']> {
  const { rows } = await sql<{
    device_id: string
    fingers: number
    retried: number
    tries: number
  }>`
    select device_id, count(*) as fingers, count(*) filter (where tries > 1) as retried,
      sum(tries)::bigint as tries
    from (
      select max(device_id) as device_id, max(try) as tries from capture_fingers
      where taken_at >= ${new Date(fromMs)} group by case_id, position
    ) finger
    group by device_id order by device_id`.execute(db)
  return rows.map(({ device_id, ...counts }) => ({ deviceId: device_id, ...counts }))
}

/** Who stands in the waiting room now, and since when the first of them. */
export async function readQueue(
  db: OfficeDb,
  today: CalendarDate,
): Promise<{ readonly waiting: number; readonly sinceMs: number | undefined }> {
  const { waiting, first } = await db
    .selectFrom('queue_entries')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('queued_at').as('first')])
    .where('day', '=', today)
    .where('left_at', 'is', null)
    .where('called_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { waiting, sinceMs: first?.getTime() }
}

export async function readOutbox(db: OfficeDb): Promise<OverviewReply['outbox']> {
  const { waiting, oldest } = await db
    .selectFrom('outbox')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('queued_at').as('oldest')])
    .executeTakeFirstOrThrow()
  const line = await db.selectFrom('center_line').selectAll().executeTakeFirst()
  return {
    waiting,
    oldestSinceMs: oldest?.getTime() ?? null,
    lastHeardAtMs: line?.last_heard_at?.getTime() ?? null,
    isTroubled: line?.last_problem != null,
  }
}

export async function readBlangko(
  db: OfficeDb,
  fromMs: number,
): Promise<{ readonly stock: number; readonly usedInMonth: number }> {
  const { rows } = await sql<{ stock: number; used: number }>`
    select coalesce(sum(change), 0)::bigint as stock,
      coalesce(-sum(change) filter (
        where kind = 'used' and entered_at >= ${new Date(fromMs)}), 0)::bigint as used
    from blangko_entries`.execute(db)
  return { stock: rows[0]?.stock ?? 0, usedInMonth: rows[0]?.used ?? 0 }
}

/** Days ahead that count as soon. */
const soonDays = 2

/** Complaints without a last answer; what concerns the reader is not even counted. */
export async function countComplaints(
  db: OfficeDb,
  reader: { readonly accountId: string; readonly isCamat: boolean },
  today: CalendarDate,
): Promise<OverviewReply['complaints']> {
  const { rows } = await sql<{ open: number; overdue: number; due_soon: number }>`
    select count(*) as open,
      count(*) filter (where due_on < ${today}::date) as overdue,
      count(*) filter (where due_on between ${today}::date
        and ${addDays(today, soonDays)}::date) as due_soon
    from complaints it
    where not exists (
      select 1 from complaint_answers answer
      where answer.complaint_id = it.complaint_id and answer.closes
    )
    and not (${reader.accountId}::uuid = any(it.concerns))
    and (${reader.isCamat}::boolean or not it.leader_only)`.execute(db)
  const { open = 0, overdue = 0, due_soon: dueSoon = 0 } = rows[0] ?? {}
  return { open, overdue, dueSoon }
}

/** Asked of a supervisor and not decided, while the case still waits for it. */
export async function countApprovals(
  db: OfficeDb,
  waiting: readonly WaitingCase[],
): Promise<number> {
  const rows = await db
    .selectFrom('approvals')
    .select('case_id')
    .where('decided_at', 'is', null)
    .execute()
  const inWork = new Set<string>(
    waiting
      .filter((it) => it.at === 'called' || it.at === 'capture' || it.at === 'handover')
      .map((it) => it.caseId),
  )
  return rows.filter((row) => inWork.has(row.case_id)).length
}
