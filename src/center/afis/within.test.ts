// Within, tested — an answer in time is the answer; a late one and a deadline of zero are none.

import { expect, test } from 'vitest'
import type { Gallery, SearchAnswer } from './gallery.ts'
import { searchWithin } from './within.ts'

const answer: SearchAnswer = { found: [], comparedPeople: 3, peopleCount: 3, throughSeq: 7 }
const ask = { scoreMin: 0, candidatesMax: 20, afterSeq: 0 }
const late = { code: 'search.deadline', missing: ['time'] }

const answering = (search: Gallery['search']) => searchWithin(60_000, { search }, new Map(), ask)

test('an answer in time is the answer, and a fault stays a fault', async () => {
  expect(await answering(async () => answer)).toBe(answer)
  await expect(answering(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

test('a gallery that takes too long has not answered', async () => {
  const never = () => new Promise<SearchAnswer>(() => {})
  expect(await searchWithin(5, { search: never }, new Map(), ask)).toEqual(late)
})

test('where there is no time at all the gallery is not asked', async () => {
  const search = () => Promise.reject(new Error('asked'))
  for (const ms of [0, -1]) {
    expect(await searchWithin(ms, { search }, new Map(), ask)).toEqual(late)
  }
})
