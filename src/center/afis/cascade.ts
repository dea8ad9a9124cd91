// Cascade — a gallery of a million: a quick look at everybody's sketches, a close look at the
// sketches of who is left, and the full matcher on the few after that.
//
// Every stage is cut over all shards together, with ties kept, so the answer does not depend on how
// many threads or machines the gallery is dealt out to.

import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, type SketchAsk, sketchProbeOf, writeTemplate } from '#finger'
import { startThreadPeer } from '#kit/node/thread-peer'
import { bestOf, type Hit } from './best.ts'
import {
  byScoreThenCase,
  type Fingers,
  type Found,
  type Gallery,
  type SearchAnswer,
  type SearchAsk,
} from './gallery.ts'
import { type Labeling, labelingsOf, quickLabelingsOf } from './labelings.ts'
import { cascade, type Keep } from './parameters.ts'
import { partitionOf, partitions, type ShardState } from './shard.ts'
import { type RemoteShard, remoteShard, type ShardAnswer, type ShardAsk } from './shard-asks.ts'
import { loadSnapshot, saveSnapshot } from './snapshot.ts'

/** Hears of the visits that a look keeps, by the numbers of their entries, and how alike they looked. */
export type LookTrace = (
  look: SketchAsk['look'],
  kept: readonly Pick<Hit, 'seq' | 'score'>[],
) => void

/** A gallery that can be put on disk and read from there. */
export interface KeptGallery extends Gallery {
  /** `trace` is told whom each look before the full matcher keeps. */
  search(newcomer: Fingers, ask: SearchAsk, trace?: LookTrace): Promise<SearchAnswer>
  /** All that was taken when this is called; searches go on between its blocks. */
  save(folder: string): Promise<void>
  /**
   * Into an empty gallery. Where this answers false the gallery is of no use any more: another one is
   * filled from the database.
   */
  load(folder: string): Promise<boolean>
  /** Fingers of all visits. */
  readonly fingers: number
}

/** One shard a thread; more threads than partitions would have nothing to do. */
export function createThreadedGallery(threads: number): KeptGallery {
  const shards = Array.from({ length: Math.min(threads, partitions) }, () => {
    const file = new URL('./shard-thread.ts', import.meta.url)
    const { ask, stop } = startThreadPeer<ShardAsk, ShardAnswer>(file)
    return remoteShard(ask, stop)
  })
  return createCascadeGallery(shards)
}

export function createCascadeGallery(shards: readonly RemoteShard[]): KeptGallery {
  let states: (ShardState | undefined)[] = []
  let lastSeq = 0
  let broken: unknown
  const total = (of: (it: ShardState) => number) =>
    states.reduce((sum, it) => sum + (it === undefined ? 0 : of(it)), 0)

  return {
    async apply(entries) {
      const news = entries.filter((it) => it.seq > lastSeq)
      const asks = shards.map(async (shard, number) => {
        const own = news.filter((it) => partitionOf(it.caseId) % shards.length === number)
        if (own.length === 0) return
        states[number] = await shard.apply(
          own.map(({ fingers, ...it }) => ({ ...it, fingers: fingers && copied(fingers) })),
        )
      })
      // Whatever is asked from now on is asked behind these entries; if they cannot be taken, a search
      // would leave somebody out.
      lastSeq = Math.max(lastSeq, ...news.map((it) => it.seq))
      await Promise.all(asks).catch((error) => {
        broken ??= error
        throw error
      })
    },
    async search(newcomer, { scoreMin, candidatesMax, afterSeq }, trace = () => {}) {
      if (broken !== undefined) throw broken
      const at = { peopleCount: total((it) => it.people), throughSeq: lastSeq }
      const comparedPeople = total((it) => visitsWith(it, [...newcomer.keys()]))
      const visits = total((it) => it.visits)
      const found = await look(shards, newcomer, visits, afterSeq, trace)
      const best = new Map<string, Found>()
      for (const it of found.toSorted(byScoreThenCase)) {
        if (it.score >= scoreMin && !best.has(it.personId)) best.set(it.personId, it)
      }
      return { found: [...best.values()].slice(0, candidatesMax), comparedPeople, ...at }
    },
    get peopleCount() {
      return total((it) => it.people)
    },
    get lastSeq() {
      return lastSeq
    },
    async save(folder) {
      await saveSnapshot(shards, folder, lastSeq)
    },
    async load(folder) {
      const loaded = await loadSnapshot(shards, folder)
      if (loaded === undefined) return false
      lastSeq = loaded.throughSeq
      states = [...loaded.states]
      return true
    },
    get fingers() {
      return total(fingersOf)
    },
    async stop() {
      await Promise.all(shards.map((it) => it.stop()))
    },
  }
}

