// Counter times — how long residents stood at the counter, from being called to the receipt.

import { sql } from 'kysely'
import type { CaseId } from '#enrollment/events'
import { type CalendarDate, wibUtcOffsetHours } from '#resident/calendar-date'
import type { OfficeDb, OfficeTransaction } from '../log/log.ts'

export interface CounterTime {
  readonly caseId: CaseId
  readonly calledAtMs: number
  readonly receiptAtMs: number
}

/** A year of a busy office. */
const counterTimesMax = 20_000

/** The visits whose receipt was stamped from `fromMs` on, oldest first; as `clocksOf` counts them. */
export async function readCounterTimes(
  db: OfficeDb | OfficeTransaction,
  fromMs: number,
): Promise<readonly CounterTime[]> {
  const { rows } = await sql<{ case_id: string; called_at: Date; receipt_at: Date }>`
    select receipt.case_id, receipt.at as receipt_at,
      (select called.at from events called
        where called.case_id = receipt.case_id and called.type = 'called'
        order by called.seq desc limit 1) as called_at
    from events receipt
    where receipt.type = 'attested' and receipt.at >= ${new Date(fromMs)}
    order by receipt.seq limit ${counterTimesMax}`.execute(db)
  return rows
    .filter(({ called_at, receipt_at }) => called_at !== null && called_at <= receipt_at)
    .map((row) => ({
      caseId: row.case_id as CaseId,
      calledAtMs: row.called_at.getTime(),
      receiptAtMs: row.receipt_at.getTime(),
    }))
}

/** Undefined before the first receipt. */
export function averageMsOf(times: readonly CounterTime[]): number | undefined {
  if (times.length === 0) return undefined
  const sum = times.reduce((all, it) => all + it.receiptAtMs - it.calledAtMs, 0)
  return Math.round(sum / times.length)
}

/** The first instant of a day at the office. */
export function startOfDayMs(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`) - wibUtcOffsetHours * 3_600_000
}
