// Recall tests — whoever comes again is found, and what is said of it is what one by one comparison says.

import { copyFile, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { parametersSha256, policyFor } from '#center'
import { fingerPositions } from '#enrollment/fingers'
import { createPopulation, fuseFingers, matchTemplates, secondVisitOf } from '#finger'
import { useHeardCommand } from '../../../test/support/heard-command.ts'
import { writePrints } from '../../../test/support/print-folder.ts'
import { runAfis } from './afis.ts'
import { caseOfPerson } from './case-of-person.ts'
import { donorsFile, openDonors } from './donors.ts'
import { lineupOf, tallyOwn } from './exhaustive.ts'
import { compareGenerated } from './exhaustive-people.ts'
import type { RealPerson, RealPrint } from './real-people.ts'
import { probesOf } from './recall-probes.ts'

const seed = 'recall'
const people = 20
const donors = 3

const command = useHeardCommand('recall')

beforeAll(async () => {
  const { home } = command
  await writePrints(join(home, 'tens'), [
    { person: 'ani', positions: fingerPositions, visits: 2 },
    { person: 'budi', positions: [2], visits: 2 },
  ])
  // Two of ani's fingers under names of their own, in another folder.
  await mkdir(join(home, 'singles'))
  for (const visit of [1, 2]) {
    for (const [finger, name] of Object.entries({ 2: 'x', 8: 'y' })) {
      const file = `${name}_${visit}.png`
      await copyFile(join(home, 'tens', `ani-${finger}_${visit}.png`), join(home, 'singles', file))
    }
  }
}, 120_000)

const size = ['--persons', `${people}`, '--donors', `${donors}`]
const thresholdOf = (inGallery: number, fingers: number) =>
  policyFor({ people: inGallery, fingers, rate: 1 / 1_000 }).adjudicateScoreMin

test('fingers alone, four and ten: found among mirrored prints and among people who do not exist', async () => {
  const file = join(command.home, 'rows.csv')
  const folders = [join(command.home, 'tens'), join(command.home, 'singles')]
  expect(await runAfis(['recall', '--scans', ...folders, ...size, '--rows', file, '--json'])).toBe(
    0,
  )
  const answer = JSON.parse(command.said)
  const all = { rank1: 1, missedAtFpir: 0 }
  const found = { cascade: all, exhaustive: all, lost: 0 }
  expect(answer).toMatchObject({ ...found, persons: people, people: people + 4, parametersSha256 })
  expect(answer.probes).toBe(13)
  // Two visits of ani and of budi, and two of each finger of the other folder.
  expect(answer.mirrored).toMatchObject({ ...found, people: 4 + 8, probes: 13 })
  for (const { fused } of [answer, answer.mirrored]) {
    expect(fused.four).toMatchObject({ ...found, probes: 2 })
    expect(fused.ten).toMatchObject({ ...found, probes: 1 })
  }
  expect(answer.threshold).toBe(thresholdOf(people + 4, 1))
  expect(answer.fused.ten.threshold).toBe(thresholdOf(people + 4, 10))
  expect(answer.stages.map((it: { name: string }) => it.name)).toEqual([
    'quick look',
    'close look',
    'full matcher',
  ])
  for (const { penetration, hitRate, needed } of answer.stages) {
    expect(penetration).toBeGreaterThan(0)
    expect(penetration).toBeLessThanOrEqual(1)
    expect(hitRate).toBe(1)
    // Each mate is the most alike of all, but for the same finger in the other folder.
    expect(needed).toBeLessThanOrEqual(2 / (people + 4))
  }
  // Where no look drops anybody, the search says what comparing everybody says.
  const [titles, ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(titles).toBe('probe,mate,cascadeRank,cascadeScore,exhaustiveRank,exhaustiveScore')
  expect(rows).toHaveLength(13)
  expect(rows.map((it) => it.split(',').slice(0, 2))).toContainEqual([
    'singles/y_2.png',
    'singles/y',
  ])
  for (const row of rows) {
    const [probe, mate, ...figures] = row.split(',')
    expect(probe).toBe(`${mate}_2.png`)
    expect(figures.slice(0, 2)).toEqual(figures.slice(2))
    expect(figures[0]).toBe('1')
  }
}, 120_000)

test('read by a human it is a table, and a print that shows nothing is one that is missed', async () => {
  const folder = join(command.home, 'unreadable')
  await mkdir(folder)
  for (const name of ['ani-2_1.png', 'ani-2_2.png', 'budi-2_1.png']) {
    await copyFile(join(command.home, 'tens', name), join(folder, name))
  }
  await writeFile(join(folder, 'budi-2_2.png'), 'no picture')
  const file = join(command.home, 'missed.csv')
  expect(await runAfis(['recall', '--scans', folder, ...size, '--rows', file])).toBe(0)
  expect(command.said).toContain('among mirrored prints alone, 5 people')
  expect(command.said).toMatch(/^one finger +2 +6\.00 +50\.00 +50\.00 +50\.00 +50\.00 +0\.00/m)
  expect(await readFile(file, 'utf8')).toContain(
    '\nunreadable/budi-2_2.png,unreadable/budi-2,,,,\n',
  )
}, 60_000)

test('an exhaustive search counts what comparing one by one counts, and goes on where it was', async () => {
  const folder = await mkdtemp(join(command.home, 'kept-'))
  const file = donorsFile(folder, seed, donors)
  const population = createPopulation({
    seed,
    donors: await openDonors(file, seed, donors, () => {}),
  })
  const printsOf = (visit: number, fingers: ReturnType<typeof population.person>): RealPrint[] =>
    [...fingers].map(([position, template]) => ({
      ...{ file: `a-${position}_${visit}.png`, position, visit, template },
    }))
  const first = population.person(7_000)
  // The last finger is somebody else's at the second visit: strangers come before the mate.
  const again = new Map(secondVisitOf(first, 'again')).set(10, population.finger(7_001, 10))
  const person = (name: string): RealPerson => ({
    ...{ set: 'a', name, enrolled: printsOf(1, first), later: printsOf(2, again) },
  })
  const real = [person('one'), { ...person('two'), later: [] }]
  const probes = probesOf(real)
  const lineup = lineupOf(seed, probes)
  const lines: string[] = []
  const compare = (persons: number) =>
    compareGenerated(
      { persons, seed, donorsFile: file, lineup, folder, firstSeq: 1 },
      async () => {},
      (line) => void lines.push(line),
    )
  const whole = await compare(230)
  expect(lines).toEqual(['230 of 230 people'])
  expect(await compare(230)).toEqual(whole)
  expect(lines.at(-1)).toBe('230 of 230 people')
  expect(lines.at(-2)).toBe('230 of 230 people were compared before')
  expect(await compare(210)).not.toEqual(whole)
  const kept = (await readdir(folder)).filter((it) => it.startsWith('exhaustive-'))
  expect(kept).toHaveLength(1)

  const alone = probes.filter((it) => it.kind === 'one')
  for (const one of [alone[0]!, alone.at(-1)!]) {
    const at = probes.indexOf(one)
    const [print] = one.fingers.values()
    const scores = Array.from({ length: 230 }, (_, number) => {
      const fingers = [...population.person(number).values()]
      const each = fingers.map((it) => fuseFingers([matchTemplates(print!, it)]))
      const lacking = fingers.length < 10 ? [fuseFingers([])] : []
      return { caseId: caseOfPerson(seed, number), score: Math.max(...each, ...lacking) }
    })
    const { score, caseId } = lineup.probes[at]!.mate!
    const ahead = scores.filter(
      (it) => it.score > score || (it.score === score && it.caseId < caseId),
    )
    expect(whole.best[at]).toBe(Math.max(...scores.map((it) => it.score)))
    expect(whole.ahead[at]).toBe(ahead.length)
    expect(ahead.length > 0).toBe(one === alone.at(-1))
    // The twin has the same score, and is before or after by the case.
    const own = tallyOwn(seed, real, probes, lineup)
    expect(own.best[at]).toBe(score)
    expect(own.ahead[at]).toBe(caseOfPerson(seed, 'a/two') < caseId ? 1 : 0)
  }
}, 120_000)