/** The three looks; answers whom the full matcher has seen. */
async function look(
  shards: readonly RemoteShard[],
  newcomer: Fingers,
  visits: number,
  afterSeq: number,
  trace: LookTrace,
): Promise<readonly Found[]> {
  const positions = [...newcomer.keys()]
  if (positions.length === 0 || visits === 0) return []
  const stages = positions.length === 1 ? cascade.oneFinger : cascade.severalFingers
  const quick = askOf(newcomer, quickLabelingsOf(chosenOf(newcomer)), 'quick', stages.quickRows)
  const wanted = keptOf(stages.quick, visits)
  const seen = await Promise.all(shards.map((it) => it.quickLook(quick, wanted, afterSeq)))
  const close = closest(dealt(seen), wanted)
  trace('quick', close.flat())

  const labelings = labelingsOf(positions)
  const ask = askOf(newcomer, labelings, 'close')
  const looked = await Promise.all(shards.map((it, number) => it.closeLook(ask, close[number]!)))
  const last = closest(dealt(looked), keptOf(stages.close, visits))
  trace('close', last.flat())

  const stored = new Map([...newcomer].map(([position, it]) => [position, writeTemplate(it)]))
  const asSaid = labelings[0]!
  const matched = await Promise.all(
    shards.map((it, number) =>
      it.match({
        newcomer: stored,
        visits: last[number]!.map(({ at, seq, hypothesis }) => ({
          at,
          seq,
          labelings: [...new Set([asSaid, labelings[hypothesis]!])],
        })),
      }),
    ),
  )
  return matched.flat()
}

interface Dealt extends Hit {
  readonly shard: number
}

function dealt(lists: readonly (readonly Hit[])[]): readonly (readonly Dealt[])[] {
  return lists.map((hits, shard) => hits.map((it) => ({ ...it, shard })))
}

/** The best of all shards together, and again by shard. */
function closest(lists: readonly (readonly Dealt[])[], wanted: number): readonly Dealt[][] {
  const best = bestOf(lists, wanted)
  return lists.map((_, shard) => best.filter((it) => it.shard === shard))
}

function askOf(
  newcomer: Fingers,
  labelings: readonly Labeling[],
  look: SketchAsk['look'],
  rows?: number,
): SketchAsk {
  const asked = new Set(labelings.flatMap((it) => it.map(([position]) => position)))
  const probes = new Map(
    [...newcomer]
      .filter(([position]) => asked.has(position))
      .map(([position, it]) => [position, sketchProbeOf(it, rows)]),
  )
  const numbers = new Map<string, number>()
  const compares: SketchAsk['compares'][number][] = []
  const hypotheses = labelings.map((labeling) =>
    labeling.map(([position, recorded]) => {
      const key = `${position} ${recorded}`
      const number = numbers.get(key) ?? compares.length
      if (number === compares.length) {
        numbers.set(key, number)
        compares.push({ probe: probes.get(position)!, slot: recorded - 1 })
      }
      return number
    }),
  )
  return { compares, hypotheses, look }
}

/** The best finger of each hand, or the best two of one. */
function chosenOf(newcomer: Fingers): readonly FingerPosition[] {
  const worth = ({ minutiae }: FingerTemplate) => minutiae.reduce((sum, it) => sum + it.quality, 0)
  const best = [...newcomer]
    .toSorted(([a, x], [b, y]) => worth(y) - worth(x) || a - b)
    .map(([position]) => position)
  const right = best.filter((it) => it <= 5)
  const left = best.filter((it) => it > 5)
  if (right.length === 0 || left.length === 0) return best.slice(0, cascade.quickFingers)
  return [right[0]!, left[0]!]
}

function keptOf({ share, min }: Keep, visits: number): number {
  return Math.max(min, Math.ceil(share * visits))
}

/** A message copies the whole of the memory that a view looks at. */
function copied(fingers: ReadonlyMap<FingerPosition, Uint8Array>) {
  return new Map([...fingers].map(([position, it]) => [position, Uint8Array.from(it)]))
}

function fingersOf({ positions }: ShardState): number {
  let count = 0
  for (const [bits, visits] of positions) {
    for (let left = bits; left !== 0; left &= left - 1) count += visits
  }
  return count
}

/** Visits that have a finger where the newcomer has one. */
function visitsWith({ positions }: ShardState, newcomer: readonly FingerPosition[]): number {
  const wanted = newcomer.filter(isFingerPosition).reduce((bits, it) => bits | (1 << (it - 1)), 0)
  let count = 0
  for (const [bits, visits] of positions) if ((bits & wanted) !== 0) count += visits
  return count
}
