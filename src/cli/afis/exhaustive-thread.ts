// Exhaustive thread — makes people of a load test and compares probes with each of them.

import { createPopulation, type Population, writeTemplate } from '#finger'
import { answerAsks } from '#kit/node/thread'
import { caseOfPerson } from './case-of-person.ts'
import { createComparer } from './comparing.ts'
import { readDonors } from './donors.ts'
import type { ExhaustiveAnswer, ExhaustiveAsk } from './exhaustive.ts'
import { tallyOf } from './tally.ts'

let population: Population | undefined

answerAsks<ExhaustiveAsk, ExhaustiveAnswer>(async (ask) => {
  const { donorsFile, seed, from, after, lineup, compareFrom } = ask
  population ??= createPopulation({ seed, donors: await readDonors(donorsFile) })
  const { person } = population
  const made = Array.from({ length: after - from }, (_, k) =>
    [...person(from + k)].map(([position, it]) => [position, writeTemplate(it)] as const),
  )
  const compare = createComparer(lineup)
  function* strangers() {
    for (let number = Math.max(from, compareFrom); number < after; number++) {
      const compared = compare(new Map(made[number - from]))
      yield [caseOfPerson(seed, number), compared] as const
    }
  }
  return { made, tally: tallyOf(lineup, strangers()) }
})
