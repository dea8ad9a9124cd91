// Best — who is among the best of many by a whole-number score, ties at the edge kept.
//
// Keeping ties makes the answer independent of the order in which the scores come: of how the
// gallery is dealt out to threads or machines.

/** One visit that a look found. */
export interface Hit {
  /** Where its shard has it; means something there alone. */
  readonly at: number
  readonly seq: number
  readonly score: number
  /** Number of the labeling that explains it best. */
  readonly hypothesis: number
}

export interface Best<It extends Hit = Hit> {
  /** The score of the last of the wanted; 1 until there are enough. */
  readonly least: number
  add(hit: It): void
  /** The wanted, and whoever scores as much as the last of them; best first, then by number. */
  take(): It[]
}

/** Scores that have a count from the beginning: rarely does anybody score more. */
const scoresUsual = 1_024

export function createBest<It extends Hit = Hit>(wanted: number): Best<It> {
  let counts = new Uint32Array(scoresUsual)
  let hits: It[] = []
  let kept = 0
  let least = 1
  const prune = () => {
    hits = hits.filter((it) => it.score >= least)
  }
  return {
    get least() {
      return least
    },
    add(hit) {
      if (hit.score < least) return
      hits.push(hit)
      if (hit.score >= counts.length) counts = longer(counts, hit.score + 1)
      counts[hit.score]!++
      kept++
      while (kept - counts[least]! >= wanted) kept -= counts[least++]!
      // Dropped only now and then: each costs one look at all that lie here.
      if (hits.length > 2 * kept + wanted) prune()
    },
    take() {
      prune()
      return hits.toSorted((a, b) => b.score - a.score || a.seq - b.seq)
    },
  }
}

/** At least twice as long, so that it is seldom done. */
function longer(counts: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(Math.max(least, 2 * counts.length))
  longer.set(counts)
  return longer
}

/** Whoever scores so much is in a list of the best of which so many were wanted. */
export function floorOf(hits: readonly Pick<Hit, 'score'>[], wanted: number): number {
  return hits.length < wanted ? 1 : hits.at(-1)!.score
}

/** The best of several lists together. */
export function bestOf<It extends Hit>(lists: readonly (readonly It[])[], wanted: number): It[] {
  const best = createBest<It>(wanted)
  for (const list of lists) for (const hit of list) best.add(hit)
  return best.take()
}

/** How many of the wanted a part of the gallery tells of that has such a share of it. */
export type KeepOf = (wanted: number, share: number) => number

/**
 * Who is in which part is by chance, so about that share of the wanted is to be expected of it. Six
 * deviations more: one search in millions asks again.
 */
export const usualKeepOf: KeepOf = (wanted, share) => {
  const expected = wanted * share
  return Math.min(wanted, Math.ceil(expected + 6 * Math.sqrt(expected)) + 32)
}
