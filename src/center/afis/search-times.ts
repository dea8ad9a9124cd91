// Search times — how many searches there were, how long they took, and how many the last minute had.

/** Seconds; how many searches took no longer is told of each. */
export const searchSecondsBounds = [
  ...[0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5],
  ...[1, 2.5, 5, 10, 30, 60],
] as const

export interface SearchTimes {
  readonly count: number
  readonly secondsSum: number
  /** Of each bound, in their order, how many took no longer. */
  readonly within: readonly number[]
  readonly lastMinute: number
  /** Of the latest searches; null while there was none. */
  readonly medianMs: number | null
  readonly slowestMs: number | null
}

export interface SearchWatch {
  took(ms: number): void
  readonly times: SearchTimes
}

const latestMax = 64
const minuteSeconds = 60

export const noSearches: SearchTimes = {
  ...{ count: 0, secondsSum: 0, within: searchSecondsBounds.map(() => 0) },
  ...{ lastMinute: 0, medianMs: null, slowestMs: null },
}

/** `nowMs`: milliseconds that only go forward. */
export function createSearchWatch(nowMs: () => number): SearchWatch {
  const within = searchSecondsBounds.map(() => 0)
  /** How many ended within which second, in turn. */
  const seconds = Array.from({ length: minuteSeconds }, () => ({
    second: -minuteSeconds,
    count: 0,
  }))
  const latest: number[] = []
  let count = 0
  let secondsSum = 0
  const secondNow = () => Math.floor(nowMs() / 1_000)

  return {
    took(ms) {
      count++
      secondsSum += ms / 1_000
      for (const [i, bound] of searchSecondsBounds.entries()) {
        if (ms / 1_000 <= bound) within[i] = within[i]! + 1
      }
      latest.push(ms)
      if (latest.length > latestMax) latest.shift()
      const second = secondNow()
      const before = seconds[second % minuteSeconds]!
      const sofar = before.second === second ? before.count : 0
      seconds[second % minuteSeconds] = { second, count: sofar + 1 }
    },
    get times() {
      const from = secondNow() - minuteSeconds
      const sorted = latest.toSorted((a, b) => a - b)
      return {
        ...{ count, secondsSum, within: [...within] },
        lastMinute: seconds.reduce((sum, it) => sum + (it.second > from ? it.count : 0), 0),
        medianMs: sorted[sorted.length >> 1] ?? null,
        slowestMs: sorted.at(-1) ?? null,
      }
    },
  }
}
