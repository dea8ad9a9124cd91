// Dealing tests — every thread has as much to look at as the others, and whoever is silent is left alone.

import { expect, test } from 'vitest'
import { createDealer, type Dealt } from './dealing.ts'
import { type Partition, partitionName } from './map.ts'

const names = ['m1', 'm2', 'm3', 'm4']
/** Each at two of the four, not always the same two. */
const parts: readonly Partition[] = Array.from({ length: 32 }, (_, nth) => ({
  ...{ first: 128 * nth, last: 128 * nth + 127 },
  replicas: [nth, nth + 1 + (nth % 3)].map((it) => ({ matcher: names[it % 4]!, since: 1 })),
}))
const nobody = { tried: new Map(), before: new Map() }

const laneOf = (matcher: string, part: Partition) => {
  const own = parts.filter((it) => it.replicas.some((by) => by.matcher === matcher))
  return own.indexOf(part) % 4
}

function field() {
  const time = { now: 0 }
  const dealer = createDealer(() => time.now)
  /** As matchers answer: each says where its copies lie. */
  const end = ({ groups }: Dealt) => {
    for (const group of groups) {
      dealer.ended(group, true)
      const lanes = group.given.map(({ part }) => laneOf(group.matcher, part))
      dealer.learn(
        group.matcher,
        group.given.map((it) => it.copy),
        lanes,
      )
    }
  }
  return { time, dealer, end }
}

function loads({ groups }: Dealt, keyOf: (matcher: string, part: Partition) => string): number[] {
  const counts = new Map<string, number>()
  for (const { matcher, given } of groups) {
    for (const { part } of given) {
      const key = keyOf(matcher, part)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return [...counts.values()]
}

test('before anything is known of threads, matchers have as much as each other', () => {
  const { dealer } = field()
  const dealt = dealer.deal(parts, nobody)
  expect(dealt.lost).toEqual([])
  const dealtParts = dealt.groups.flatMap((it) => it.given.map(({ part }) => partitionName(part)))
  expect(dealtParts.toSorted()).toEqual(parts.map(partitionName))
  expect(loads(dealt, (matcher) => matcher).every((it) => it >= 7 && it <= 9)).toBe(true)
})

test('once matchers have said where copies lie, threads have as much as each other', () => {
  const { dealer, end } = field()
  for (let nth = 0; nth < 8; nth++) end(dealer.deal(parts, nobody))
  for (let nth = 0; nth < 8; nth++) {
    const dealt = dealer.deal(parts, nobody)
    // Sixteen threads, thirty-two copies to look at.
    const threads = loads(dealt, (matcher, part) => `${matcher} ${laneOf(matcher, part)}`)
    expect(threads.length).toBeGreaterThanOrEqual(15)
    expect(Math.max(...threads)).toBeLessThanOrEqual(3)
    end(dealt)
  }
})

test('a thread that has something in hand is asked after those that have nothing', () => {
  const { dealer, end } = field()
  for (let nth = 0; nth < 8; nth++) end(dealer.deal(parts, nobody))
  const [part] = parts
  const one = dealer.deal([part!], nobody)
  const other = dealer.deal([part!], nobody)
  const third = dealer.deal([part!], nobody)
  expect(one.groups[0]?.matcher).not.toBe(other.groups[0]?.matcher)
  end(other)
  expect(dealer.deal([part!], nobody).groups[0]?.matcher).toBe(other.groups[0]?.matcher)
  end(one)
  end(third)
})

test('who made the look before is asked again, and who is silent only when nobody else is left', () => {
  const { dealer, time } = field()
  const [part] = parts
  const [first, second] = part!.replicas.map((it) => it.matcher)
  const askedBy = (by: typeof nobody) => {
    const { groups, lost } = dealer.deal([part!], by)
    for (const it of groups) dealer.ended(it, undefined)
    return groups[0]?.matcher ?? lost
  }
  const before = new Map([[partitionName(part!), second!]])
  for (let nth = 0; nth < 4; nth++) expect(askedBy({ ...nobody, before })).toBe(second)
  const group = { matcher: second!, given: [] }
  dealer.ended(group, false)
  for (let nth = 0; nth < 4; nth++) expect(askedBy({ ...nobody, before })).toBe(first)
  const tried = new Map([[part!, new Set([first!])]])
  expect(askedBy({ ...nobody, tried })).toBe(second)
  expect(askedBy({ ...nobody, tried: new Map([[part!, new Set([first!, second!])]]) })).toEqual([
    part,
  ])
  // So long after the first silence, twice as long after the second.
  time.now = 2_000
  expect(askedBy({ ...nobody, before })).toBe(second)
  dealer.ended(group, false)
  time.now = 5_999
  expect(askedBy({ ...nobody, before })).toBe(first)
  dealer.ended(group, true)
  expect(askedBy({ ...nobody, before })).toBe(second)
})
