// Map change — what a command says is to become of the map, and the matchers that it counts on.

import {
  firstMap,
  type MapIssue,
  movePartition,
  type PartitionMap,
  rebuildCopy,
  replaceMatcher,
  splitPartition,
} from '#center'
import type { Result } from '#kit/result'

export interface MapChange {
  readonly make: (latest: PartitionMap | undefined) => Result<PartitionMap, MapIssue>
  /** Matchers that are given something to hold. */
  readonly given: readonly string[]
}

export const mapIssueWords: Readonly<Record<MapIssue['code'], string>> = {
  'map.too-few-matchers': 'Every partition is held twice: name two matchers at least.',
  'map.partition-unknown': 'There is no such partition in the latest map, or no map yet.',
  'map.not-held': 'That matcher does not hold it.',
  'map.held-already':
    'Whoever is named holds it already: a partition’s two copies are two matchers’.',
  'map.indivisible': 'A partition of one beginning cannot be split.',
  'map.partitions': 'There are 1 to 256 partitions.',
}

/** Undefined where it says nothing that can be done. */
export function parseMapChange(
  act: string | undefined,
  args: readonly string[],
): MapChange | undefined {
  const [first = '', second = '', third = ''] = args
  const count = args.length
  const onLatest = (
    make: (latest: PartitionMap) => Result<PartitionMap, MapIssue>,
    ...given: readonly string[]
  ): MapChange => ({ make: (latest) => make(latest ?? { version: 0, partitions: [] }), given })
  if (act === 'map' && count >= 2) {
    const given = args.slice(1)
    const make = (it: PartitionMap) => firstMap(given, Number(first), it.version + 1)
    return onLatest(make, ...given)
  }
  if (act === 'move' && count === 3) {
    return onLatest((it) => movePartition(it, first, { from: second, to: third }), third)
  }
  if (act === 'split' && count === 1) return onLatest((it) => splitPartition(it, first))
  if (act === 'rebuild' && count === 2) {
    return onLatest((it) => rebuildCopy(it, first, second), second)
  }
  if (act === 'replace' && count >= 2) {
    const to = args.slice(1)
    return onLatest((it) => replaceMatcher(it, { from: first, to }), ...to)
  }
  return undefined
}
