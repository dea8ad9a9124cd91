// Store — the maps of the gallery and what matchers say of themselves, in the database.

import { sql } from 'kysely'
import { fail, ok, type Result } from '#kit/result'
import { noSearches, type SearchTimes } from '../afis/search-times.ts'
import { matcherSeenMsMax, matchersMax } from '../limits.ts'
import type { CenterDb } from '../log/log.ts'
import {
  copiesOf,
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

/** What a matcher says of itself. */
export interface MatcherReport {
  readonly parametersSha256: string
  readonly startedAtMs: number
  readonly throughSeq: number
  /** The latest version it has read. */
  readonly mapVersion: number
  readonly copies: readonly CopyReport[]
  readonly load: MatcherLoad
  /** Its last word: it was stopped, and holds nothing any more. */
  readonly isStopped?: boolean
}

/** Since it was started. */
export interface MatcherLoad {
  readonly inHand: number
  readonly answered: number
  readonly refused: number
  /** The quick looks, at everybody it holds. */
  readonly searches: SearchTimes
  /** Of the whole process. */
  readonly residentBytes: number
}

export interface CopyReport {
  readonly partition: string
  readonly since: number
  readonly state: 'loading' | 'current'
  readonly throughSeq: number
  readonly visits: number
  /** Of these the first ones of their person. */
  readonly people: number
  readonly bytes: number
}

export interface ForgetIssue {
  readonly code: 'matcher.unknown' | 'matcher.running' | 'matcher.needed'
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
  return new Map(
    matchers.filter(isThere).map(({ matcher, report }) => {
      const current = report.copies.filter((it) => it.state === 'current')
      return [matcher, new Set(current.map(copyKey))]
    }),
  )
}

/** Seen lately, and not stopped since. */
export function isThere({ seenForMs, report }: SeenMatcher): boolean {
  return seenForMs <= matcherSeenMsMax && report.isStopped !== true
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
    seenForMs: Math.max(0, Number(row.seen_for)),
    report: reportOf(row.report as MatcherReport),
  }))
}

/** What a matcher of an earlier version does not say is nothing. */
function reportOf(said: MatcherReport): MatcherReport {
  const untold = { copy: { people: 0, bytes: 0 }, load: { searches: noSearches, residentBytes: 0 } }
  return {
    ...said,
    copies: said.copies.map((it) => ({ ...untold.copy, ...it })),
    load: { ...untold.load, ...said.load },
  }
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

/**
 * A matcher that is gone for good is no longer listed. Whoever still runs would be listed again, and
 * what a map names is waited for.
 */
export async function forgetMatcher(
  db: CenterDb,
  matcher: string,
): Promise<Result<undefined, ForgetIssue>> {
  const seen = (await readMatchers(db)).find((it) => it.matcher === matcher)
  if (seen === undefined) return fail({ code: 'matcher.unknown' })
  if (isThere(seen)) return fail({ code: 'matcher.running' })
  if (copiesOf(await readMaps(db), matcher).length > 0) return fail({ code: 'matcher.needed' })
  await db.deleteFrom('gallery_matchers').where('matcher', '=', matcher).execute()
  return ok(undefined)
}
