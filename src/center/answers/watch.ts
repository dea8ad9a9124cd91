// Watch — offices wait here for the next entry of the log: one look at it serves all that wait.
//
// The log is looked at, instead of being told of, because entries are also written by other
// processes, and because what is looked at again cannot be missed when the database restarts.

import { sql } from 'kysely'
import { logLookMs } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'

export interface Known {
  /** The last entry of the log, and the version of the notices, that the office has. */
  readonly after: number
  readonly notices: number | undefined
}

export interface Watch {
  /** Comes back when the office has something to be told, or the time is over. */
  untilNews(officeId: string, known: Known, waitMs: number): Promise<void>
  /** Sends everybody back, and lets nobody wait from now on. */
  stop(): void
}

interface Waiter extends Known {
  goOn(): void
}

export function createWatch(db: CenterDb): Watch {
  /** An office has one line: its next call ends the one before. */
  const waiting = new Map<string, Waiter>()
  let isLooking = false
  let isOver = false

  async function look(): Promise<void> {
    try {
      const news = await readNews(db, [...waiting.keys()])
      for (const [officeId, waiter] of waiting) {
        const isNew = (news.seqOf.get(officeId) ?? 0) > waiter.after
        const isOther = waiter.notices !== undefined && waiter.notices !== news.noticesVersion
        if (isNew || isOther) waiter.goOn()
      }
    } catch {
      // The database is away for a moment: the next look finds what was written meanwhile.
    }
  }
  async function lookAgainAndAgain(): Promise<void> {
    if (isLooking) return
    isLooking = true
    while (waiting.size > 0) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, logLookMs))
    }
    isLooking = false
  }

  return {
    async untilNews(officeId, known, waitMs) {
      if (isOver) return
      waiting.get(officeId)?.goOn()
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => waiter.goOn(), waitMs)
        const waiter: Waiter = {
          ...known,
          goOn() {
            clearTimeout(timer)
            if (waiting.get(officeId) === waiter) waiting.delete(officeId)
            resolve()
          },
        }
        waiting.set(officeId, waiter)
        void lookAgainAndAgain()
      })
    },
    stop() {
      isOver = true
      for (const waiter of waiting.values()) waiter.goOn()
    },
  }
}

/** The latest entry of each of these offices: one step into an index for each. */
async function readNews(db: CenterDb, officeIds: readonly string[]) {
  const { rows } = await sql<{ office_id: string; seq: number | null; version: number }>`
    select asked.office_id, latest.seq, (select version from notices_version) as version
    from unnest(${officeIds}::uuid[]) as asked (office_id)
    left join lateral (
      select seq from events where events.office_id = asked.office_id order by seq desc limit 1
    ) as latest on true
  `.execute(db)
  return {
    seqOf: new Map(rows.map(({ office_id, seq }) => [office_id, seq ?? 0])),
    noticesVersion: rows[0]?.version,
  }
}
