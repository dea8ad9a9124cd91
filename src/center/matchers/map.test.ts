// Map tests — every partition twice, whatever is moved, split or replaced, and searched by only when held.

import { expect, test } from 'vitest'
import type { Result } from '#kit/result'
import {
  copiesOf,
  copyKey,
  firstMap,
  isReady,
  isWhole,
  type MapIssue,
  movePartition,
  type PartitionMap,
  rebuildCopy,
  replaceMatcher,
  splitPartition,
} from './map.ts'

function made(it: Result<PartitionMap, MapIssue>): PartitionMap {
  if (!it.ok) throw new Error(it.issue.code)
  return it.value
}

const names = ['a', 'b', 'c']
const first = made(firstMap(names, 12, 1))
const holding = (...maps: readonly PartitionMap[]) =>
  new Map([...names, 'd'].map((it) => [it, new Set(copiesOf(maps, it).map(copyKey))]))

test('whatever is dealt out or changed is whole, and every partition is held twice', () => {
  for (const count of [1, 2, 7, 16, 256, 4_096]) {
    expect(isWhole(made(firstMap(names, count, 1)), 2)).toBe(true)
  }
  const split = made(splitPartition(first, '155-2a9'))
  expect(isWhole(split, 2)).toBe(true)
  expect(split.partitions).toHaveLength(13)
  const replaced = made(replaceMatcher(split, { from: 'a', to: ['d'] }))
  expect(isWhole(replaced, 2)).toBe(true)
  expect([replaced.version, copiesOf([replaced], 'a')]).toEqual([3, []])
  for (const it of copiesOf([replaced], 'd')) expect(it.since).toBe(3)
})

test('whoever is left takes over from one that is lost, each about as much, and nothing twice', () => {
  const of = [...names, 'd']
  const lost = made(replaceMatcher(made(firstMap(of, 12, 1)), { from: 'b', to: ['a', 'c', 'd'] }))
  expect(isWhole(lost, 2)).toBe(true)
  expect(of.map((it) => copiesOf([lost], it).length)).toEqual([8, 0, 8, 8])
  expect(lost.version).toBe(2)
})

test('of an even number of matchers every other one holds everything: half can be upgraded', () => {
  for (const count of [2, 4, 6, 10]) {
    const all = Array.from({ length: count }, (_, nth) => `m${nth}`)
    const map = made(firstMap(all, 40, 1))
    const halfOf = (it: string) => all.indexOf(it) % 2
    for (const { replicas } of map.partitions) {
      expect(replicas.map((it) => halfOf(it.matcher)).toSorted()).toEqual([0, 1])
    }
    const held = all.map((it) => copiesOf([map], it).length)
    expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(2)
  }
})

test('a map that leaves out or repeats a part, or holds one nowhere, is not whole', () => {
  const [one, ...rest] = first.partitions
  const of = (partitions: PartitionMap['partitions']) => isWhole({ version: 1, partitions })
  expect(of(rest)).toBe(false)
  expect(of([...rest, one!, one!])).toBe(false)
  expect(of([...rest, { ...one!, replicas: [] }])).toBe(false)
})

test('a map is searched by once all that is new in it is held, and something of everything', () => {
  const moved = made(movePartition(first, '000-154', { from: 'a', to: 'c' }))
  expect(isReady(moved, first, holding(first))).toBe(false)
  const all = holding(first, moved)
  expect(isReady(moved, first, all)).toBe(true)
  // Whoever is lost beside it holds nothing up, unless nobody else has its part.
  all.delete('a')
  expect(isReady(moved, first, all)).toBe(true)
  all.delete('b')
  expect(isReady(moved, first, all)).toBe(false)
})

test('what cannot be done is said', () => {
  const codeOf = (it: Result<PartitionMap, MapIssue>) => (it.ok ? undefined : it.issue.code)
  expect([
    codeOf(firstMap(['a', 'a'], 4, 1)),
    codeOf(firstMap(names, 4_097, 1)),
    codeOf(movePartition(first, '000-999', { from: 'a', to: 'c' })),
    codeOf(movePartition(first, '000-154', { from: 'c', to: 'd' })),
    codeOf(movePartition(first, '000-154', { from: 'a', to: 'b' })),
    codeOf(replaceMatcher(first, { from: 'a', to: ['b'] })),
    codeOf(rebuildCopy(first, '000-154', 'd')),
    codeOf(splitPartition(made(firstMap(names, 4_096, 1)), '000-000')),
  ]).toEqual([
    ...['map.too-few-matchers', 'map.partitions', 'map.partition-unknown', 'map.not-held'],
    ...['map.held-already', 'map.held-already', 'map.not-held', 'map.indivisible'],
  ])
})
