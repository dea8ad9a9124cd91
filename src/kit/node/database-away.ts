// Database away — a database server that cannot be reached just now: told from other errors, and
// waited for.

import { setTimeout as delay } from 'node:timers/promises'
import { trouble } from './trouble.ts'

/** The line does not lead there, or the server is just starting or ending (PostgreSQL, appendix A). */
const awayCodes: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN', '08000', '08001', '08003', '08006', '57P01', '57P02', '57P03'],
])
/** The driver's own words for a line that was cut, or an answer that did not come; it gives no code. */
const awayWords = /connection terminated|timeout expired|timeout exceeded when trying to connect/i

/** True where the same may succeed later: not for a wrong password, a wrong name, a wrong query. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return awayCodes.has((error as { code?: unknown }).code) || awayWords.test(error.message)
}

export interface Patience {
  /** For so long it is tried again; 0 is once. */
  readonly ms: number
  readonly everyMs: number
  readonly log: (line: string) => void
}

/**
 * Does what needs the server at `url`, and does it again while that is away, having said so once.
 *
 * @throws a trouble 'database.away' where it was away to the end; any other error at once
 */
export async function awaitDatabase<Done>(
  url: string,
  patience: Patience,
  work: () => Promise<Done>,
): Promise<Done> {
  const endMs = performance.now() + patience.ms
  const { host } = new URL(url)
  for (let isSaid = false; ; isSaid = true) {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      if (performance.now() >= endMs) {
        const message = `The database at ${host} does not answer. Start it, or look at the address in the settings.`
        throw trouble('database.away', message, { host })
      }
      if (!isSaid) patience.log(`the database at ${host} does not answer yet: waiting for it`)
      await delay(patience.everyMs)
    }
  }
}
