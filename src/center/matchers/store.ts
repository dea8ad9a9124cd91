// Store — the maps of the gallery and what matchers say of themselves, in the database.

import { sql } from 'kysely'
import { fail, ok, type Result } from '#kit/result'
import { matcherSeenMsMax, matchersMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import {
  copyKey,
  type Holdings,
  isReady,
  type MapIssue,
  type Partition,
  type PartitionMap,
} from './map.ts'

export interface StoredMap extends PartitionMap {
  readonly madeAtMs: number
  readonly readyAtMs: number | undefined
  /** Since it became ready, by the database's clock. */
  readonly readyForMs: number | undefined
}

/** What a matcher says of itself, about twice a second. */
export interface MatcherReport {
  readonly parametersSha256: string
  readonly startedAtMs: number
  readonly throughSeq: number
  /** The latest version it has read. */
  readonly mapVersion: number
  readonly copies: readonly CopyReport[]
  readonly load: { readonly inHand: number; readonly answered: number; readonly refused: number }
}

export interface CopyReport {
  readonly partition: string
  readonly since: number
  readonly state: 'loading' | 'current'
  readonly throughSeq: number
  readonly visits: number
}

export interface SeenMatcher {
  readonly matcher: string
  readonly seenForMs: number
  readonly report: MatcherReport
}

/** The map that is searched by and all later ones, in their order; without one that is ready, all. */
export async function readMaps(db: CenterDb): Promise<readonly StoredMap[]> {
  const rows = await db
    .selectFrom('gallery_maps')
    .selectAll()
    .select(sql<number | null>`extract(epoch from now() - ready_at) * 1000`.as('ready_for'))
    .where((eb) =>
      eb(
        'version',
        '>=',
        eb.fn.coalesce(
          eb
            .selectFrom('gallery_maps')
            .select((inner) => inner.fn.max('version').as('last'))
            .where('ready_at', 'is not', null),
          sql<number>`0`,
        ),
      ),
    )
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    partitions: row.partitions as readonly Partition[],
    madeAtMs: row.made_at.getTime(),
    readyAtMs: row.ready_at?.getTime(),
    readyForMs: row.ready_for === null ? undefined : Number(row.ready_for),
  }))
}

/** The map that is searched by. */
export async function findReadyMap(db: CenterDb): Promise<PartitionMap | undefined> {
  const [first] = await readMaps(db)
  return first?.readyAtMs === undefined ? undefined : first
}

/** The next version, made of the latest; nobody else makes one meanwhile. */
export async function changeMap(
  db: CenterDb,
  change: (latest: PartitionMap | undefined) => Result<PartitionMap, MapIssue>,
): Promise<Result<PartitionMap, MapIssue>> {
  return db.transaction().execute(async (transaction) => {
    await sql`lock table gallery_maps in share row exclusive mode`.execute(transaction)
    const latest = await transaction
      .selectFrom('gallery_maps')
      .select(['version', 'partitions'])
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    const next = change(
      latest && { ...latest, partitions: latest.partitions as readonly Partition[] },
    )
    if (!next.ok) return fail(next.issue)
    const { version, partitions } = next.value
    await transaction
      .insertInto('gallery_maps')
      .values({ version, partitions: JSON.stringify(partitions), ready_at: null } as never)
      .execute()
    return ok(next.value)
  })
}

/** Lets the latest map that is held be searched by. */
export async function markReady(db: CenterDb): Promise<void> {
  const maps = await readMaps(db)
  const waiting = maps.filter((it) => it.readyAtMs === undefined)
  if (waiting.length === 0) return
  const before = maps.find((it) => it.readyAtMs !== undefined)
  const holdings = holdingsOf(await readMatchers(db))
  const ready = waiting.findLast((it) => isReady(it, before, holdings))
  if (ready === undefined) return
  await db
    .updateTable('gallery_maps')
    .set({ ready_at: sql`now()` as never })
    .where('version', '=', ready.version)
    .where('ready_at', 'is', null)
    .execute()
}

function holdingsOf(matchers: readonly SeenMatcher[]): Holdings {
  const lately = matchers.filter((it) => it.seenForMs <= matcherSeenMsMax)
  return new Map(
    lately.map(({ matcher, report }) => {
      const current = report.copies.filter((it) => it.state === 'current')
      return [matcher, new Set(current.map(copyKey))]
    }),
  )
}

export async function readMatchers(db: CenterDb): Promise<readonly SeenMatcher[]> {
  const rows = await db
    .selectFrom('gallery_matchers')
    .select(['matcher', 'report'])
    .select(sql<number>`extract(epoch from now() - seen_at) * 1000`.as('seen_for'))
    .orderBy('matcher')
    .limit(matchersMax)
    .execute()
  return rows.map((row) => ({
    matcher: row.matcher,
    seenForMs: Number(row.seen_for),
    report: row.report as MatcherReport,
  }))
}

export async function writeReport(
  db: CenterDb,
  matcher: string,
  report: MatcherReport,
): Promise<void> {
  const text = JSON.stringify(report)
  await sql`
    insert into gallery_matchers (matcher, seen_at, report) values (${matcher}, now(), ${text})
    on conflict (matcher) do update set seen_at = now(), report = excluded.report
  `.execute(db)
}

/** A matcher that is gone for good is no longer listed. */
export async function forgetMatcher(db: CenterDb, matcher: string): Promise<void> {
  await db.deleteFrom('gallery_matchers').where('matcher', '=', matcher).execute()
}
