// Door — counts what is refused before it comes in: it never becomes a packet, so nobody would see it.
//
// Whoever is refused does not wait for the count. While one write is under way what comes meanwhile is
// gathered, so a storm of refusals costs one write at a time and as little memory as there are reasons.

import { sql } from 'kysely'
import { doorKindsMax } from '../limits.ts'
import type { CenterWorld } from '../world.ts'

export interface Door {
  /** `sender`: the office in whose name it came, where one is named that is known. */
  refused(code: string, sender: string | undefined): void
  /** Until everything counted so far is written. */
  settled(): Promise<void>
}

interface Counted {
  readonly sender: string
  readonly code: string
  readonly count: number
}

export function createDoor({ db, clock, log }: Pick<CenterWorld, 'db' | 'clock' | 'log'>): Door {
  let pending = new Map<string, Counted>()
  let writing: Promise<void> | undefined

  const writeAll = async () => {
    while (pending.size > 0) {
      const batch = [...pending.values()]
      pending = new Map()
      await addCounts(db, batch, clock()).catch(() => log('door: a count could not be written'))
    }
    writing = undefined
  }
  return {
    refused(code, sender = '') {
      const key = `${sender} ${code}`
      const before = pending.get(key)
      if (before === undefined && pending.size >= doorKindsMax) return
      pending.set(key, { sender, code, count: (before?.count ?? 0) + 1 })
      writing ??= writeAll()
    },
    async settled() {
      await writing
    },
  }
}

async function addCounts(
  db: CenterWorld['db'],
  counted: readonly Counted[],
  atMs: number,
): Promise<void> {
  const at = new Date(atMs)
  await db
    .insertInto('door_refusals')
    .values(counted.map((it) => ({ ...it, first_at: at, last_at: at })))
    .onConflict((conflict) =>
      conflict.columns(['sender', 'code']).doUpdateSet({
        count: sql`door_refusals.count + excluded.count`,
        last_at: at,
      }),
    )
    .execute()
}
