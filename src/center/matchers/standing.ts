// Standing — how the gallery stands at the matchers: which copies live, how far they are, and what the
// map that comes next still lacks.

import { parametersSha256 } from '../afis/snapshot.ts'
import { copyKey, type Partition, partitionName, type Replica } from './map.ts'
import { type CopyReport, isThere, type SeenMatcher, type StoredMap } from './store.ts'

export interface Known {
  /** The number of the gallery's latest change. */
  readonly lastSeq: number
  /** As `readMaps` answers them. */
  readonly maps: readonly StoredMap[]
  readonly matchers: readonly SeenMatcher[]
}

/**
 * held: answers · loading: is read from the snapshot or the database · other-version: held by a matcher
 * whose engine is another one, which only centers of that version ask · gone: its matcher is not seen
 */
export type ReplicaState = 'held' | 'loading' | 'other-version' | 'gone'

export interface ReplicaStanding {
  readonly matcher: string
  readonly since: number
  readonly state: ReplicaState
  /** Changes of the gallery that it has not taken yet. */
  readonly lag: number
}

export interface PartitionStanding {
  readonly partition: string
  readonly people: number
  readonly bytes: number
  readonly replicas: readonly ReplicaStanding[]
  /** Copies that answer. */
  readonly liveCount: number
}

export interface MapStanding {
  readonly version: number
  readonly madeAtMs: number
  readonly readyAtMs: number | null
  readonly copyCount: number
  /** Copies of it that answer. */
  readonly heldCount: number
}

export interface MatcherStanding {
  readonly matcher: string
  readonly isThere: boolean
  readonly seenForMs: number
  readonly isOtherVersion: boolean
  readonly mapVersion: number
  readonly lag: number
  /** Of the copies that it is to hold. */
  readonly copyCount: number
  readonly heldCount: number
  readonly people: number
  readonly bytes: number
  readonly load: SeenMatcher['report']['load']
}

export interface Standing {
  readonly lastSeq: number
  /** The one that is searched by, if there is one, and all later ones. */
  readonly maps: readonly MapStanding[]
  /** Of the map that is searched by; while there is none, of the latest. */
  readonly partitions: readonly PartitionStanding[]
  readonly matchers: readonly MatcherStanding[]
}

export function standingOf({ lastSeq, maps, matchers }: Known): Standing {
  const byName = new Map(
    matchers.map((it) => {
      const copies = new Map(it.report.copies.map((copy) => [copyKey(copy), copy]))
      return [it.matcher, { ...it, copies }]
    }),
  )
  const partitionsOf = (map: StoredMap | undefined) =>
    (map?.partitions ?? []).map((it) => partitionStanding(it, byName, lastSeq))
  const shown = maps.find((it) => it.readyAtMs !== undefined) ?? maps.at(-1)
  return {
    lastSeq,
    maps: maps.map((map) => {
      const replicas = partitionsOf(map).flatMap((it) => it.replicas)
      const { version, madeAtMs, readyAtMs = null } = map
      const heldCount = replicas.filter((it) => it.state === 'held').length
      return { version, madeAtMs, readyAtMs, copyCount: replicas.length, heldCount }
    }),
    partitions: partitionsOf(shown),
    matchers: matchers.map((it) => matcherStanding(it, lastSeq)),
  }
}

/** The latest map is searched by, and every copy of it is held. */
export function isSettled({ maps }: Standing): boolean {
  const [map, ...later] = maps
  if (map === undefined || later.length > 0) return false
  return map.readyAtMs !== null && map.heldCount === map.copyCount
}

interface KnownMatcher extends SeenMatcher {
  readonly copies: ReadonlyMap<string, CopyReport>
}

function partitionStanding(
  part: Partition,
  matchers: ReadonlyMap<string, KnownMatcher>,
  lastSeq: number,
): PartitionStanding {
  const partition = partitionName(part)
  const copies = part.replicas.map((replica) => {
    const matcher = matchers.get(replica.matcher)
    const copy = matcher?.copies.get(copyKey({ partition, since: replica.since }))
    return { copy, standing: replicaStanding(replica, matcher, copy, lastSeq) }
  })
  const most = (of: (it: CopyReport) => number) =>
    Math.max(0, ...copies.map(({ copy }) => (copy === undefined ? 0 : of(copy))))
  const replicas = copies.map((it) => it.standing)
  return {
    ...{ partition, replicas },
    people: most((it) => it.people),
    bytes: most((it) => it.bytes),
    liveCount: replicas.filter((it) => it.state === 'held').length,
  }
}

function replicaStanding(
  { matcher, since }: Replica,
  seen: SeenMatcher | undefined,
  copy: CopyReport | undefined,
  lastSeq: number,
): ReplicaStanding {
  const lag = Math.max(0, lastSeq - (copy?.throughSeq ?? 0))
  const told = { matcher, since, lag }
  if (seen === undefined || !isThere(seen)) return { ...told, state: 'gone' }
  if (seen.report.parametersSha256 !== parametersSha256) return { ...told, state: 'other-version' }
  return { ...told, state: copy?.state === 'current' ? 'held' : 'loading' }
}

function matcherStanding(seen: SeenMatcher, lastSeq: number): MatcherStanding {
  const { matcher, seenForMs, report } = seen
  const { copies, load, mapVersion, throughSeq } = report
  const sum = (of: (it: CopyReport) => number) => copies.reduce((all, it) => all + of(it), 0)
  return {
    ...{ matcher, seenForMs, mapVersion, load },
    isThere: isThere(seen),
    isOtherVersion: report.parametersSha256 !== parametersSha256,
    lag: Math.max(0, lastSeq - throughSeq),
    copyCount: copies.length,
    heldCount: isThere(seen) ? copies.filter((it) => it.state === 'current').length : 0,
    people: sum((it) => it.people),
    bytes: sum((it) => it.bytes),
  }
}
