// Scale simulation — how long searches take that come by chance and wait for each other: every look waits
// for the slowest of the machines, every partition for the thread that has it.

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
}

/** Where they come at once, and where each has all to itself; the first ones find nobody before them. */
const searches = { together: 350, alone: 50 } as const
const warmUp = 20

/** With so many searches a second, or each alone where there are none. */
export function simulate(asked: Simulated): SimulatedTimes {
  const { searchesPerSecond, looksCpuMs } = asked
  const chance = seeded('searches')
  const lookAt = lookOf(asked)
  const waiting: Turn[] = []
  let atMs = 0
  const count = searchesPerSecond === 0 ? searches.alone : searches.together
  for (let nth = 0; nth < count; nth++) {
    const pauseMs =
      searchesPerSecond === 0 ? 1e9 : (-1_000 * Math.log(1 - chance.unit())) / searchesPerSecond
    atMs += pauseMs
    waiting.push({ atMs, beganMs: atMs, look: 0 })
  }
  const took: number[] = []
  const lastLooks: number[] = []
  // A search has its looks and after them, as many, its last look's.
  const looks = 2 * looksCpuMs.length
  while (waiting.length > 0) {
    const { atMs, beganMs, look } = takeFirst(waiting)
    const cpuMs = looksCpuMs[look] ?? 0
    const endMs = lookAt(atMs, cpuMs)
    if (look === looksCpuMs.length - 1) took.push(endMs - beganMs)
    if (look === looks - 1) lastLooks.push(endMs - beganMs)
    else {
      const isNew = look === looksCpuMs.length - 1
      waiting.push({ atMs: endMs, beganMs: isNew ? endMs : beganMs, look: look + 1 })
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

/** Answers when the last partition of a look that begins then has answered. */
function lookOf({ machines, threads, partitions, spread, roundTripMs }: Simulated) {
  const chance = seeded('stragglers')
  const freeAtMs = new Float64Array(machines * threads)
  const mean = spread.reduce((sum, it) => sum + it, 0) / spread.length
  const factor = () => {
    const at = chance.unit() * (spread.length - 1)
    const [below, above] = [spread[Math.floor(at)]!, spread[Math.ceil(at)]!]
    return (below + (above - below) * (at % 1)) / mean
  }
  const places = placesOf(machines, threads, partitions)
  let turn = 0
  return (atMs: number, cpuMs: number) => {
    const factors = Array.from({ length: machines }, factor)
    const dealt = new Uint16Array(machines)
    let endMs = 0
    for (const copies of places) {
      const [one, other] = copies
      // Whoever has least to do; of equals by turns, as the center asks them.
      const more = dealt[one!.machine]! - dealt[other!.machine]!
      const { machine, thread } = more > 0 || (more === 0 && turn++ % 2 === 1) ? other! : one!
      dealt[machine]!++
      const beginMs = Math.max(atMs + roundTripMs / 2, freeAtMs[thread]!)
      freeAtMs[thread] = beginMs + (cpuMs / partitions) * factors[machine]!
      endMs = Math.max(endMs, freeAtMs[thread]! + roundTripMs / 2)
    }
    return endMs
  }
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
