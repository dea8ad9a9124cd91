// People — a gallery of people who do not exist, for load tests: made once, then read from disk.

import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { blockSha256, createThreadedGallery, type GalleryEntry, type KeptGallery } from '#center'
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
export function caseOfPerson(seed: string, person: number | string): CaseId {
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
  for await (const entries of peopleEntries({ persons, seed, file, firstSeq: 1 }, tell)) {
    await built.apply(entries)
  }
  const builtSeconds = (performance.now() - start) / 1000
  await built.save(kept)
  return { gallery: built, population, folder: kept, builtSeconds }
}

export interface EntriesAsked {
  readonly persons: number
  readonly seed: string
  /** Of the donors. */
  readonly file: string
  /** Of the first entry. */
  readonly firstSeq: number
}

/** Made in threads, a few batches ahead of whoever takes them; in the order of their numbers. */
export async function* peopleEntries(
  { persons, seed, file, firstSeq }: EntriesAsked,
  tell: (line: string) => void,
): AsyncGenerator<GalleryEntry[]> {
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
      yield made.map((fingers, k) => {
        const caseId = caseOfPerson(seed, from + k)
        return { seq: firstSeq + from + k, caseId, personId: caseId, fingers: new Map(fingers) }
      })
      if ((from + batch) % tellEvery === 0) tell(`${from + batch} of ${persons} people`)
    }
  } finally {
    await pool.stop()
  }
}
