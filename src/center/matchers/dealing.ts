// Dealing — which of its replicas each partition is asked of: one that answers, made the look before, and
// whose thread has least to look at until then.
//
// A matcher's thread looks at one copy after the other, so a look ends when the thread with most to do
// ends. Matchers tell on which lane, a thread of theirs, each copy lies.

import { avoidFirstMs, avoidMsMax, lanesKnownMax } from '../limits.ts'
import { type CopyName, copyKey, type Partition, partitionName, type Replica } from './map.ts'

export interface Group {
  readonly matcher: string
  readonly given: readonly {
    readonly part: Partition
    readonly copy: CopyName
    /** Where it was believed to lie when it was dealt. */
    readonly lane: string
  }[]
}

export interface Dealt {
  readonly groups: readonly Group[]
  /** Partitions of which nobody is left to be asked. */
  readonly lost: readonly Partition[]
}

export interface Dealer {
  /** What is dealt out is in hand until it is said to have ended. */
  deal(
    parts: readonly Partition[],
    by: {
      readonly tried: ReadonlyMap<Partition, ReadonlySet<string>>
      /** By partitions' names the matchers that made the look before. */
      readonly before: ReadonlyMap<string, string>
    },
  ): Dealt
  /** `hasAnswered` is undefined where nothing was asked. */
  ended(group: Group, hasAnswered: boolean | undefined): void
  /** The lanes of these copies, in their order. */
  learn(matcher: string, copies: readonly CopyName[], lanes: readonly number[]): void
}

interface Silence {
  readonly times: number
  readonly avoidUntilMs: number
}

export function createDealer(nowMs: () => number): Dealer {
  const silences = new Map<string, Silence>()
  const lanes = new Map<string, string>()
  /** By lane and by matcher, beginnings of cases to look at. */
  const inHand = new Map<string, number>()
  let dealtTimes = 0
  let chosenTimes = 0

  const laneOf = (matcher: string, copy: CopyName) =>
    lanes.get(`${matcher} ${copyKey(copy)}`) ?? matcher
  const count = (matcher: string, lane: string, size: number) => {
    for (const key of new Set([matcher, lane])) {
      const left = (inHand.get(key) ?? 0) + size
      if (left === 0) inHand.delete(key)
      else inHand.set(key, left)
    }
  }
  const choose = (
    replicas: readonly Replica[],
    copyOf: (it: Replica) => CopyName,
    before: string | undefined,
  ): Replica | undefined => {
    const costOf = (it: Replica): Cost => {
      const { matcher } = it
      const isAvoided = (silences.get(matcher)?.avoidUntilMs ?? 0) > nowMs()
      const isOther = before !== undefined && before !== matcher
      const waiting = inHand.get(laneOf(matcher, copyOf(it))) ?? 0
      return [Number(isAvoided), Number(isOther), waiting, inHand.get(matcher) ?? 0]
    }
    let best: { readonly it: Replica; readonly cost: Cost } | undefined
    // Of equals by turns.
    const first = chosenTimes++
    for (let k = 0; k < replicas.length; k++) {
      const it = replicas[(first + k) % replicas.length]!
      const cost = costOf(it)
      if (best === undefined || isLess(cost, best.cost)) best = { it, cost }
    }
    return best?.it
  }

  return {
    deal(parts, { tried, before }) {
      const groups = new Map<string, { matcher: string; given: Group['given'][number][] }>()
      const lost: Partition[] = []
      // From another one each time: whoever comes first has the choice.
      const first = dealtTimes++
      for (let k = 0; k < parts.length; k++) {
        const part = parts[(first + k) % parts.length]!
        const partition = partitionName(part)
        const copyOf = ({ since }: Replica) => ({ partition, since })
        const left = part.replicas.filter((it) => tried.get(part)?.has(it.matcher) !== true)
        const replica = choose(left, copyOf, before.get(partition))
        if (replica === undefined) {
          lost.push(part)
          continue
        }
        const { matcher } = replica
        const copy = copyOf(replica)
        const group = groups.get(matcher) ?? { matcher, given: [] }
        const lane = laneOf(matcher, copy)
        group.given.push({ part, copy, lane })
        groups.set(matcher, group)
        count(matcher, lane, sizeOf(part))
      }
      return { groups: [...groups.values()], lost }
    },
    ended({ matcher, given }, hasAnswered) {
      for (const { part, lane } of given) count(matcher, lane, -sizeOf(part))
      if (hasAnswered === undefined) return
      if (hasAnswered) silences.delete(matcher)
      else silences.set(matcher, again(silences.get(matcher), nowMs()))
    },
    learn(matcher, copies, told) {
      if (lanes.size + copies.length > lanesKnownMax) lanes.clear()
      for (const [nth, copy] of copies.entries()) {
        lanes.set(`${matcher} ${copyKey(copy)}`, `${matcher} ${told[nth]}`)
      }
    },
  }
}

type Cost = readonly number[]

/** The first in which they differ decides. */
function isLess(one: Cost, other: Cost): boolean {
  const at = one.findIndex((it, nth) => it !== other[nth])
  return at >= 0 && one[at]! < other[at]!
}

function sizeOf({ first, last }: Partition): number {
  return last - first + 1
}

function again(before: Silence | undefined, nowMs: number): Silence {
  const times = (before?.times ?? 0) + 1
  const waitMs = Math.min(avoidFirstMs * 2 ** (times - 1), avoidMsMax)
  return { times, avoidUntilMs: nowMs + waitMs }
}
