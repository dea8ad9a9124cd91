// Looks tests — a matcher that kept too few for the close look, or none, looks again.

import { expect, test } from 'vitest'
import type { FingerPosition } from '#enrollment/fingers'
import { caseOfStrewn, comesAgain, strewnEntry } from '../../../test/support/strewn-people.ts'
import { planOf, storedFingers } from '../afis/plan.ts'
import { shardHere } from '../afis/shard-asks.ts'
import { type AnswerBody, readHits, writeHits } from './asks.ts'
import type { Copy } from './copy.ts'
import { createLooks } from './looks.ts'

const two: readonly FingerPosition[] = [2, 7]
const people = 12

test('whoever scored enough is looked at closely, however few were kept before', async () => {
  const shard = shardHere()
  const entries = Array.from({ length: people }, (_, person) => strewnEntry(person, two))
  const state = await shard.apply(entries)
  const copies = [{ name: { partition: '000-fff', since: 1 }, shard, state } as Copy]
  const newcomer = comesAgain(3, two)
  const { quick, close, labelings } = planOf(newcomer, people)!
  const terms = { search: 'one', ask: quick.ask, wanted: people, afterSeq: 0 }
  const closeBody = { act: 'close', quick: terms, least: 1, ask: close.ask, keep: people } as const
  const closeHits = async (looks: ReturnType<typeof createLooks>) => {
    const said = (await looks(copies, closeBody)) as AnswerBody & { act: 'close' }
    return readHits(said.hits[0]!)
  }

  const looks = createLooks()
  const seen = await looks(copies, { act: 'quick', quick: terms, keep: 1 })
  const { counts, floor } = seen as AnswerBody & { act: 'quick' }
  expect(counts).toEqual([[floor, 1]])
  const afterFew = await closeHits(looks)
  expect(afterFew.length).toBeGreaterThan(1)
  expect(afterFew).toEqual(await closeHits(createLooks()))

  const matchBody = { act: 'match', newcomer: [...storedFingers(newcomer)], labelings } as const
  const hits = [writeHits(afterFew)]
  const match = async (most: { scoreMin: number; candidatesMax: number }) =>
    ((await looks(copies, { ...matchBody, hits, ...most })) as AnswerBody & { act: 'match' }).found
  const all = await match({ scoreMin: Number.NEGATIVE_INFINITY, candidatesMax: people })
  expect(all[0]?.caseId).toBe(caseOfStrewn(3))
  expect(await match({ scoreMin: all[0]!.score, candidatesMax: people })).toEqual(all.slice(0, 1))
  expect(await match({ scoreMin: -100, candidatesMax: 2 })).toEqual(all.slice(0, 2))

  // And where that is meant, only so many are told of.
  const best = (await createLooks()(copies, { ...closeBody, keep: 1 })) as typeof seen
  expect(readHits((best as AnswerBody & { act: 'close' }).hits[0]!)).toEqual(afterFew.slice(0, 1))
})
