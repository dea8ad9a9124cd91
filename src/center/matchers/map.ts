// Map — which matchers hold which part of the gallery, version by version; every change is a new map.

import { fail, ok, type Result } from '#kit/result'
import { partitionDigits, partitionsMax } from '../limits.ts'

export interface Replica {
  readonly matcher: string
  /** The version of the map by which this copy was begun: a later one is another copy. */
  readonly since: number
}

/** Cases whose first three digits lie in it, both ends included. */
export interface Partition {
  readonly first: number
  readonly last: number
  readonly replicas: readonly Replica[]
}

export interface PartitionMap {
  readonly version: number
  readonly partitions: readonly Partition[]
}

export interface MapIssue {
  readonly code:
    | 'map.too-few-matchers'
    | 'map.partition-unknown'
    | 'map.not-held'
    | 'map.held-already'
    | 'map.indivisible'
    | 'map.partitions'
}

/** One copy of one partition, as asks name it. */
export interface CopyName {
  /** Such as '000-3ff'. */
  readonly partition: string
  readonly since: number
}

export function partitionName({ first, last }: Pick<Partition, 'first' | 'last'>): string {
  const digits = (it: number) => it.toString(16).padStart(partitionDigits, '0')
  return `${digits(first)}-${digits(last)}`
}

export function copyKey({ partition, since }: CopyName): string {
  return `${partition}.${since}`
}

/** Every part of the gallery once, and in it at least so many copies, each at another matcher. */
export function isWhole({ partitions }: PartitionMap, copiesMin = 1): boolean {
  const sorted = partitions.toSorted((a, b) => a.first - b.first)
  const followsOn = sorted.every((it, i) => it.first === (i === 0 ? 0 : sorted[i - 1]!.last + 1))
  const isHeld = ({ replicas }: Partition) =>
    replicas.length >= copiesMin &&
    new Set(replicas.map((it) => it.matcher)).size === replicas.length
  return followsOn && sorted.at(-1)?.last === partitionsMax - 1 && sorted.every(isHeld)
}

/**
 * Two copies of each or as many, dealt out so that the loss of one matcher is shared by others. Of two
 * copies at an even number of matchers either half of them, every other one, holds everything: the one
 * can be upgraded while the other answers.
 */
export function firstMap(
  matchers: readonly string[],
  count: number,
  version: number,
  copies = 2,
): Result<PartitionMap, MapIssue> {
  const names = [...new Set(matchers)]
  if (names.length < copies) return fail({ code: 'map.too-few-matchers' })
  if (!Number.isInteger(count) || count < 1 || count > partitionsMax) {
    return fail({ code: 'map.partitions' })
  }
  const begin = (nth: number) => Math.floor((nth * partitionsMax) / count)
  const partitions = Array.from({ length: count }, (_, nth): Partition => {
    const held = dealt(nth, names.length, copies).map((it) => names[it] as string)
    const replicas = held.map((matcher) => ({ matcher, since: version }))
    return { first: begin(nth), last: begin(nth + 1) - 1, replicas }
  })
  return ok({ version, partitions })
}

/** Those of so many matchers that hold the nth partition. */
function dealt(nth: number, count: number, copies: number): readonly number[] {
  const half = count / 2
  if (copies === 2 && Number.isInteger(half)) {
    return [2 * (nth % half), 2 * ((nth + Math.floor(nth / half)) % half) + 1]
  }
  const turn = Math.floor(nth / count)
  const beside = Array.from({ length: copies - 1 }, (_, k) => 1 + ((turn + k) % (count - 1)))
  return [0, ...beside].map((it) => (nth + it) % count)
}

type Changed = Result<readonly Partition[], MapIssue>

function changed(
  map: PartitionMap,
  name: string,
  change: (it: Partition, version: number) => Changed,
): Result<PartitionMap, MapIssue> {
  const version = map.version + 1
  const partition = map.partitions.find((it) => partitionName(it) === name)
  if (partition === undefined) return fail({ code: 'map.partition-unknown' })
  const instead = change(partition, version)
  if (!instead.ok) return instead
  const partitions = map.partitions.flatMap((it) => (it === partition ? instead.value : [it]))
  return ok({ version, partitions })
}

const holds = (it: Partition, matcher: string) => it.replicas.some((by) => by.matcher === matcher)

