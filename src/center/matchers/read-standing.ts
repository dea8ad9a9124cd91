// Read standing — how the gallery stands at the matchers now, read from the database.

import type { CenterDb } from '../log/log.ts'
import { findLastVisitSeq } from '../records/store.ts'
import { type Standing, standingOf } from './standing.ts'
import { readMaps, readMatchers } from './store.ts'

export async function readStanding(db: CenterDb): Promise<Standing> {
  const [lastSeq, maps, matchers] = [
    await findLastVisitSeq(db),
    await readMaps(db),
    await readMatchers(db),
  ]
  return standingOf({ lastSeq, maps, matchers })
}
