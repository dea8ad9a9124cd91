// People — a gallery of people who do not exist, for load tests: made once, then read from disk.

import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { blockSha256, createThreadedGallery, type KeptGallery } from '#center'
import type { CaseId } from '#enrollment/events'
import type { FingerPosition } from '#enrollment/fingers'
import { createPopulation, type Population } from '#finger'
import { startThreadPool } from '#kit/node/thread-pool'
import { donorsFile, openDonors } from './donors.ts'

/** A person's fingers, each with its template as it is stored. */
export type PersonMade = readonly (readonly [FingerPosition, Uint8Array])[]

export interface PeopleAsk {
  readonly donorsFile: string
  readonly seed: string
  readonly from: number
  readonly after: number
}

export interface PeopleAsked {
  readonly persons: number
  readonly seed: string
  readonly donors: number
  /** Where donors and galleries are kept. */
  readonly folder: string
}

export interface PeopleGallery {
  readonly gallery: KeptGallery
  readonly population: Population
  /** Where its snapshot lies. */
  readonly folder: string
  /** What building it took; undefined where it was read from disk. */
  readonly builtSeconds: number | undefined
}

const batch = 200
const batchMsMax = 10 * 60_000
const tellEvery = 20_000

/** The person's case in the gallery: as evenly spread as random ones. */
export function caseOfPerson(seed: string, person: number): CaseId {
  const hex = createHash('sha256').update(`${seed}/${person}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-') as CaseId
}

/** `tell` hears how far it has come. */
export async function openPeople(
  asked: PeopleAsked,
  tell: (line: string) => void,
): Promise<PeopleGallery> {
  const { persons, seed, donors, folder } = asked
  const file = donorsFile(folder, seed, donors)
  const population = createPopulation({ seed, donors: await openDonors(file, seed, donors, tell) })
  const kept = join(folder, `gallery-${seed}-${donors}-${persons}-${blockSha256.slice(0, 12)}`)
  const gallery = createThreadedGallery(availableParallelism())
  if (await gallery.load(kept))
    return { gallery, population, folder: kept, builtSeconds: undefined }
  await gallery.stop()

  const start = performance.now()
  const built = createThreadedGallery(availableParallelism())
  await build(built, asked, file, tell)
  const builtSeconds = (performance.now() - start) / 1000
  await built.save(kept)
  return { gallery: built, population, folder: kept, builtSeconds }
}

/** Made in threads, a few batches ahead of what the gallery takes. */
async function build(
  gallery: KeptGallery,
  { persons, seed }: PeopleAsked,
  file: string,
  tell: (line: string) => void,
): Promise<void> {
  const threads = availableParallelism()
  const pool = startThreadPool<PeopleAsk, readonly PersonMade[]>({
    file: new URL('./people-thread.ts', import.meta.url),
    count: threads,
    askMsMax: batchMsMax,
    asksMax: 4 * threads,
  })
  const make = (from: number) =>
    pool.run({ donorsFile: file, seed, from, after: Math.min(persons, from + batch) })
  try {
    const ahead: Promise<readonly PersonMade[]>[] = []
    for (let from = 0; from < persons; from += batch) {
      for (let next = from + batch * ahead.length; ahead.length < 2 * threads; next += batch) {
        if (next >= persons) break
        ahead.push(make(next))
      }
      const made = (await ahead.shift())!
      await gallery.apply(made.map((it, k) => entryOf(seed, from + k, it)))
      if ((from + batch) % tellEvery === 0) tell(`${from + batch} of ${persons} people`)
    }
  } finally {
    await pool.stop()
  }
}

function entryOf(seed: string, person: number, fingers: PersonMade) {
  const caseId = caseOfPerson(seed, person)
  return { seq: person + 1, caseId, personId: caseId, fingers: new Map(fingers) }
}