/** One copy goes from one matcher to another. */
export function movePartition(
  map: PartitionMap,
  name: string,
  { from, to }: { readonly from: string; readonly to: string },
): Result<PartitionMap, MapIssue> {
  return changed(map, name, (it, since): Changed => {
    if (!holds(it, from)) return fail({ code: 'map.not-held' })
    if (holds(it, to)) return fail({ code: 'map.held-already' })
    const replicas = it.replicas.map((by) => (by.matcher === from ? { matcher: to, since } : by))
    return ok([{ ...it, replicas }])
  })
}

/** Two halves at the same matchers, each a copy of its own. */
export function splitPartition(map: PartitionMap, name: string): Result<PartitionMap, MapIssue> {
  return changed(map, name, (it, since): Changed => {
    if (it.first === it.last) return fail({ code: 'map.indivisible' })
    const middle = (it.first + it.last) >> 1
    const replicas = it.replicas.map(({ matcher }) => ({ matcher, since }))
    return ok([
      { first: it.first, last: middle, replicas },
      { first: middle + 1, last: it.last, replicas },
    ])
  })
}

/** The copy at one matcher is made anew from the database; the one of before answers until then. */
export function rebuildCopy(
  map: PartitionMap,
  name: string,
  matcher: string,
): Result<PartitionMap, MapIssue> {
  return changed(map, name, (it, since): Changed => {
    if (!holds(it, matcher)) return fail({ code: 'map.not-held' })
    return ok([
      {
        ...it,
        replicas: it.replicas.map((by) => (by.matcher === matcher ? { matcher, since } : by)),
      },
    ])
  })
}

/**
 * All that a matcher holds goes to others: the machine is lost, or taken out. Each partition to that
 * of them which does not hold it and would then hold least.
 */
export function replaceMatcher(
  map: PartitionMap,
  { from, to }: { readonly from: string; readonly to: readonly string[] },
): Result<PartitionMap, MapIssue> {
  const given = map.partitions.filter((it) => holds(it, from))
  if (given.length === 0) return fail({ code: 'map.not-held' })
  let after: Result<PartitionMap, MapIssue> = ok(map)
  for (const it of given) {
    if (!after.ok) break
    const { value } = after
    const [least] = to
      .filter((by) => !holds(it, by))
      .toSorted((a, b) => digitsHeld(value, a) - digitsHeld(value, b))
    if (least === undefined) return fail({ code: 'map.held-already' })
    after = movePartition(value, partitionName(it), { from, to: least })
  }
  return after.ok
    ? ok({
        ...after.value,
        version: map.version + 1,
        partitions: restamped(after.value.partitions, map.version + 1),
      })
    : after
}

/** How much of the gallery: beginnings of cases. */
function digitsHeld({ partitions }: PartitionMap, matcher: string): number {
  const held = partitions.filter((it) => holds(it, matcher))
  return held.reduce((sum, it) => sum + it.last - it.first + 1, 0)
}

/** One change is one version, however many copies it moves. */
function restamped(partitions: readonly Partition[], version: number): readonly Partition[] {
  return partitions.map((it) => ({
    ...it,
    replicas: it.replicas.map((by) => ({ ...by, since: Math.min(by.since, version) })),
  }))
}

/** The copies that a matcher is to hold by these maps. */
export function copiesOf(maps: readonly PartitionMap[], matcher: string): readonly CopyName[] {
  const copies = new Map<string, CopyName>()
  for (const { partitions } of maps) {
    for (const it of partitions) {
      for (const { since } of it.replicas.filter((by) => by.matcher === matcher)) {
        const copy = { partition: partitionName(it), since }
        copies.set(copyKey(copy), copy)
      }
    }
  }
  return [...copies.values()]
}

/** What matchers that were seen lately hold at the latest state: by matcher, keys of copies. */
export type Holdings = ReadonlyMap<string, ReadonlySet<string>>

/**
 * A map is searched by once all that is new in it is held, and of every partition at least one copy:
 * a matcher that is lost meanwhile does not hold up what others are given.
 */
export function isReady(
  map: PartitionMap,
  before: PartitionMap | undefined,
  holdings: Holdings,
): boolean {
  const old = new Set(before?.partitions.flatMap((it) => it.replicas.map((by) => keyOf(it, by))))
  return map.partitions.every((it) => {
    const isHeld = (by: Replica) =>
      holdings.get(by.matcher)?.has(copyKey({ partition: partitionName(it), since: by.since })) ===
      true
    const news = it.replicas.filter((by) => !old.has(keyOf(it, by)))
    return news.every(isHeld) && it.replicas.some(isHeld)
  })
}

function keyOf(it: Partition, { matcher, since }: Replica): string {
  return `${matcher} ${copyKey({ partition: partitionName(it), since })}`
}
