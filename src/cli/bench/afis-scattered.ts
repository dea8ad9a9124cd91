// AFIS scattered — the same searches in matchers and in this process, by the same number of threads, turn
// by turn.

import { availableParallelism } from 'node:os'
import { parametersSha256 } from '#center'
import { openPeople, type PeopleGallery } from '../afis/people.ts'
import { type CpuMsNow, ownCpuMs, type Probe, probesOf } from '../afis/probes.ts'
import { baselineOf, coldStart } from './afis-figures.ts'
import { machine } from './machine.ts'
import { newcomers, seed } from './newcomers.ts'
import { oneByOne } from './one-by-one.ts'
import { middleOf, type Pace, paceOf } from './pace.ts'
import { addOffice, addPeople, countRowBytes, removePeople } from './people-rows.ts'
import { openScatteredPeople, type ScatteredPeople } from './scattered-people.ts'

export interface ScatteredBenchAsked {
  readonly persons: number
  readonly probes: number
  readonly donors: number
  readonly matchers: number
  readonly replicas: number
  readonly partitions: number
}

type Tell = (line: string) => void

/** As many as the pipeline of one center has in hand. */
const atOnce = 4
/** Each gallery's turns at full load. */
const rounds = 3
const warmUpProbes = 20

export async function measureScattered(asked: ScatteredBenchAsked, folder: string, tell: Tell) {
  const threads = Math.max(1, Math.floor(availableParallelism() / asked.matchers))
  const all = threads * asked.matchers
  const people = await openPeople({ ...asked, seed, folder, threads: all }, tell)
  try {
    const scattered = await openScatteredPeople(people, { ...asked, threads }, tell)
    try {
      const measured = await measureBoth({ people, scattered, threads: all }, asked, tell)
      return { machine: machine(), ...measured, parametersSha256 }
    } finally {
      await scattered.stop()
    }
  } finally {
    await people.gallery.stop()
  }
}

interface Both {
  readonly people: PeopleGallery
  readonly scattered: ScatteredPeople
  readonly threads: number
}

async function measureBoth(both: Both, asked: ScatteredBenchAsked, tell: Tell) {
  const { people, scattered, threads } = both
  const { persons, matchers, replicas } = asked
  const { residentBytes } = await scattered.field.use(false)
  const rowBytesPerPerson = Math.round((await countRowBytes(scattered.rows.db)) / persons)
  const everyCpuMs: CpuMsNow = async () =>
    (await ownCpuMs()) + (await scattered.field.use(true)).cpuMs
  const probes = probesOf(people.population, { persons, seed, count: asked.probes })
  tell('searches one by one in this process')
  const here = await oneByOne(people.gallery, probes, ownCpuMs)
  tell(`searches one by one in ${matchers} matchers`)
  const there = await oneByOne(scattered.gallery, probes, everyCpuMs, scattered.asks)
  tell(`${atOnce} searches at once, turn by turn`)
  const pace = await race(both, probes, everyCpuMs)
  const { enrollPerSecond, coldStartSeconds } = await enroll(both, persons)
  const { fingers } = people.gallery
  return {
    ...{ persons, matchers, replicas, partitions: scattered.partitions, threads },
    ...{ builtSeconds: people.builtSeconds, rowsSeconds: scattered.rows.rowsSeconds },
    ...{ rebuildSeconds: scattered.rebuildSeconds, enrollPerSecond, fingers },
    ...there,
    baseline: baselineOf(probes, persons),
    ...{ coldStartSeconds, bytesPerPerson: Math.round(residentBytes / persons) },
    rowBytesPerPerson,
    pace: { atOnce, ...pace.there },
    inProcess: {
      ...here,
      pace: { atOnce, ...pace.here },
      ...(await coldStart(people, persons, threads)),
    },
    cost: costOf(pace),
  }
}

interface Paces {
  readonly here: Pace
  readonly there: Pace
}

/** At full load, one gallery after the other and again, so that whatever else runs disturbs both. */
async function race(
  { people, scattered }: Both,
  probes: readonly Probe[],
  cpuMsNow: CpuMsNow,
): Promise<Paces> {
  const here: Pace[] = []
  const there: Pace[] = []
  const some = probes.slice(0, warmUpProbes)
  for (const it of [people.gallery, scattered.gallery]) await paceOf(it, some, atOnce, cpuMsNow)
  for (let round = 0; round < rounds; round++) {
    here.push(await paceOf(people.gallery, probes, atOnce, ownCpuMs))
    there.push(await paceOf(scattered.gallery, probes, atOnce, cpuMsNow))
  }
  return { here: middleOf(here), there: middleOf(there) }
}

/** What the many processes cost, as shares of what one process does. */
function costOf({ here, there }: Paces) {
  return {
    throughput: 1 - there.searchesPerSecond / here.searchesPerSecond,
    cpu: there.cpuMs / here.cpuMs - 1,
    isSameCandidates: here.candidatesSha256 === there.candidatesSha256,
  }
}

/**
 * People who come in one by one, each at the database first and then at all matchers; and the start of
 * all matchers from what they kept on disk.
 */
async function enroll({ people, scattered }: Both, persons: number) {
  const { db } = scattered.rows
  const entries = newcomers(people.population, persons, 0)
  const office = await addOffice(db)
  const start = performance.now()
  for (const entry of entries) {
    await scattered.gallery.reach?.(await addPeople(db, office, [entry]))
  }
  const enrollPerSecond = Math.round((1000 * entries.length) / (performance.now() - start))
  const coldStartSeconds = await scattered.restart()
  await removePeople(db, entries)
  return { enrollPerSecond, coldStartSeconds }
}
