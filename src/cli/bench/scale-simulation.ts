// Scale simulation — how long searches take that come by chance and wait for each other: every look waits
// for the slowest of the machines, every partition for the thread that has it. Whoever decides waits only
// where somebody came meanwhile, and there only for what has begun.

import { seeded } from '#kit/seeded'
import { quantileOf } from '../finger-synthetic/quantile.ts'

export interface Simulated {
  readonly machines: number
  /** Of each machine. */
  readonly threads: number
  readonly partitions: number
  readonly searchesPerSecond: number
  /** Of the cores, for each look at all partitions together. */
  readonly looksCpuMs: readonly number[]
  /** How long one ask took against the mean of its look: from the least to the most, in equal steps. */
  readonly spread: readonly number[]
  readonly roundTripMs: number
}

export interface SimulatedTimes {
  readonly p50Ms: number
  readonly p95Ms: number
  /** Of the last look, which finds nobody to compare and waits all the same. */
  readonly lastLookP95Ms: number
}

interface Turn {
  readonly atMs: number
  readonly beganMs: number
  readonly look: number
  /** How long it was searched among everybody. */
  readonly searchMs: number
}

/** Where they come at once, and where each has all to itself; the first ones find nobody before them. */
const searches = { together: 350, alone: 50 } as const
const warmUp = 20
/** A newcomer is taken in by both; under the lock of decisions one of them is asked. */
const copiesOfEach = 2

/** With so many searches a second, or each alone where there are none. */
export function simulate(searched: Simulated): SimulatedTimes {
  const { searchesPerSecond, looksCpuMs } = searched
  const chance = seeded('searches')
  const { lookAt, passAt } = threadsOf(searched)
  const waiting: Turn[] = []
  let atMs = 0
  const count = searchesPerSecond === 0 ? searches.alone : searches.together
  for (let nth = 0; nth < count; nth++) {
    const pauseMs =
      searchesPerSecond === 0 ? 1e9 : (-1_000 * Math.log(1 - chance.unit())) / searchesPerSecond
    atMs += pauseMs
    waiting.push({ atMs, beganMs: atMs, look: 0, searchMs: 0 })
  }
  const took: number[] = []
  const lastLooks: number[] = []
  // A search has its looks; after them matchers follow the database, and look as often once more.
  const looks = 2 * looksCpuMs.length + 1
  const copiesPassed = (after: number, came: number) => {
    const mean = after === 0 ? copiesOfEach * came : after === 1 ? came : 0
    return Math.floor(mean + chance.unit())
  }
  while (waiting.length > 0) {
    const { atMs, beganMs, look, searchMs } = takeFirst(waiting)
    const cpuMs = looksCpuMs[look]
    const came = (searchesPerSecond * searchMs) / 1_000
    const endMs =
      cpuMs === undefined
        ? passAt(atMs, copiesPassed(look - looksCpuMs.length, came))
        : lookAt(atMs, cpuMs)
    if (look === looksCpuMs.length - 1) took.push(endMs - beganMs)
    if (look === looks - 1) lastLooks.push(endMs - beganMs)
    else {
      const isSearched = look === looksCpuMs.length - 1
      const next = isSearched
        ? { beganMs: endMs, searchMs: endMs - beganMs }
        : { beganMs, searchMs }
      waiting.push({ ...next, atMs: endMs, look: look + 1 })
    }
  }
  return {
    p50Ms: quantileOf(took.slice(warmUp), 0.5),
    p95Ms: quantileOf(took.slice(warmUp), 0.95),
    lastLookP95Ms: quantileOf(lastLooks.slice(warmUp), 0.95),
  }
}

function takeFirst(waiting: Turn[]): Turn {
  let first = 0
  for (let k = 1; k < waiting.length; k++) if (waiting[k]!.atMs < waiting[first]!.atMs) first = k
  return waiting.splice(first, 1)[0]!
}

/** All threads of all machines, and what they have in hand. */
function threadsOf(searched: Simulated) {
  const { machines, threads, partitions, spread, roundTripMs, looksCpuMs } = searched
  const chance = seeded('stragglers')
  const freeAtMs = new Float64Array(machines * threads)
  /** As whoever asks believes: nobody knows beforehand how long an ask takes. */
  const meantAtMs = new Float64Array(machines * threads)
  const mean = spread.reduce((sum, it) => sum + it, 0) / spread.length
  const factor = () => {
    const at = chance.unit() * (spread.length - 1)
    const [below, above] = [spread[Math.floor(at)]!, spread[Math.ceil(at)]!]
    return (below + (above - below) * (at % 1)) / mean
  }
  const places = placesOf(machines, threads, partitions)
  /** When the last partition has answered a look that begins then. */
  const lookAt = (atMs: number, cpuMs: number) => {
    const factors = Array.from({ length: machines }, factor)
    const first = chance.below(partitions)
    const beganMs = atMs + roundTripMs / 2
    let endMs = atMs + roundTripMs
    for (let k = 0; k < partitions; k++) {
      const [one, other] = places[(first + k) % partitions]!
      // The thread that has least to do, as `center/matchers/dealing.ts` chooses.
      const more = meantAtMs[one!.thread]! - meantAtMs[other!.thread]!
      const { machine, thread } = more > 0 ? other! : one!
      meantAtMs[thread] = Math.max(beganMs, meantAtMs[thread]!) + cpuMs / partitions
      freeAtMs[thread] =
        Math.max(beganMs, freeAtMs[thread]!) + (cpuMs / partitions) * factors[machine]!
      endMs = Math.max(endMs, freeAtMs[thread]! + roundTripMs / 2)
    }
    return endMs
  }
  /** The same of an ask that goes before looks that have not begun, at so many copies. */
  const passAt = (atMs: number, copies: number) => {
    const beganMs = atMs + roundTripMs / 2
    const lookMs = Math.max(...looksCpuMs) / partitions
    let waitMs = 0
    for (let k = 0; k < copies; k++) {
      const inHandMs = freeAtMs[chance.below(freeAtMs.length)]! - beganMs
      waitMs = Math.max(waitMs, Math.min(inHandMs, chance.unit() * lookMs * factor()))
    }
    return beganMs + waitMs + roundTripMs / 2
  }
  return { lookAt, passAt }
}

interface Place {
  readonly machine: number
  readonly thread: number
}

/** Two copies of each partition, dealt out as the first map does; each on the machine's next thread. */
function placesOf(machines: number, threads: number, partitions: number): readonly Place[][] {
  const held = new Uint32Array(machines)
  return Array.from({ length: partitions }, (_, nth) => {
    const second = nth + 1 + (Math.floor(nth / machines) % Math.max(1, machines - 1))
    return [nth % machines, second % machines].map((machine) => {
      const thread = machine * threads + (held[machine]!++ % threads)
      return { machine, thread }
    })
  })
}
