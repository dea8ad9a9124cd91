// Told matchers — rows as matchers write them, without any: for what reads how the gallery stands.

import { sql } from 'kysely'
import type { Gallery } from '../../src/center/afis/gallery.ts'
import { createSearchWatch } from '../../src/center/afis/search-times.ts'
import { parametersSha256 } from '../../src/center/afis/snapshot.ts'
import type { CenterDb } from '../../src/center/log/log.ts'
import { copiesOf, copyKey, firstMap, splitPartition } from '../../src/center/matchers/map.ts'
import { changeMap, readMaps, writeReport } from '../../src/center/matchers/store.ts'
import { present } from '../../src/kit/assert.ts'

export const toldNames = ['m1', 'm2', 'm3', 'm4'] as const

/** The first map over all four, searched by. */
export async function tellFirstMap(db: CenterDb): Promise<void> {
  await changeMap(db, () => firstMap(toldNames, 8, 1))
  await tellReady(db)
}

/** The latest map is searched by. */
export async function tellReady(db: CenterDb): Promise<void> {
  const latest = (await readMaps(db)).at(-1)?.version ?? 0
  const ready = { ready_at: new Date() }
  await db.updateTable('gallery_maps').set(ready).where('version', '=', latest).execute()
}

/** A second map, of which nobody has loaded what is new. */
export async function tellSplit(db: CenterDb): Promise<void> {
  await changeMap(db, (latest) => splitPartition(present(latest, 'a map'), '400-5ff'))
}

/** All hold what the first map names; whoever is gone was last seen a quarter of an hour ago. */
export async function tellMatchers(db: CenterDb, gone: readonly string[] = []): Promise<void> {
  const maps = await readMaps(db)
  for (const [nth, name] of toldNames.entries()) {
    const held = new Set(copiesOf(maps.slice(0, 1), name).map(copyKey))
    const copies = copiesOf(maps, name).map((it) => {
      const isHeld = held.has(copyKey(it))
      const size = isHeld ? { visits: 130_000, people: 125_000, bytes: 331_000_000 } : nothing
      const state = isHeld ? ('current' as const) : ('loading' as const)
      return { ...it, ...size, state, throughSeq: isHeld ? 1_000_000 : 0 }
    })
    const watch = createSearchWatch(() => 0)
    for (const ms of [180 + 10 * nth, 240, 910]) watch.took(ms)
    const load = { inHand: nth, answered: 5_200, refused: 3, searches: watch.times }
    await writeReport(db, name, {
      ...{ parametersSha256, startedAtMs: 0, throughSeq: 1_000_000, mapVersion: maps.length },
      ...{ copies, load: { ...load, residentBytes: 1_610_000_000 } },
    })
  }
  // Whoever is there stays so, however long a test takes.
  await sql`
    update gallery_matchers set seen_at = now() + case when matcher = any(${[...gone]})
      then interval '-15 minutes' else interval '1 day' end
  `.execute(db)
}

const nothing = { visits: 0, people: 0, bytes: 0 }

/** Of a center that asks matchers; nobody answers. */
export const galleryElsewhere: Gallery = {
  search: async () => ({ code: 'SEARCH_FAILURE_AT_CENTRAL', missing: [] }),
  apply: async () => {},
  reach: async () => ({ code: 'SEARCH_FAILURE_AT_CENTRAL', missing: [] }),
  peopleCount: 0,
  lastSeq: 0,
  stop: async () => {},
}

/** Searches for a case were answered by matchers: one for two parts, one for three that another was
 * asked about later, one for a dozen. */
export async function tellWhoAnswered(db: CenterDb, caseId: string): Promise<void> {
  const by = (matcher: string, seq: number) => (partition: string) => ({ partition, matcher, seq })
  const dozen = [...'0123456789ab'].map((it) => `d${it}0-d${it}f`)
  const moved = ['800-9ff', 'a00-bff', 'e00-fff']
  const searched = {
    everybody: [
      ...['000-3ff', '400-7ff'].map(by('m1', 2)),
      ...moved.map(by('m12', 1_211)),
      ...dozen.map(by('m11', 2)),
    ],
    since: moved.map(by('m3', 1_212)),
  }
  await sql`
    update searches set terms = jsonb_set(terms, '{searched}', ${JSON.stringify(searched)}::jsonb)
    where case_id = ${caseId}
  `.execute(db)
}
