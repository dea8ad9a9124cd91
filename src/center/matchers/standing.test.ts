// Standing tests — a copy counts only where its matcher is seen, of this version, and has loaded it.

import { expect, test } from 'vitest'
import { noSearches } from '../afis/search-times.ts'
import { parametersSha256 } from '../afis/snapshot.ts'
import { copiesOf, firstMap, type PartitionMap, splitPartition } from './map.ts'
import { isSettled, standingOf } from './standing.ts'
import type { MatcherReport, SeenMatcher, StoredMap } from './store.ts'

const names = ['m1', 'm2', 'm3']
const firstMade = firstMap(names, 3, 1)
const first = stored(firstMade.ok ? firstMade.value : { version: 0, partitions: [] }, 5_000)

function stored(map: PartitionMap, readyAtMs: number | undefined): StoredMap {
  return { ...map, madeAtMs: 1_000, readyAtMs, readyForMs: undefined }
}

function seen(matcher: string, changed: Partial<MatcherReport> = {}, seenForMs = 100): SeenMatcher {
  const copies = copiesOf([first], matcher).map((it) => ({
    ...{ ...it, state: 'current' as const, throughSeq: 40, visits: 12, people: 10, bytes: 1_000 },
  }))
  const load = { inHand: 0, answered: 5, refused: 0, searches: noSearches, residentBytes: 9 }
  const told = { parametersSha256, startedAtMs: 0, throughSeq: 40, mapVersion: 1, copies, load }
  return { matcher, seenForMs, report: { ...told, ...changed } }
}

const standing = (matchers: readonly SeenMatcher[], maps: readonly StoredMap[] = [first]) =>
  standingOf({ lastSeq: 42, maps, matchers })

test('where all are there every part is held twice, and how far each is is told', () => {
  const all = standing(names.map((it) => seen(it)))
  expect(all.partitions.map((it) => [it.partition, it.liveCount, it.people])).toEqual([
    ['000-554', 2, 10],
    ['555-aa9', 2, 10],
    ['aaa-fff', 2, 10],
  ])
  expect(all.partitions[0]?.replicas[0]).toEqual({ matcher: 'm1', since: 1, state: 'held', lag: 2 })
  expect(all.maps).toMatchObject([{ version: 1, copyCount: 6, heldCount: 6 }])
  expect(all.matchers[0]).toMatchObject({ matcher: 'm1', isThere: true, people: 20, bytes: 2_000 })
  expect(isSettled(all)).toBe(true)
})

test('one that is not seen, was stopped, still loads or is of another version answers for nothing', () => {
  const others = [seen('m1'), seen('m3')]
  const stateOf = (m2: SeenMatcher) => {
    const { partitions, ...rest } = standing([...others, m2])
    expect(isSettled({ partitions, ...rest })).toBe(false)
    const held = partitions.filter((it) => it.replicas.some((by) => by.matcher === 'm2'))
    expect(held.map((it) => it.liveCount)).toEqual([1, 1])
    const told = rest.matchers.find((it) => it.matcher === 'm2')
    if (told?.isThere !== true) expect(told?.heldCount).toBe(0)
    return held[0]?.replicas.find((it) => it.matcher === 'm2')?.state
  }
  const loading = seen('m2').report.copies.map((it) => ({ ...it, state: 'loading' as const }))
  expect(stateOf(seen('m2', {}, 11_000))).toBe('gone')
  expect(stateOf(seen('m2', { copies: [], isStopped: true }))).toBe('gone')
  expect(stateOf(seen('m2', { copies: loading }))).toBe('loading')
  expect(stateOf(seen('m2', { parametersSha256: 'another' }))).toBe('other-version')
})

test('a later map is told with what it still lacks, and the parts are those that are searched by', () => {
  const next = splitPartition(first, '000-554')
  if (!next.ok) throw new Error(next.issue.code)
  const told = standing(
    names.map((it) => seen(it)),
    [first, stored(next.value, undefined)],
  )
  expect(told.maps.map((it) => [it.version, it.heldCount, it.copyCount])).toEqual([
    [1, 6, 6],
    [2, 4, 8],
  ])
  expect(told.partitions).toHaveLength(3)
  expect(isSettled(told)).toBe(false)
})

test('without a map there is nothing to hold', () => {
  expect(standing([seen('m1')], [])).toMatchObject({ maps: [], partitions: [] })
  expect(isSettled(standing([seen('m1')], []))).toBe(false)
})
