// Cascade — a gallery of a million: a quick look at everybody's sketches, a close look at the
// sketches of who is left, and the full matcher on the few after that.
//
// Every stage is cut over all shards together, with ties kept, so the answer does not depend on how
// many threads or machines the gallery is dealt out to.

import type { SketchAsk } from '#finger'
import { startThreadPeer } from '#kit/node/thread-peer'
import { bestOf, floorOf, type Hit, type KeepOf, usualKeepOf } from './best.ts'
import type {
  Fingers,
  Found,
  LocalGallery,
  SearchAnswer,
  SearchAsk,
  StoredFingers,
} from './gallery.ts'
import { bestPeople, type PlannedLook, planOf, storedFingers, visitsWith } from './plan.ts'
import { partitionOf, partitions, type ShardState } from './shard.ts'
import {
  passes,
  type RemoteShard,
  remoteShard,
  type ShardAnswer,
  type ShardAsk,
} from './shard-asks.ts'
import { loadSnapshot, saveSnapshot } from './snapshot.ts'

/** Hears of the visits that a look keeps, by the numbers of their entries, and how alike they looked. */
export type LookTrace = (
  look: SketchAsk['look'],
  kept: readonly Pick<Hit, 'seq' | 'score'>[],
) => void

/** A gallery that can be put on disk and read from there. */
export interface KeptGallery extends LocalGallery {
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
    const { ask, stop } = startThreadPeer<ShardAsk, ShardAnswer>(file, passes)
    return remoteShard(ask, stop)
  })
  return createCascadeGallery(shards)
}

export function createCascadeGallery(
  shards: readonly RemoteShard[],
  keepOf: KeepOf = usualKeepOf,
): KeptGallery {
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
      const parts = shards.map((shard, number) => {
        return { shard, share: (states[number]?.visits ?? 0) / Math.max(1, visits) }
      })
      const found = await look({ parts, visits, keepOf, trace }, newcomer, afterSeq)
      return { found: bestPeople(found, { scoreMin, candidatesMax }), comparedPeople, ...at }
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
    get bytes() {
      return total((it) => it.bytes)
    },
    get fingers() {
      return total(fingersOf)
    },
    async stop() {
      await Promise.all(shards.map((it) => it.stop()))
    },
  }
}

interface Looked {
  /** Each shard, and how much of the gallery it has. */
  readonly parts: readonly { readonly shard: RemoteShard; readonly share: number }[]
  readonly visits: number
  readonly keepOf: KeepOf
  readonly trace: LookTrace
}

/** The three looks; answers whom the full matcher has seen. */
async function look(
  { parts, visits, keepOf, trace }: Looked,
  newcomer: Fingers,
  afterSeq: number,
): Promise<readonly Found[]> {
  const plan = planOf(newcomer, visits)
  if (plan === undefined) return []
  const { quick, close, asSaid, labelings } = plan
  const shards = parts.map((it) => it.shard)
  const seen = await quickLook({ parts, keepOf }, quick, afterSeq)
  const kept = closest(dealt(seen), quick.wanted)
  trace('quick', kept.flat())

  const looked = await Promise.all(
    shards.map((it, number) => it.closeLook(close.ask, kept[number]!)),
  )
  const last = closest(dealt(looked), close.wanted)
  trace('close', last.flat())

  const stored = storedFingers(newcomer)
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

/**
 * What each shard has of the wanted. The fewer it is to tell of, the sooner it is done with who is not
 * among them; so it is asked for its share, and for all of them only where that was not enough.
 */
async function quickLook(
  { parts, keepOf }: Pick<Looked, 'parts' | 'keepOf'>,
  { ask, wanted }: PlannedLook,
  afterSeq: number,
): Promise<readonly (readonly Hit[])[]> {
  const first = await Promise.all(
    parts.map(async ({ shard, share }) => {
      const keep = keepOf(wanted, share)
      const hits = await shard.quickLook(ask, keep, afterSeq)
      return { shard, hits, floor: floorOf(hits, keep) }
    }),
  )
  const told = bestOf(
    first.map((it) => it.hits),
    wanted,
  )
  const least = floorOf(told, wanted)
  return Promise.all(
    first.map(({ shard, hits, floor }) =>
      floor <= least ? hits : shard.quickLook(ask, wanted, afterSeq),
    ),
  )
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

/** A message copies the whole of the memory that a view looks at. */
function copied(fingers: StoredFingers) {
  return new Map([...fingers].map(([position, it]) => [position, Uint8Array.from(it)]))
}

function fingersOf({ positions }: ShardState): number {
  let count = 0
  for (const [bits, visits] of positions) {
    for (let left = bits; left !== 0; left &= left - 1) count += visits
  }
  return count
}
