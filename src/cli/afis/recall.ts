// Recall — whom the search loses that the full matcher finds, on real prints.
//
// The first print of each finger of real people is enrolled, once among the mirrored prints of them all
// (as real, and nobody's) and once among people who do not exist. All later prints are probes.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import {
  createThreadedGallery,
  type GalleryEntry,
  type KeptGallery,
  parametersSha256,
} from '#center'
import { assert } from '#kit/assert'
import { trouble } from '#kit/node/trouble'
import { toStderr } from '../finger/read-print.ts'
import { readSettings } from '../settings.ts'
import { caseOfPerson } from './case-of-person.ts'
import { donorsFile, openDonors } from './donors.ts'
import { lineupOf, nameOf, tallyMirrored, tallyOwn } from './exhaustive.ts'
import { compareGenerated } from './exhaustive-people.ts'
import { mirroredPeople, type PrintsAtOnce, readRealPeople, storedOf } from './real-people.ts'
import { type AskedRecall, parseRecall } from './recall-asked.ts'
import {
  figuresOf,
  type RecallAnswer,
  type Recalled,
  type RecallRow,
  rowsOf,
  type Tail,
} from './recall-figures.ts'
import { probesOf } from './recall-probes.ts'
import { searchProbes } from './recall-search.ts'
import { tellRecall, writeRows } from './recall-told.ts'
import { pairQuantile, sumOf, type Tally } from './tally.ts'
import { wrongUsage } from './usage.ts'

const seed = 'recall'

export async function runRecall(args: readonly string[]): Promise<number> {
  const asked = parseRecall(args)
  if (typeof asked === 'string') return wrongUsage(asked)
  // Whether the file can be written is better known now than in an hour.
  if (asked.rows !== undefined) await writeRows(asked.rows, [])
  const { answer, rows } = await recall(asked, toStderr)
  if (asked.rows !== undefined) await writeRows(asked.rows, rows)
  process.stdout.write(asked.json ? `${JSON.stringify(answer)}\n` : tellRecall(answer))
  return 0
}

async function recall(asked: AskedRecall, tell: (line: string) => void) {
  const { persons, scans, donors } = asked
  const real = await readRealPeople(scans, tell)
  const probes = probesOf(real)
  if (probes.length === 0) throw trouble('recall.probes', 'no finger there has a second print')
  const lineup = lineupOf(seed, probes)
  const own = tallyOwn(seed, real, probes, lineup)
  const enrolled = real.map((of, k) => ({ of, caseId: caseOfPerson(seed, nameOf(of)), seq: k + 1 }))
  const others = mirroredPeople(real)

  const measure = async (fill: (gallery: KeptGallery, lastSeq: number) => Promise<Tally>) => {
    const gallery = createThreadedGallery(availableParallelism())
    try {
      const entries = enrolled.map(({ of, seq }) => entryOf(nameOf(of), seq, storedOf(of.enrolled)))
      await gallery.apply(entries.filter((it) => it.fingers?.size !== 0))
      const tally = await fill(gallery, enrolled.length)
      const searched = await searchProbes(gallery, probes, enrolled)
      return {
        rows: rowsOf(probes, searched, lineup, sumOf(own, tally)),
        people: gallery.peopleCount,
        tally,
      }
    } finally {
      await gallery.stop()
    }
  }
  const mirrored = await measure(async (gallery, lastSeq) => {
    await gallery.apply(others.map((it, k) => entryOf(it.name, lastSeq + 1 + k, it.fingers)))
    return tallyMirrored(seed, others, lineup)
  })
  const generated = await measure(async (gallery, lastSeq) => {
    const folder = join(readSettings(process.env, process.cwd()).home, 'bench')
    const file = donorsFile(folder, seed, donors)
    await openDonors(file, seed, donors, tell)
    const made = { persons, seed, donorsFile: file, lineup, folder, firstSeq: lastSeq + 1 }
    return compareGenerated(made, (entries) => gallery.apply(entries), tell)
  })
  const tails = {
    real: tailOf(own),
    mirrored: tailOf(mirrored.tally),
    generated: tailOf(generated.tally),
  }
  const answer: RecallAnswer = {
    persons,
    ...recalledOf(generated),
    mirrored: recalledOf(mirrored),
    tails,
    parametersSha256,
  }
  return { answer, rows: generated.rows }
}

interface Measured {
  readonly rows: readonly RecallRow[]
  readonly people: number
}

function recalledOf({ rows, people }: Measured): Recalled {
  const one = figuresOf(rows, 'one', people)
  const four = figuresOf(rows, 'four', people)
  const ten = figuresOf(rows, 'ten', people)
  assert(one !== undefined, 'a probe of several fingers is of such as are probes alone')
  return { people, ...one, fused: { ...(four && { four }), ...(ten && { ten }) } }
}

function tailOf(tally: Tally): Tail {
  return {
    pairs: tally.pairs.reduce((sum, it) => sum + it, 0),
    p99: pairQuantile(tally, 0.99),
    p999: pairQuantile(tally, 0.999),
    p9999: pairQuantile(tally, 0.9999),
  }
}

function entryOf(name: string, seq: number, fingers: PrintsAtOnce): GalleryEntry {
  const caseId = caseOfPerson(seed, name)
  return { seq, caseId, personId: caseId, fingers }
}
