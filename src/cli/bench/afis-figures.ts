// AFIS figures — what every bench of the search tells beside its times: cold start, strangers, and what
// the full matcher alone would take.

import { availableParallelism } from 'node:os'
import { createThreadedGallery } from '#center'
import { matchProbes, prepareProbe } from '#finger'
import type { PeopleGallery } from '../afis/people.ts'
import { type Probe, quantile } from '../afis/probes.ts'

/** Comparisons by which the full matcher's pace is taken. */
const baselinePairs = 20_000

/** What the full matcher alone would take for one search of everybody, by its pace here and now. */
export function baselineOf(probes: readonly Probe[], persons: number) {
  const ready = probes
    .flatMap(({ fingers }) => [...fingers.values()])
    .slice(0, 400)
    .map(prepareProbe)
  const cpu = process.cpuUsage()
  for (let k = 0; k < baselinePairs; k++) {
    matchProbes(ready[k % ready.length]!, ready[(k * 7 + 1) % ready.length]!)
  }
  const { user, system } = process.cpuUsage(cpu)
  const pairUs = (user + system) / baselinePairs
  return { pairUs, exhaustiveTenFingersCpuMs: (pairUs * persons * 10) / 1000 }
}

/**
 * From the snapshot on disk to a gallery that answers, and the memory that this takes. What the system
 * still holds of the files from before is not taken from it.
 */
export async function coldStart(
  { folder, gallery }: PeopleGallery,
  persons: number,
  threads = availableParallelism(),
) {
  await gallery.stop()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const again = createThreadedGallery(threads)
  const isRead = await again.load(folder)
  const coldStartSeconds = (performance.now() - start) / 1000
  const bytesPerPerson = Math.round((process.memoryUsage().rss - before) / persons)
  await again.stop()
  return isRead ? { coldStartSeconds, bytesPerPerson } : {}
}

/** The best scores of those who were never here: what a threshold has to stay above. */
export function strangersOf(ten: readonly number[], one: readonly number[]) {
  const told = (scores: readonly number[]) => ({
    median: quantile(scores, 0.5),
    most: Math.max(...scores),
  })
  return { tenFingers: told(ten), oneFinger: told(one) }
}
