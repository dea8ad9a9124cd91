// Pace — searches a second with several at once, and what each asks of the cores.

import { createHash } from 'node:crypto'
import { type Gallery, isSearchFailure } from '#center'
import { assert } from '#kit/assert'
import { type CpuMsNow, everybody, type Probe, quantile } from '../afis/probes.ts'

export interface Pace {
  readonly searchesPerSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** Of all cores, each search. */
  readonly cpuMs: number
  /** Of all candidate lists, in the order of the probes. */
  readonly candidatesSha256: string
}

/** Each takes the next probe as soon as it has its answer. */
export async function paceOf(
  gallery: Gallery,
  probes: readonly Probe[],
  atOnce: number,
  cpuMsNow: CpuMsNow,
): Promise<Pace> {
  const ms: number[] = []
  const lists: string[] = []
  const left = [...probes.entries()]
  const searchOn = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [nth, { fingers }] = next
      const start = performance.now()
      const answer = await gallery.search(fingers, everybody)
      assert(!isSearchFailure(answer), 'a gallery that is all there')
      ms.push(performance.now() - start)
      lists[nth] = JSON.stringify(answer.found)
    }
  }
  const cpuBeforeMs = await cpuMsNow()
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, searchOn))
  const seconds = (performance.now() - start) / 1000
  const cpuMs = (await cpuMsNow()) - cpuBeforeMs
  return {
    searchesPerSecond: probes.length / seconds,
    p50Ms: quantile(ms, 0.5),
    p95Ms: quantile(ms, 0.95),
    cpuMs: cpuMs / probes.length,
    candidatesSha256: createHash('sha256').update(lists.join('\n')).digest('hex'),
  }
}

/** The middle one by searches a second: another program that ran meanwhile slows one round, not all. */
export function middleOf(paces: readonly Pace[]): Pace {
  const sorted = paces.toSorted((a, b) => a.searchesPerSecond - b.searchesPerSecond)
  const middle = sorted[sorted.length >> 1]
  assert(middle !== undefined, 'a round at least')
  return middle
}
