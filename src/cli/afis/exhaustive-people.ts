// Exhaustive people — makes people of a load test and compares probes with each of them, in one go.
//
// What is counted is kept on disk now and then: an ended run goes on where it was, and a gallery with
// other parameters is held against the same numbers. Before that some people are compared again: if the
// engine, the people or the probes are others by now, so is the name of the file.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { GalleryEntry } from '#center'
import { findJson, writeJson } from '#kit/node/files'
import { inBatches } from './batches.ts'
import type { Lineup } from './comparing.ts'
import type { ExhaustiveAnswer, ExhaustiveAsk } from './exhaustive.ts'
import { entryOfPerson } from './people.ts'
import { sumOf, type Tally, tallyOf } from './tally.ts'

const thread = new URL('./exhaustive-thread.ts', import.meta.url)
const sampled = 40
const keepEvery = 2_000

export interface GeneratedAsked {
  readonly persons: number
  readonly seed: string
  readonly donorsFile: string
  readonly lineup: Lineup
  /** Where what was counted is kept. */
  readonly folder: string
  /** Of the first person. */
  readonly firstSeq: number
}

/** `take` gets everybody for the gallery, in order; the answer does not depend on the threads. */
export async function compareGenerated(
  asked: GeneratedAsked,
  take: (entries: readonly GalleryEntry[]) => Promise<void>,
  tell: (line: string) => void,
): Promise<Tally> {
  const { persons, seed, firstSeq } = asked
  const file = await keptFile(asked)
  let tally = tallyOf(asked.lineup, [])
  const kept = (await findJson(file)) as Tally | undefined
  const isUseful = kept !== undefined && kept.people <= persons
  if (isUseful) tally = kept
  const compareFrom = tally.people
  if (compareFrom > 0) tell(`${compareFrom} of ${persons} people were compared before`)
  const left = timeLeft(compareFrom, persons)
  for await (const { from, after, answer } of madeAndCompared(asked, persons, compareFrom)) {
    tally = sumOf(tally, answer.tally)
    await take(answer.made.map((it, k) => entryOfPerson(seed, from + k, firstSeq, it)))
    if (after % keepEvery !== 0 && after < persons) continue
    tell(`${after} of ${persons} people${left(after)}`)
    const isNews = after > compareFrom && (kept === undefined || isUseful)
    if (isNews) await writeJson(file, tally)
  }
  return tally
}

function madeAndCompared(
  { seed, donorsFile, lineup }: GeneratedAsked,
  persons: number,
  compareFrom: number,
) {
  const askOf = (from: number, after: number) => ({
    donorsFile,
    seed,
    from,
    after,
    lineup,
    compareFrom,
  })
  return inBatches<ExhaustiveAsk, ExhaustiveAnswer>(thread, persons, askOf)
}

/** Named by the probes, their scores with their mates, and with the first people. */
async function keptFile(asked: GeneratedAsked): Promise<string> {
  const { lineup, seed, donorsFile, folder } = asked
  const name = createHash('sha256').update(
    JSON.stringify({ seed, donorsFile, lineup: [lineup.probes] }),
  )
  for (const it of lineup.prints) name.update(it)
  for await (const { answer } of madeAndCompared(asked, sampled, 0)) {
    name.update(JSON.stringify(answer.tally))
  }
  return join(folder, `exhaustive-${name.digest('hex').slice(0, 16)}.json`)
}

function timeLeft(compareFrom: number, persons: number): (after: number) => string {
  const start = performance.now()
  return (after) => {
    if (after <= compareFrom || after >= persons) return ''
    const msEach = (performance.now() - start) / (after - compareFrom)
    return `, ${Math.ceil((msEach * (persons - after)) / 60_000)} minutes left`
  }
}
