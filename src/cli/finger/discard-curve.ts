// Discard curve — how many genuine pairs are still missed when the worst pictures are thrown away.
//
// One threshold serves all sets and every step: the lowest at which at most one in a thousand of
// all impostor pairs passes. By quality the worst x % of the pictures of all sets together are
// thrown away, and with a picture every pair it is in. What is told is the share of the genuine
// pairs missed at first that is still there and missed, and the rate of misses among the pairs
// that are left, which chance alone would not change.

import { figuresOf } from './figures.ts'

export const discardedShares = [0, 0.01, 0.02, 0.05, 0.1, 0.2] as const

/** A genuine pair, by the numbers of its pictures over all folders. */
export interface GenuinePair {
  readonly set: string
  readonly a: number
  readonly b: number
  readonly score: number
}

export interface Compared {
  /** Of every picture of all folders. */
  readonly qualities: readonly number[]
  readonly genuine: readonly GenuinePair[]
  readonly impostor: readonly number[]
}

/** For each of the discarded shares: how many pairs are missed, and of how many. */
export interface DiscardCurve {
  readonly set: string
  readonly missed: readonly number[]
  readonly pairs: readonly number[]
}

export interface Discard {
  readonly pictures: number
  readonly threshold: number
  readonly sets: readonly DiscardCurve[]
  readonly pooled: DiscardCurve
}

export function discardOf({ qualities, genuine, impostor }: Compared): Discard {
  const scores = genuine.map((it) => it.score)
  const threshold = figuresOf({ genuine: scores, impostor }).thresholdFmr1000
  const worstFirst = qualities.map((_, i) => i)
  worstFirst.sort((a, b) => qualities[a]! - qualities[b]! || a - b)
  const curveOf = (set: string, pairs: readonly GenuinePair[]): DiscardCurve => {
    const left = discardedShares.map((share) => {
      const gone = new Set(worstFirst.slice(0, Math.round(share * qualities.length)))
      return pairs.filter((it) => !gone.has(it.a) && !gone.has(it.b))
    })
    const missed = left.map((it) => it.filter(({ score }) => score < threshold).length)
    return { set, missed, pairs: left.map((it) => it.length) }
  }
  const sets = [...new Set(genuine.map((it) => it.set))]
  return {
    pictures: qualities.length,
    threshold,
    sets: sets.map((set) =>
      curveOf(
        set,
        genuine.filter((it) => it.set === set),
      ),
    ),
    pooled: curveOf('pooled', genuine),
  }
}

/** 0 … 1: of the pairs missed at first those still missed; where none was, none is left. */
export function shareLeft({ missed }: DiscardCurve): number[] {
  return missed.map((it) => it / Math.max(1, missed[0]!))
}
