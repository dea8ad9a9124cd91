// People thread — makes people of a load test, some at a time.

import { createPopulation, type Population, writeTemplate } from '#finger'
import { answerAsks } from '#kit/node/thread'
import { readDonors } from './donors.ts'
import type { PeopleAsk, PersonMade } from './people.ts'

let population: Population | undefined

answerAsks<PeopleAsk, readonly PersonMade[]>(async ({ donorsFile, seed, from, after }) => {
  population ??= createPopulation({ seed, donors: await readDonors(donorsFile) })
  const { person } = population
  return Array.from({ length: after - from }, (_, k) =>
    [...person(from + k)].map(([position, it]) => [position, writeTemplate(it)] as const),
  )
})
