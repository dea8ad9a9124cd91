// Slots — so many at once and no more; whoever comes later waits in the order of coming.

export type Slots = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Runs what it is given, at most `count` at a time. */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = []
  let free = count
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The place goes to whoever waits longest, so nobody overtakes.
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
