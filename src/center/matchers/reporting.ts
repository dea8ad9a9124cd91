// Reporting — what a matcher says of itself in the database: at once where what it holds has changed,
// else only often enough to be known to live.

import type { Loop } from '#kit/loop'
import { startLoop } from '#kit/loop'
import { parametersSha256 } from '../afis/snapshot.ts'
import { matcherTellMs, matcherTurnMs } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import type { Holder } from './holder.ts'
import { type MatcherLoad, type MatcherReport, markReady, writeReport } from './store.ts'

export interface ReportingNeeds {
  readonly db: CenterDb
  readonly name: string
  readonly holder: Pick<Holder, 'follow' | 'seq' | 'report'>
  readonly startedAtMs: number
  /** Milliseconds that only go forward. */
  readonly nowMs: () => number
  /** The latest map it has read. */
  readonly mapVersion: () => number
  readonly load: () => MatcherLoad
  readonly onFault: (error: unknown) => void
}

/** Its end is told as well: nobody counts on what a matcher held that was stopped. */
export function startReporting(needs: ReportingNeeds): Pick<Loop, 'stop'> {
  const { db, name, holder, nowMs } = needs
  let told = ''
  let toldAtMs = Number.NEGATIVE_INFINITY
  const held = (): Omit<MatcherReport, 'load'> => ({
    ...{ parametersSha256, startedAtMs: needs.startedAtMs, throughSeq: holder.seq },
    ...{ mapVersion: needs.mapVersion(), copies: holder.report() },
  })
  const reporting = startLoop({
    async turn() {
      await holder.follow()
      const report = held()
      const text = JSON.stringify(report)
      if (text !== told || nowMs() - toldAtMs >= matcherTellMs) {
        await writeReport(db, name, { ...report, load: needs.load() })
        told = text
        toldAtMs = nowMs()
      }
      await markReady(db)
      return false
    },
    idleMs: matcherTurnMs,
    onFault: needs.onFault,
  })
  return {
    async stop() {
      await reporting.stop()
      // Without this it is taken for lost some seconds later.
      const last = { ...held(), copies: [], load: needs.load(), isStopped: true }
      await writeReport(db, name, last).catch(needs.onFault)
    },
  }
}
