// Probes — who is searched for in a load test: half of them come a second time, half never came.

import type { Gallery } from '#center'
import { falsePositiveRateUsual, isSearchFailure, policyFor } from '#center'
import type { FingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, type Population, secondVisitOf } from '#finger'
import { assert } from '#kit/assert'
import { seeded } from '#kit/seeded'
import { caseOfPerson } from './case-of-person.ts'

/** Of the probes this share lacks some fingers that the first visit had. */
const lackingShare = 0.2
const lackingMax = 5

export interface Probe {
  readonly fingers: ReadonlyMap<FingerPosition, FingerTemplate>
  /** Number of the person who comes again; undefined for somebody who was never here. */
  readonly person: number | undefined
}

export interface ProbesAsked {
  readonly persons: number
  readonly seed: string
  readonly count: number
}

export function probesOf(population: Population, { persons, seed, count }: ProbesAsked): Probe[] {
  const chance = seeded(`probes/${seed}`)
  return Array.from({ length: count }, (_, k) => {
    const isMated = k % 2 === 0
    const number = isMated ? chance.below(persons) : persons + k
    const fingers = new Map(secondVisitOf(population.person(number), `visit ${k}`))
    if (chance.unit() < lackingShare) {
      for (let less = chance.below(lackingMax); less > 0 && fingers.size > 2; less--) {
        fingers.delete(chance.pick([...fingers.keys()]))
      }
    }
    return { fingers, person: isMated ? number : undefined }
  })
}

/** One finger of it, whatever position it is said to be. */
export function withOneFinger({ fingers, person }: Probe, seed: string): Probe {
  const chance = seeded(`one finger/${seed}/${person}/${fingers.size}`)
  const position = chance.pick([...fingers.keys()])
  return { fingers: new Map([[position, fingers.get(position)!]]), person }
}

export interface Times {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly cpuMs: number
}

export interface Searched {
  readonly times: Times
  /** Of those who came again, found first and by a score that sends them to an expert at least. */
  readonly hitRate: number
  /** Of those who never came, somebody else by such a score. */
  readonly falsePositiveRate: number
  /** The best score of each who never came. */
  readonly strangers: readonly number[]
}

/** Milliseconds of the cores that were used so far by all who search. */
export type CpuMsNow = () => Promise<number>

/** Of this process, with its threads. */
export const ownCpuMs: CpuMsNow = async () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export const everybody = { scoreMin: Number.NEGATIVE_INFINITY, candidatesMax: 20, afterSeq: 0 }

/** One after the other, as a newcomer waits for it. */
export async function searchAll(
  gallery: Gallery,
  probes: readonly Probe[],
  seed: string,
  cpuMsNow = ownCpuMs,
): Promise<Searched> {
  const ms: number[] = []
  const strangers: number[] = []
  let hits = 0
  let falsePositives = 0
  const cpuBeforeMs = await cpuMsNow()
  for (const { fingers, person } of probes) {
    const { adjudicateScoreMin } = policyFor({
      people: gallery.peopleCount,
      fingers: fingers.size,
      rate: falsePositiveRateUsual,
    })
    const start = performance.now()
    const answer = await gallery.search(fingers, everybody)
    assert(!isSearchFailure(answer), 'a gallery that is all there')
    const { found } = answer
    ms.push(performance.now() - start)
    const [first] = found
    const isFound = first !== undefined && first.score >= adjudicateScoreMin
    if (person === undefined) {
      strangers.push(first?.score ?? Number.NEGATIVE_INFINITY)
      if (isFound) falsePositives++
    } else if (isFound && first.caseId === caseOfPerson(seed, person)) hits++
  }
  const cpuMs = (await cpuMsNow()) - cpuBeforeMs
  const mated = probes.filter((it) => it.person !== undefined).length
  return {
    times: { p50Ms: quantile(ms, 0.5), p95Ms: quantile(ms, 0.95), cpuMs: cpuMs / probes.length },
    hitRate: hits / mated,
    falsePositiveRate: falsePositives / (probes.length - mated),
    strangers,
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
