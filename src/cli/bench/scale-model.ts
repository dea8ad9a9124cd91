// Scale model — from what was measured on one machine to what a gallery of any size needs: memory, cores,
// messages. All of it multiplication; times under load are simulated (scale-simulation.ts).

import { cascade, falsePositiveRateUsual, partitionsMax, policyFor, usualKeepOf } from '#center'
import { assert } from '#kit/assert'
import type { Measured } from './scale-measured.ts'

/** What nobody measured, and what a country decides for itself. */
export interface Assumed {
  /** Of one machine. */
  readonly cores: number
  readonly ramGb: number
  /** The rest of the memory is for the system, and for a copy that is built beside another. */
  readonly ramShare: number
  /** Cores are to be busy no more than this while most people come. */
  readonly busyShare: number
  readonly replicas: number
  /** On top of what was measured within one machine, each round trip. */
  readonly networkMs: number
  /** Registrations of people who were never here, in the whole nation. */
  readonly firstPerYear: number
  readonly nationPeople: number
  readonly workingDays: number
  readonly workingHours: number
  /** In the busiest hours so many times as many as on average. */
  readonly peak: number
  /** So that every thread has as much to do as the others; a map has 4,096 at most. */
  readonly partitionsPerCore: number
  /** As `bench center` sends it; packets are kept, for templates are remade from them. */
  readonly packetMb: number
}

/**
 * Obliged and recorded: the national figures of the second half of 2025 (Data Kependudukan Bersih, told
 * by Media Indonesia, 12 March 2026). About 4.03 million turn 17 in a year (Republika, 2021).
 */
export const nation = {
  obliged: 211_826_747,
  recorded: 206_467_957,
  turn17PerYear: 4_030_000,
} as const

export const assumedUsually: Assumed = {
  ...{ cores: 32, ramGb: 256, ramShare: 0.75, busyShare: 0.5, replicas: 2, networkMs: 0.5 },
  // Those who are late come within the year as well.
  firstPerYear: nation.turn17PerYear + nation.obliged - nation.recorded,
  nationPeople: nation.obliged,
  ...{ workingDays: 250, workingHours: 8, peak: 2 },
  ...{ partitionsPerCore: 2, packetMb: 2 },
}

export interface Needs {
  readonly persons: number
  readonly searchesPerSecond: number
  readonly memoryGb: number
  /** Of one search, on all machines together. */
  readonly searchCpuMs: number
  readonly machines: {
    readonly byMemory: number
    readonly byCores: number
    readonly needed: number
  }
  /** Threads that have a copy of some partition: others would have nothing to do. */
  readonly threads: number
  readonly partitions: number
  /** Of those, in the busiest hours; from 1 on more comes than can be done. */
  readonly busy: number
  readonly messagesPerSecond: number
  readonly mbPerSecond: number
  /** The largest answer: whom one machine's close look found. */
  readonly closeAnswerBytes: number
  /** Whom the center has in hand in one search. */
  readonly hitsAtCenter: number
  /** What all matchers together read from the database in a second, beside the rows of newcomers. */
  readonly queriesPerSecond: number
  readonly rebuildHours: number
  /** Of the rows that matchers read, and of the packets. */
  readonly rowsGb: number
  readonly packetsTb: number
  /** All cores that have something to do, while the gallery grows from nobody to everybody. */
  readonly everybodyAnewDays: number
  /** Scores from which on an expert looks, and the machine is certain. */
  readonly thresholds: {
    readonly tenFingers: number
    readonly oneFinger: number
    readonly certain: number
  }
}

const hitBytes = 16
const looksOfSearch = 3
/** None of today's data centres has so many. */
const machinesMax = 100_000
/** A search of everybody, and the last look under the lock of decisions. */
const searchesOfCase = 2
/** A matcher follows and reports twice a second, and reads the map once: some statements each time. */
const queriesOfMatcherPerSecond = 8
/** Its number, and the newcomer's rows where they are its own. */
const queriesOfNewcomer = 2

/** The first power of two that is enough: partitions of one size. */
function partitionsFor(wanted: number): number {
  return Math.min(partitionsMax, 2 ** Math.ceil(Math.log2(wanted)))
}

function thresholdsOf(people: number): Needs['thresholds'] {
  const of = (fingers: number) => policyFor({ people, fingers, rate: falsePositiveRateUsual })
  return {
    tenFingers: of(10).adjudicateScoreMin,
    oneFinger: of(1).adjudicateScoreMin,
    certain: of(10).duplicateScoreMin,
  }
}

export function needsOf(persons: number, { gallery, matchers }: Measured, by: Assumed): Needs {
  const searchesPerSecond =
    (by.peak * by.firstPerYear * (persons / by.nationPeople)) /
    (by.workingDays * by.workingHours * 3_600)
  const memoryGb = (persons * gallery.bytesPerPerson * by.replicas) / 1e9
  const byMemory = Math.ceil(memoryGb / (by.ramGb * by.ramShare))
  const partitionsOf = (machines: number) =>
    partitionsFor(machines * by.cores * by.partitionsPerCore)
  const besideMs = (matchers.pace.cpuMs - matchers.inProcess.pace.cpuMs) / matchers.partitions
  const cpuMsWith = (machines: number) =>
    (gallery.search.cpuMs * persons) / gallery.persons +
    Math.max(0, besideMs) * partitionsOf(machines)
  const isEnough = (machines: number) =>
    searchesPerSecond * cpuMsWith(machines) <= 1_000 * by.busyShare * by.cores * machines
  let byCores = 1
  while (!isEnough(byCores) && byCores < machinesMax) byCores++
  assert(byCores < machinesMax, 'searches that so many machines can make')
  const needed = Math.max(by.replicas, byMemory, byCores)
  const partitions = partitionsOf(needed)
  const threads = Math.min(needed * by.cores, partitions * by.replicas)
  const searchCpuMs = cpuMsWith(needed)
  const asks = searchesPerSecond * (searchesOfCase * looksOfSearch + 1) * needed
  const closeHits = usualKeepOf(cascade.severalFingers.close.share * persons, 1 / needed)
  const closeAnswerBytes = closeHits * hitBytes
  const { looks } = matchers.search
  const sent = looks.reduce((sum, it) => sum + it.sentBytes, 0)
  const received = looks.reduce((sum, it) => sum + it.receivedBytes, 0)
  const rowsPerSecond = (matchers.persons * matchers.replicas) / matchers.rebuildSeconds
  return {
    ...{ persons, searchesPerSecond, memoryGb, searchCpuMs, threads, partitions },
    machines: { byMemory, byCores, needed },
    busy: (searchesPerSecond * searchCpuMs) / 1_000 / threads,
    messagesPerSecond: 2 * asks,
    // The last look sends the same and is told next to nothing.
    mbPerSecond:
      (searchesPerSecond * needed * (searchesOfCase * sent + received + closeAnswerBytes)) / 1e6,
    closeAnswerBytes,
    hitsAtCenter: closeHits * needed,
    queriesPerSecond: needed * (queriesOfMatcherPerSecond + searchesPerSecond * queriesOfNewcomer),
    // However many machines read: the database gives no more than it gave where it was measured.
    rebuildHours: (persons * by.replicas) / rowsPerSecond / 3_600,
    rowsGb: (persons * matchers.rowBytesPerPerson) / 1e9,
    packetsTb: (persons * by.packetMb) / 1e6,
    everybodyAnewDays: (persons * searchCpuMs) / 2 / threads / 86_400_000,
    thresholds: thresholdsOf(persons),
  }
}
