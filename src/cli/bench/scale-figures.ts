// Scale figures — needs and times of galleries of a million, ten million and the nation.

import type { Measured } from './scale-measured.ts'
import { type Assumed, type Needs, nation, needsOf } from './scale-model.ts'
import { type SimulatedTimes, simulate } from './scale-simulation.ts'

const sizes = [1_000_000, 10_000_000, nation.obliged] as const

export interface Scaled extends Needs {
  /** While nobody else is searched for. */
  readonly alone: SimulatedTimes
  readonly busiest: SimulatedTimes
  /** While the lock of decisions is held: matchers follow, and look at whoever came since. */
  readonly lockMs: number
  readonly decisionsPerSecondMax: number
  readonly coresPaid: number
  /** Where a price was said. */
  readonly pricePerMonth: number | undefined
}

export interface Scale {
  readonly assumed: Assumed
  readonly measured: Measured
  readonly roundTripMs: number
  readonly rows: readonly Scaled[]
}

export function scaleOf(measured: Measured, assumed: Assumed, price: number | undefined): Scale {
  const { looks } = measured.matchers.search
  const meanOf = ({ quantilesMs }: (typeof looks)[number]) =>
    quantilesMs.reduce((sum, it) => sum + it, 0) / quantilesMs.length
  const allMs = looks.reduce((sum, it) => sum + meanOf(it), 0)
  const emptyMs = measured.matchers.lastLook.looks.map(meanOf)
  const roundTripMs = emptyMs.reduce((sum, it) => sum + it, 0) / emptyMs.length + assumed.networkMs
  const rows = sizes.map((persons): Scaled => {
    const needs = needsOf(persons, measured, assumed)
    const { needed } = needs.machines
    const asked = {
      ...{ machines: needed, threads: assumed.cores, partitions: needs.partitions, roundTripMs },
      looksCpuMs: looks.map((it) => (needs.searchCpuMs * meanOf(it)) / allMs),
      spread: looks.find((it) => it.act === 'quick')?.quantilesMs ?? [1],
    }
    const busiest = simulate({ ...asked, searchesPerSecond: needs.searchesPerSecond })
    const lockMs =
      1_000 / measured.matchers.enrollPerSecond + assumed.networkMs + busiest.lastLookP95Ms
    return {
      ...needs,
      ...{ busiest, lockMs, decisionsPerSecondMax: 1_000 / lockMs },
      alone: simulate({ ...asked, searchesPerSecond: 0 }),
      coresPaid: needed * assumed.cores,
      pricePerMonth: price === undefined ? undefined : price * needed,
    }
  })
  return { assumed, measured, roundTripMs, rows }
}
