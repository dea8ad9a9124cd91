// Recall — whom the cascade loses that the full matcher finds, on real prints.
//
// Searched is a gallery of the first visits of real people, among mirrored real people (as real, and
// nobody's) and people who do not exist. Every later visit is a probe: each finger alone, four together
// and all together. An exhaustive search brings up everybody whose score reaches the threshold, so whom
// it finds is known from the score of the probe with that person alone.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  createThreadedGallery,
  falsePositiveRateUsual,
  type Gallery,
  type GalleryEntry,
  parametersSha256,
  policyFor,
} from '#center'
import type { FingerPosition } from '#enrollment/fingers'
import { fuseFingers, matchTemplates, writeTemplate } from '#finger'
import { isCount } from '../count.ts'
import { readSettings } from '../settings.ts'
import { donorsFile, openDonors } from './donors.ts'
import { caseOfPerson, peopleEntries } from './people.ts'
import { quantile } from './probes.ts'
import { type Fingers, mirroredPeople, type RealPerson, readRealPeople } from './real-people.ts'
import { wrongUsage } from './usage.ts'

const seed = 'recall'
const donorsUsual = 300
const personsMax = 2_000_000
const foldersMax = 50
const donorsMax = 5_000
const candidatesMax = 20

const groups: readonly { readonly name: string; readonly positions: readonly FingerPosition[] }[] =
  [
    { name: 'right four', positions: [2, 3, 4, 5] },
    { name: 'left four', positions: [7, 8, 9, 10] },
  ]

interface Probe {
  readonly of: RealPerson
  readonly fingers: Fingers
}

interface Row {
  readonly gallery: string
  readonly people: number
  readonly fingers: number
  readonly probes: number
  readonly threshold: number
  /** Shares of the probes. */
  readonly exhaustive: number
  readonly cascade: number
  readonly lost: number
  /** The best score of somebody else: its median, and the greatest. */
  readonly stranger: { readonly median: number; readonly most: number }
}

export async function runRecall(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args)
  if (typeof asked === 'string') return wrongUsage(asked)
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const real = await readRealPeople(asked.scans)
  const probes = [1, 4, 10].map((count) => ({ count, probes: probesOf(real, count) }))
  const gallery = createThreadedGallery(availableParallelism())
  const rows: Row[] = []
  try {
    let seq = 0
    const enroll = async (people: readonly RealPerson[]) => {
      await gallery.apply(people.map((it) => entryOf(it.name, ++seq, it.visits[0]!)))
    }
    await enroll(real)
    await enroll(mirroredPeople(real))
    const measure = async (name: string) => {
      for (const { count, probes: all } of probes) {
        if (all.length > 0) rows.push(await measureRow(name, gallery, count, all))
      }
    }
    await measure('mirrored')
    const folder = join(readSettings(process.env, process.cwd()).home, 'bench')
    const file = donorsFile(folder, seed, asked.donors)
    await openDonors(file, seed, asked.donors, tell)
    for await (const entries of peopleEntries({ ...asked, seed, file, firstSeq: seq + 1 }, tell)) {
      await gallery.apply(entries)
    }
    await measure('mirrored and generated')
  } finally {
    await gallery.stop()
  }
  const answer = { parametersSha256, rows }
  process.stdout.write(asked.json ? `${JSON.stringify(answer)}\n` : tellRows(rows))
  return 0
}

function probesOf(people: readonly RealPerson[], count: number): Probe[] {
  return people.flatMap((of) =>
    of.visits.slice(1).flatMap((visit) => {
      const fingers = [...visit]
      if (count === 1) return fingers.map((it) => ({ of, fingers: new Map([it]) }))
      const wanted = count === 4 ? groups.map((it) => it.positions) : [fingers.map(([it]) => it)]
      return wanted.flatMap((positions) => {
        const own = fingers.filter(([it]) => positions.includes(it))
        return own.length === count ? [{ of, fingers: new Map(own) }] : []
      })
    }),
  )
}

async function measureRow(
  name: string,
  gallery: Gallery,
  fingers: number,
  probes: readonly Probe[],
): Promise<Row> {
  const people = gallery.peopleCount
  const { adjudicateScoreMin: threshold } = policyFor({
    people,
    fingers,
    rate: falsePositiveRateUsual,
  })
  let exhaustive = 0
  let cascade = 0
  let lost = 0
  const strangers: number[] = []
  for (const { of, fingers: newcomer } of probes) {
    const ask = { scoreMin: Number.NEGATIVE_INFINITY, candidatesMax, afterSeq: 0 }
    const { found } = await gallery.search(newcomer, ask)
    const own = found.find((it) => it.caseId === caseOfPerson(seed, of.name))
    const isFound = own !== undefined && own.score >= threshold
    const isFindable = scoreWith(newcomer, of.visits[0]!) >= threshold
    if (isFindable) exhaustive++
    if (isFound) cascade++
    if (isFindable && !isFound) lost++
    strangers.push(found.find((it) => it !== own)?.score ?? Number.NEGATIVE_INFINITY)
  }
  return {
    gallery: name,
    people,
    fingers,
    probes: probes.length,
    threshold,
    exhaustive: exhaustive / probes.length,
    cascade: cascade / probes.length,
    lost: lost / probes.length,
    stranger: { median: quantile(strangers, 0.5), most: Math.max(...strangers) },
  }
}

/** As the full matcher fuses it, position by position. */
function scoreWith(newcomer: Fingers, recorded: Fingers): number {
  const scores = [...newcomer].flatMap(([position, it]) => {
    const other = recorded.get(position)
    return other === undefined ? [] : [matchTemplates(it, other)]
  })
  return fuseFingers(scores)
}

function entryOf(name: string, seq: number, fingers: Fingers): GalleryEntry {
  const caseId = caseOfPerson(seed, name)
  const stored = new Map([...fingers].map(([position, it]) => [position, writeTemplate(it)]))
  return { seq, caseId, personId: caseId, fingers: stored }
}

interface Asked {
  readonly scans: readonly string[]
  readonly persons: number
  readonly donors: number
  readonly json: boolean
}

function parseAsked(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scans: { type: 'string', multiple: true },
        persons: { type: 'string' },
        donors: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const scans = [...(values.scans ?? []), ...positionals]
    const persons = Number(values.persons ?? 10_000)
    const donors = Number(values.donors ?? donorsUsual)
    if (scans.length === 0 || scans.length > foldersMax) return 'name the folders behind --scans'
    if (!isCount(persons, personsMax)) return `--persons is a number up to ${personsMax}`
    if (!isCount(donors, donorsMax)) return `--donors is a number up to ${donorsMax}`
    return { scans, persons, donors, json: values.json ?? false }
  } catch (error) {
    return (error as Error).message
  }
}

function tellRows(rows: readonly Row[]): string {
  const percent = (it: number) => `${(100 * it).toFixed(2)} %`.padStart(11)
  const lines = rows.map((it) =>
    [
      it.gallery.padEnd(24),
      `${it.people}`.padStart(9),
      `${it.fingers}`.padStart(8),
      `${it.probes}`.padStart(8),
      it.threshold.toFixed(2).padStart(10),
      percent(it.exhaustive),
      percent(it.cascade),
      percent(it.lost),
      `${it.stranger.median.toFixed(1)} ${it.stranger.most.toFixed(1)}`.padStart(14),
    ].join(''),
  )
  const head =
    'gallery                    people fingers  probes threshold exhaustive    cascade       lost  best stranger'
  return `${[head, ...lines].join('\n')}\n`
}
