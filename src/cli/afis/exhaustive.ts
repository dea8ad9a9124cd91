// Exhaustive — probes compared with everybody by the full matcher: what the gallery's search is held
// against.

import { labelingsOf } from '#center'
import { fingerPositions } from '#enrollment/fingers'
import { type FingerTemplate, writeTemplate } from '#finger'
import { caseOfPerson } from './case-of-person.ts'
import { type Compared, createComparer, type Lineup } from './comparing.ts'
import type { PeopleAsk, PersonMade } from './people.ts'
import { type MirroredPerson, type RealPerson, storedOf } from './real-people.ts'
import type { RecallProbe } from './recall-probes.ts'
import { type Tally, tallyOf } from './tally.ts'

export interface ExhaustiveAsk extends PeopleAsk {
  readonly lineup: Lineup
  /** People of lower numbers are made only. */
  readonly compareFrom: number
}

export interface ExhaustiveAnswer {
  readonly made: readonly PersonMade[]
  readonly tally: Tally
}

/** All labelings that the gallery's search looks for; its last look tries two of them. */
export function lineupOf(seed: string, probes: readonly RecallProbe[]): Lineup {
  const prints = [...printsOf(probes).keys()]
  const numbers = new Map(prints.map((it, number) => [it, number]))
  const open: Lineup = {
    prints: prints.map(writeTemplate),
    probes: probes.map(({ fingers }) => ({
      labelings: labelingsOf([...fingers.keys()]).map((labeling) =>
        labeling.map(([said, recorded]) => [numbers.get(fingers.get(said)!)!, recorded]),
      ),
      mate: undefined,
    })),
  }
  return withMates(seed, probes, open)
}

/** Each print once, and whose it is. */
function printsOf(probes: readonly RecallProbe[]): ReadonlyMap<FingerTemplate, RealPerson> {
  return new Map(probes.flatMap(({ of, fingers }) => [...fingers.values()].map((it) => [it, of])))
}

function withMates(seed: string, probes: readonly RecallProbe[], open: Lineup): Lineup {
  const compare = createComparer(open)
  const scores = new Map<RealPerson, Float64Array>()
  for (const { of } of probes) {
    if (!scores.has(of)) scores.set(of, compare(storedOf(of.enrolled)).scores)
  }
  const mates = probes.map(({ of, fingers }, k) => {
    if (fingers.size === 0 || storedOf(of.enrolled).size === 0) return undefined
    return { caseId: caseOfPerson(seed, nameOf(of)), score: scores.get(of)![k]! }
  })
  return { ...open, probes: open.probes.map((it, k) => ({ ...it, mate: mates[k] })) }
}

/** What somebody of a folder is called in the gallery. */
export function nameOf({ set, name }: RealPerson): string {
  return `${set}/${name}`
}

/** The other people of each probe's own folder: those of another folder may be the same. */
export function tallyOwn(
  seed: string,
  people: readonly RealPerson[],
  probes: readonly RecallProbe[],
  lineup: Lineup,
): Tally {
  const compare = createComparer(lineup)
  const owners = [...printsOf(probes).values()]
  const ownerAt = (pair: number) => owners[Math.floor(pair / fingerPositions.length)]!
  const isStranger = (person: RealPerson, of: RealPerson) => person !== of && person.set === of.set
  function* strangers() {
    for (const person of people) {
      const { scores, pairs } = compare(storedOf(person.enrolled))
      const compared: Compared = {
        scores: scores.map((it, k) => (isStranger(person, probes[k]!.of) ? it : Number.NaN)),
        pairs: pairs.map((it, at) => (isStranger(person, ownerAt(at)) ? it : Number.NaN)),
      }
      yield [caseOfPerson(seed, nameOf(person)), compared] as const
    }
  }
  return tallyOf(lineup, strangers())
}

export function tallyMirrored(
  seed: string,
  people: readonly MirroredPerson[],
  lineup: Lineup,
): Tally {
  const compare = createComparer(lineup)
  function* strangers() {
    for (const { name, fingers } of people)
      yield [caseOfPerson(seed, name), compare(fingers)] as const
  }
  return tallyOf(lineup, strangers())
}
