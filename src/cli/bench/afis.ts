// Bench AFIS — one against all: how long a search takes, what it finds, and what a person costs.

import { join } from 'node:path'
import { parametersSha256 } from '#center'
import { openPeople, type PeopleGallery } from '../afis/people.ts'
import { probesOf, searchAll, withOneFinger } from '../afis/probes.ts'
import { type Counts, parseCounts } from '../count.ts'
import { readSettings } from '../settings.ts'
import { baselineOf, coldStart, strangersOf } from './afis-figures.ts'
import { machine } from './machine.ts'
import { newcomers, seed } from './newcomers.ts'
import { wrongUsage } from './usage.ts'

const counts = {
  persons: { usual: 10_000, most: 4_000_000 },
  probes: { usual: 200, least: 2, most: 10_000 },
  donors: { usual: 300, most: 5_000 },
  matchers: { usual: 0, least: 0, most: 64 },
  replicas: { usual: 2, most: 8 },
  /** None said: two for each matcher. */
  partitions: { usual: 0, least: 0, most: 4_096 },
} as const
/** Where matchers hold them: in a small gallery what is asked over the line costs more than the search. */
const scatteredCounts = { ...counts, persons: { ...counts.persons, usual: 100_000 } } as const

type AfisAsked = Counts<keyof typeof counts>

export async function runBenchAfis(args: readonly string[]): Promise<number> {
  const said = parseCounts(args, counts)
  const asked =
    typeof said !== 'string' && said.matchers > 0 ? parseCounts(args, scatteredCounts) : said
  if (typeof asked === 'string') return wrongUsage(asked)
  if (asked.matchers > 0 && asked.matchers < asked.replicas) {
    return wrongUsage('each replica of a partition is held by another matcher')
  }
  const folder = join(readSettings(process.env, process.cwd()).home, 'bench')
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const measure =
    asked.matchers === 0 ? measureHere : (await import('./afis-scattered.ts')).measureScattered
  const answer = await measure(asked, folder, tell)
  process.stdout.write(`${JSON.stringify(answer, null, asked.json ? undefined : 2)}\n`)
  return 0
}

async function measureHere(asked: AfisAsked, folder: string, tell: (line: string) => void) {
  const people = await openPeople({ ...asked, seed, folder }, tell)
  try {
    const probes = probesOf(people.population, { ...asked, seed, count: asked.probes })
    const search = await searchAll(people.gallery, probes, seed)
    const single = probes.map((it) => withOneFinger(it, seed))
    const singleFinger = await searchAll(people.gallery, single, seed)
    return {
      machine: machine(),
      persons: asked.persons,
      builtSeconds: people.builtSeconds,
      ...(await enroll(people, asked.persons)),
      fingers: people.gallery.fingers,
      hitRate: search.hitRate,
      falsePositiveRate: search.falsePositiveRate,
      search: search.times,
      singleFinger: { ...singleFinger.times, hitRate: singleFinger.hitRate },
      strangers: strangersOf([...search.strangers], [...singleFinger.strangers]),
      baseline: baselineOf(probes, asked.persons),
      ...(await coldStart(people, asked.persons)),
      parametersSha256,
    }
  } finally {
    await people.gallery.stop()
  }
}

/** People who come in one by one while the gallery is as full as it is. */
async function enroll({ gallery, population }: PeopleGallery, persons: number) {
  const entries = newcomers(population, persons, gallery.lastSeq)
  const start = performance.now()
  for (const entry of entries) await gallery.apply([entry])
  return { enrollPerSecond: Math.round((1000 * entries.length) / (performance.now() - start)) }
}
