// One by one — what a search takes while nothing else is asked: with ten fingers, with one, and the last
// look at whoever came since, who are none.

import { type AskTold, type Gallery, isSearchFailure } from '#center'
import { assert } from '#kit/assert'
import {
  type CpuMsNow,
  everybody,
  type Probe,
  quantile,
  searchAll,
  withOneFinger,
} from '../afis/probes.ts'
import { strangersOf } from './afis-figures.ts'
import { seed } from './newcomers.ts'

/** Times of asks are told as so many quantiles and one, the least and the most among them. */
const quantileSteps = 20

/** `asks` is what its gallery has asked of matchers so far, where there are any. */
export async function oneByOne(
  gallery: Gallery,
  probes: readonly Probe[],
  cpuMsNow: CpuMsNow,
  asks?: AskTold[],
) {
  const looks = () => asks && { looks: looksOf(asks.splice(0)) }
  looks()
  const search = await searchAll(gallery, probes, seed, cpuMsNow)
  const searchLooks = looks()
  const lastLook = { ...(await lastLooks(gallery, probes)), ...looks() }
  const single = probes.map((it) => withOneFinger(it, seed))
  const one = await searchAll(gallery, single, seed, cpuMsNow)
  return {
    ...{ hitRate: search.hitRate, falsePositiveRate: search.falsePositiveRate },
    search: { ...search.times, ...searchLooks },
    singleFinger: { ...one.times, hitRate: one.hitRate },
    lastLook,
    strangers: strangersOf([...search.strangers], [...one.strangers]),
  }
}

/** As under the lock of decisions: what it takes to ask, and nothing that is searched. */
async function lastLooks(gallery: Gallery, probes: readonly Probe[]) {
  const ms: number[] = []
  const ask = { ...everybody, afterSeq: gallery.lastSeq }
  for (const { fingers } of probes) {
    const start = performance.now()
    assert(!isSearchFailure(await gallery.search(fingers, ask)), 'a gallery that is all there')
    ms.push(performance.now() - start)
  }
  return { p50Ms: quantile(ms, 0.5), p95Ms: quantile(ms, 0.95) }
}

interface LookFigures {
  readonly act: AskTold['act']
  readonly asks: number
  readonly sentBytes: number
  readonly receivedBytes: number
  /** From the least to the most, in equal steps. */
  readonly quantilesMs: readonly number[]
}

/** What asks of each kind weigh on the line, in the mean, and how long their answers took. */
function looksOf(asks: readonly AskTold[]): readonly LookFigures[] {
  const mean = (values: readonly number[]) =>
    Math.round(values.reduce((sum, it) => sum + it, 0) / values.length)
  return [...new Set(asks.map((it) => it.act))].map((act) => {
    const own = asks.filter((it) => it.act === act)
    const ms = own.map((it) => it.ms)
    const at = (step: number) => quantile(ms, step / quantileSteps)
    return {
      ...{ act, asks: own.length, sentBytes: mean(own.map((it) => it.sentBytes)) },
      receivedBytes: mean(own.map((it) => it.receivedBytes ?? 0)),
      quantilesMs: Array.from({ length: quantileSteps + 1 }, (_, step) => at(step)),
    }
  })
}
