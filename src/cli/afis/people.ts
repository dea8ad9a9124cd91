// People — a gallery of people who do not exist, for load tests: made once, then read from disk.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { blockSha256, createThreadedGallery, type GalleryEntry, type KeptGallery } from '#center'
import type { FingerPosition } from '#enrollment/fingers'
import { createPopulation, type Population, populationVersion } from '#finger'
import { inBatches } from './batches.ts'
import { caseOfPerson } from './case-of-person.ts'
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
  /** One a core where not said. */
  readonly threads?: number
}

export interface PeopleGallery {
  readonly gallery: KeptGallery
  readonly population: Population
  /** Where its snapshot lies. */
  readonly folder: string
  /** What building it took; undefined where it was read from disk. */
  readonly builtSeconds: number | undefined
}

const tellEvery = 20_000

/** `tell` hears how far it has come. */
export async function openPeople(
  asked: PeopleAsked,
  tell: (line: string) => void,
): Promise<PeopleGallery> {
  const { persons, seed, donors, folder, threads = availableParallelism() } = asked
  const file = donorsFile(folder, seed, donors)
  const population = createPopulation({ seed, donors: await openDonors(file, seed, donors, tell) })
  const made = `${populationVersion}-${blockSha256.slice(0, 12)}`
  const kept = join(folder, `gallery-${seed}-${donors}-${persons}-${made}`)
  const gallery = createThreadedGallery(threads)
  if (await gallery.load(kept))
    return { gallery, population, folder: kept, builtSeconds: undefined }
  await gallery.stop()

  const start = performance.now()
  const built = createThreadedGallery(threads)
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

/** Made in threads; in the order of their numbers. */
export async function* peopleEntries(
  { persons, seed, file, firstSeq }: EntriesAsked,
  tell: (line: string) => void,
): AsyncGenerator<GalleryEntry[]> {
  const thread = new URL('./people-thread.ts', import.meta.url)
  const askOf = (from: number, after: number) => ({ donorsFile: file, seed, from, after })
  const batches = inBatches<PeopleAsk, readonly PersonMade[]>(thread, persons, askOf)
  for await (const { from, after, answer } of batches) {
    yield answer.map((made, k) => entryOfPerson(seed, from + k, firstSeq, made))
    if (after % tellEvery === 0) tell(`${after} of ${persons} people`)
  }
}

/** `firstSeq` is that of person 0. */
export function entryOfPerson(
  seed: string,
  person: number,
  firstSeq: number,
  made: PersonMade,
): GalleryEntry {
  const caseId = caseOfPerson(seed, person)
  return { seq: firstSeq + person, caseId, personId: caseId, fingers: new Map(made) }
}
