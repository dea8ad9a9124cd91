// Store — today's queue: who stands in it, who was called, and what becomes of a call.

import { sql } from 'kysely'
import type { CaseEvent, CaseId } from '#enrollment/events'
import { type WaitingAt, waitingAfter } from '#enrollment/stage'
import type { CalendarDate } from '#resident/calendar-date'
import { startOfDayMs } from '../cases/counter-times.ts'
import { type Lane, parsePlaceNumber, placeNumberOf } from '../cases/queue-place.ts'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'
import { lanesLookedAt, type Standing } from './queue.ts'

/** More than a waiting room holds. */
const placesMax = 500
/** Any number will do; numbers of a day are taken under this lock. */
const numberLockId = 7_305_220

export interface Place extends Standing {
  readonly caseId: CaseId
  readonly ticket: string
  readonly serviceType: string
  readonly state: 'waiting' | 'called' | 'held'
  readonly queuedAtMs: number
  readonly calledAtMs: number | undefined
  readonly announcedAtMs: number | undefined
  /** Called before others whose turn it was. */
  readonly outOfOrder: boolean
  readonly absences: number
}

/** Everybody in today's queue whose case is still before or at the counter; oldest number first. */
export async function readPlaces(
  db: OfficeDb | OfficeTransaction,
  day: CalendarDate,
): Promise<readonly Place[]> {
  const rows = await db
    .selectFrom('queue_entries as entry')
    .innerJoin('cases as file', 'file.case_id', 'entry.case_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('events')
          .select(['type', 'facts'])
          .whereRef('events.case_id', '=', 'entry.case_id')
          .orderBy('seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('entry')
    .select(['file.ticket', 'file.service_type', 'last.type', 'last.facts'])
    .where('entry.day', '=', day)
    .where('entry.left_at', 'is', null)
    .orderBy('entry.queued_at')
    .limit(placesMax)
    .execute()
  return rows.flatMap((row) => {
    const state = stateOf(waitingSince({ type: row.type, ...(row.facts as object) } as CaseEvent))
    return state === undefined ? [] : [placeOf(row, state)]
  })
}

/** Before the counter every entry moves its case: the last one alone says where it waits. */
function waitingSince(last: CaseEvent): WaitingAt {
  return waitingAfter('form', last)
}

function stateOf(at: WaitingAt): Place['state'] | undefined {
  if (at === 'queue') return 'waiting'
  if (at === 'called') return 'called'
  return at === 'form' || at === 'village' ? 'held' : undefined
}

function placeOf(
  row: {
    case_id: string
    ticket: string
    service_type: string
    lane: Lane
    number: number
    queued_at: Date
    in_line_at: Date
    called_at: Date | null
    announced_at: Date | null
    sealed_jump_reason: Buffer | null
    absences: number
  },
  state: Place['state'],
): Place {
  return {
    caseId: row.case_id as CaseId,
    ticket: row.ticket,
    serviceType: row.service_type,
    number: placeNumberOf(row.lane, row.number),
    lane: row.lane,
    state,
    inLineMs: row.in_line_at.getTime(),
    queuedAtMs: row.queued_at.getTime(),
    calledAtMs: row.called_at?.getTime(),
    announcedAtMs: row.announced_at?.getTime(),
    outOfOrder: row.sealed_jump_reason !== null,
    absences: row.absences,
  }
}

/** The lanes of the last calls of a day, newest first; as the log has them. */
export async function readCalledLanes(
  db: OfficeDb | OfficeTransaction,
  day: CalendarDate,
): Promise<readonly Lane[]> {
  const rows = await db
    .selectFrom('events')
    .select('facts')
    .where('type', '=', 'called')
    .where('at', '>=', new Date(startOfDayMs(day)))
    .orderBy('seq', 'desc')
    .limit(lanesLookedAt)
    .execute()
  return rows.flatMap(({ facts }) => {
    const { number } = facts as { number: string }
    return parsePlaceNumber(number)?.lane ?? []
  })
}

/** Gives a case the next number of a lane; answers the number. */
export async function addPlace(
  transaction: OfficeTransaction,
  place: { readonly caseId: CaseId; readonly day: CalendarDate; readonly lane: Lane },
  atMs: number,
): Promise<string> {
  const { caseId, day, lane } = place
  await sql`select pg_advisory_xact_lock(${numberLockId})`.execute(transaction)
  const last = await transaction
    .selectFrom('queue_entries')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('day', '=', day)
    .where('lane', '=', lane)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const at = new Date(atMs)
  await transaction
    .insertInto('queue_entries')
    .values({ day, lane, number, case_id: caseId, queued_at: at, in_line_at: at })
    .execute()
  return placeNumberOf(lane, number)
}

/** False where the case stands in the queue no more. */
export async function markCalled(
  transaction: OfficeTransaction,
  caseId: CaseId,
  call: { readonly by: string; readonly atMs: number; readonly sealedReason: Buffer | null },
): Promise<boolean> {
  const at = new Date(call.atMs)
  const { numUpdatedRows } = await transaction
    .updateTable('queue_entries')
    .set({
      called_at: at,
      announced_at: at,
      called_by: call.by,
      sealed_jump_reason: call.sealedReason,
    })
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markAnnounced(
  transaction: OfficeTransaction,
  caseId: CaseId,
  atMs: number,
): Promise<void> {
  await transaction
    .updateTable('queue_entries')
    .set({ announced_at: new Date(atMs) })
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .execute()
}

/** Back behind the others of the lane, or out of the queue. */
export async function markAbsent(
  transaction: OfficeTransaction,
  caseId: CaseId,
  absence: { readonly count: number; readonly lapsed: boolean; readonly atMs: number },
): Promise<void> {
  const at = new Date(absence.atMs)
  await transaction
    .updateTable('queue_entries')
    .set({
      absences: absence.count,
      in_line_at: at,
      called_at: null,
      called_by: null,
      announced_at: null,
      left_at: absence.lapsed ? at : null,
    })
    .where('case_id', '=', caseId)
    .where('left_at', 'is', null)
    .execute()
}

/** What a reason for calling out of order is sealed for. */
export function jumpReasonContext(caseId: CaseId): string {
  return `queue_entries/${caseId}/jump`
}
