// Bench AFIS — one against all: how long a search takes, what it finds, and what a person costs.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createThreadedGallery, parametersSha256 } from '#center'
import { matchProbes, prepareProbe, writeTemplate } from '#finger'
import { caseOfPerson } from '../afis/case-of-person.ts'
import { openPeople, type PeopleGallery } from '../afis/people.ts'
import { type Probe, probesOf, quantile, searchAll, withOneFinger } from '../afis/probes.ts'
import { parseCounts } from '../count.ts'
import { readSettings } from '../settings.ts'
import { machine } from './machine.ts'
import { wrongUsage } from './usage.ts'

const seed = 'bench'
const counts = {
  persons: { usual: 10_000, most: 4_000_000 },
  probes: { usual: 200, least: 2, most: 10_000 },
  donors: { usual: 300, most: 5_000 },
} as const
/** People put into the full gallery with the clock running. */
const enrolled = 300
/** Comparisons by which the full matcher's pace is taken. */
const baselinePairs = 20_000

export async function runBenchAfis(args: readonly string[]): Promise<number> {
  const asked = parseCounts(args, counts)
  if (typeof asked === 'string') return wrongUsage(asked)
  const folder = join(readSettings(process.env, process.cwd()).home, 'bench')
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const people = await openPeople({ ...asked, seed, folder }, tell)
  try {
    const probes = probesOf(people.population, { ...asked, seed, count: asked.probes })
    const search = await searchAll(people.gallery, probes, seed)
    const single = probes.map((it) => withOneFinger(it, seed))
    const singleFinger = await searchAll(people.gallery, single, seed)
    const answer = {
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
    process.stdout.write(asked.json ? `${JSON.stringify(answer)}\n` : tellAnswer(answer))
    return 0
  } finally {
    await people.gallery.stop()
  }
}

/** People who come in one by one while the gallery is as full as it is. */
async function enroll({ gallery, population }: PeopleGallery, persons: number) {
  const entries = Array.from({ length: enrolled }, (_, k) => {
    const person = 2 * persons + k
    const caseId = caseOfPerson(`${seed} later`, person)
    const made = [...population.person(person)]
    const fingers = new Map(made.map(([position, it]) => [position, writeTemplate(it)] as const))
    return { seq: gallery.lastSeq + 1 + k, caseId, personId: caseId, fingers }
  })
  const start = performance.now()
  for (const entry of entries) await gallery.apply([entry])
  return { enrollPerSecond: Math.round((1000 * enrolled) / (performance.now() - start)) }
}

/** What the full matcher alone would take for one search of everybody, by its pace here and now. */
function baselineOf(probes: readonly Probe[], persons: number) {
  const ready = probes
    .flatMap(({ fingers }) => [...fingers.values()])
    .slice(0, 400)
    .map(prepareProbe)
  const cpu = process.cpuUsage()
  for (let k = 0; k < baselinePairs; k++) {
    matchProbes(ready[k % ready.length]!, ready[(k * 7 + 1) % ready.length]!)
  }
  const { user, system } = process.cpuUsage(cpu)
  const pairUs = (user + system) / baselinePairs
  return { pairUs, exhaustiveTenFingersCpuMs: (pairUs * persons * 10) / 1000 }
}

/**
 * From the snapshot on disk to a gallery that answers, and the memory that this takes. What the system
 * still holds of the files from before is not taken from it.
 */
async function coldStart({ folder, gallery }: PeopleGallery, persons: number) {
  await gallery.stop()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const again = createThreadedGallery(availableParallelism())
  const isRead = await again.load(folder)
  const coldStartSeconds = (performance.now() - start) / 1000
  const bytesPerPerson = Math.round((process.memoryUsage().rss - before) / persons)
  await again.stop()
  return isRead ? { coldStartSeconds, bytesPerPerson } : {}
}

/** The best scores of those who were never here: what a threshold has to stay above. */
function strangersOf(ten: readonly number[], one: readonly number[]) {
  const told = (scores: readonly number[]) => ({
    median: quantile(scores, 0.5),
    most: Math.max(...scores),
  })
  return { tenFingers: told(ten), oneFinger: told(one) }
}

function tellAnswer(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}
`
}
