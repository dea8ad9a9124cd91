// Cut tests — however little each partition tells at first, the gallery is cut where it is to be cut.

import { expect, test } from 'vitest'
import { seeded } from '#kit/seeded'
import { bestOf, floorOf, type Hit, type KeepOf, usualKeepOf } from '../afis/best.ts'
import type { AnswerBody, AskBody } from './asks.ts'
import { cutLook } from './cut.ts'
import { type Partition, partitionName } from './map.ts'
import type { Scatter, Told } from './scatter.ts'

const partitions: readonly Partition[] = [0, 1, 2, 3].map((nth) => ({
  ...{ first: 1_024 * nth, last: 1_024 * nth + 1_023 },
  replicas: [{ matcher: `m${nth % 2}`, since: 1 }],
}))
const wanted = 20

/** Who stands in which partition; in one of them mostly people who are very much alike. */
function strewn(seed: string): ReadonlyMap<Partition, readonly Hit[]> {
  const chance = seeded(seed)
  let seq = 0
  return new Map(
    partitions.map((it, nth) => [
      it,
      Array.from({ length: chance.below(60) }, () => ({
        ...{ at: seq, seq: ++seq, hypothesis: 0 },
        score: 1 + chance.below(nth === 2 ? 60 : 40),
      })),
    ]),
  )
}

/** Each matcher answers for both of its partitions at once, as real ones do. */
function answering(people: ReadonlyMap<Partition, readonly Hit[]>) {
  const asked: Partition[][] = []
  const scatter = (async (act: 'quick', { parts, bodyOf }: Parameters<Scatter>[1]) => {
    const told = ['m0', 'm1'].flatMap((matcher): Told<AnswerBody>[] => {
      const own = parts.filter((it) => it.replicas[0]?.matcher === matcher)
      if (own.length === 0) return []
      asked.push(own)
      const { keep } = bodyOf(own) as AskBody & { act: 'quick' }
      const lists = own.map((it) => bestOf([people.get(it) ?? []], keep))
      const counts = lists.flat().map((it) => [it.score, 1] as const)
      const floor = Math.max(...lists.map((it) => floorOf(it, keep)))
      const searched = own.map((it) => ({ partition: partitionName(it), matcher, seq: 9 }))
      return [{ parts: own, searched, body: { act, counts, floor } }]
    })
    return { told, missing: [], isMapStale: false }
  }) as unknown as Scatter
  return { scatter, asked }
}

async function cut(people: ReadonlyMap<Partition, readonly Hit[]>, keepOf: KeepOf) {
  const { scatter, asked } = answering(people)
  const look = await cutLook({
    ...{ scatter, act: 'quick', wanted, keepOf },
    by: {
      ...{ parts: partitions, isOutdated: async () => false },
      terms: { seqMin: 1, parametersSha256: '' },
    },
    shareOf: () => 1,
    bodyOf: (keep) => ({ act: 'quick', quick: {} as never, keep }),
    read: ({ body }) => body,
  })
  if (!('least' in look)) throw new Error('all have answered')
  return { ...look, asked }
}

test.each([1, 3, 8, wanted])('when %i of each partition are told of first', async (keep) => {
  let asksMost = 0
  for (let nth = 0; nth < 50; nth++) {
    const people = strewn(`people ${nth}`)
    const all = bestOf([...people.values()], wanted)
    const { least, readings, asked } = await cut(people, () => keep)
    expect(least).toBe(all.length < wanted ? 1 : all.at(-1)?.score)
    const told = readings.flatMap((it) => it.counts).filter(([score]) => score >= least)
    expect(told.reduce((sum, [, count]) => sum + count, 0)).toBe(all.length)
    asksMost = Math.max(asksMost, asked.length)
  }
  // Each matcher is asked once more at most, and only where little was asked for first.
  expect(asksMost).toBe(keep === wanted ? 2 : 4)
})

test('so many are asked for first that hardly ever more is asked for, and not many more than that', () => {
  expect(usualKeepOf(4_000, 1 / 100)).toBe(110)
  expect(usualKeepOf(800_000, 1 / 100)).toBeLessThan(8_600)
  expect(usualKeepOf(1_000, 1 / 2)).toBeLessThan(700)
  expect(usualKeepOf(20, 1)).toBe(20)
})
