// Tally — what is kept of the strangers that probes were compared with: little, however many they are.

import type { Compared, Lineup, Scored } from './comparing.ts'

/** Plain numbers, as threads and files take them; the same in whatever order strangers came. */
export interface Tally {
  readonly people: number
  /** A probe: how many come before its mate. */
  readonly ahead: readonly number[]
  /** A probe: the best score; `noScore` where it was compared with nobody. */
  readonly best: readonly number[]
  /** Pairs of single prints by score, in bins of `binPoints` from `binsFrom` on. */
  readonly pairs: readonly number[]
}

/** Below any score. */
export const noScore = -1_000
const binsFrom = -12
const binPoints = 0.02
const binCount = 2_500

/** Scores that are no numbers are not of strangers, and left out. */
export function tallyOf(
  { probes }: Lineup,
  strangers: Iterable<readonly [Scored['caseId'], Compared]>,
): Tally {
  const ahead = probes.map(() => 0)
  const best = probes.map(() => noScore)
  const bins = new Array<number>(binCount).fill(0)
  let people = 0
  for (const [caseId, { scores, pairs }] of strangers) {
    people++
    for (const [k, { mate }] of probes.entries()) {
      const score = scores[k]!
      if (Number.isNaN(score)) continue
      best[k] = Math.max(best[k]!, score)
      if (mate !== undefined && isAhead({ caseId, score }, mate)) ahead[k]!++
    }
    for (const score of pairs) if (!Number.isNaN(score)) bins[binOf(score)]!++
  }
  return { people, ahead, best, pairs: bins }
}

/** Equal scores are in the order of their cases, as the gallery has them. */
function isAhead(stranger: Scored, mate: Scored): boolean {
  if (stranger.score !== mate.score) return stranger.score > mate.score
  return stranger.caseId < mate.caseId
}

function binOf(score: number): number {
  return Math.max(0, Math.min(binCount - 1, Math.floor((score - binsFrom) / binPoints)))
}

export function sumOf(a: Tally, b: Tally): Tally {
  return {
    people: a.people + b.people,
    ahead: a.ahead.map((it, k) => it + b.ahead[k]!),
    best: a.best.map((it, k) => Math.max(it, b.best[k]!)),
    pairs: a.pairs.map((it, k) => it + b.pairs[k]!),
  }
}

/** The score that so large a share of the pairs stays below; undefined where they are too few to say. */
export function pairQuantile({ pairs }: Tally, share: number): number | undefined {
  const above = pairs.reduce((sum, it) => sum + it, 0) * (1 - share)
  if (above < 1) return undefined
  let left = above
  let bin = binCount
  while (left >= 0 && bin > 0) left -= pairs[--bin]!
  return binsFrom + binPoints * bin
}
