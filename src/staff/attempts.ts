// Attempts — how often something may be tried within a window of time; bounded memory, no disk.

import type { Clock } from '#kit/clock'

export interface AttemptLimit {
  /**
   * Counts an attempt before its outcome is known, so that many at once are counted too. Answers 0
   * where it may go on, else the milliseconds to wait.
   */
  begin(key: string): number
  /** Takes back one attempt, which went well. */
  takeBack(key: string): void
  /** Forgets the attempts of a key. */
  forgive(key: string): void
  /** How many keys are remembered. */
  size(): number
}

export interface AttemptLimitOptions {
  readonly clock: Clock
  readonly attemptsMax: number
  readonly windowMs: number
  readonly keysMax: number
}

interface Tally {
  count: number
  readonly endsAt: number
}

/** A limit whose window opens with the first attempt of a key. */
export function attemptLimit(options: AttemptLimitOptions): AttemptLimit {
  const { clock, attemptsMax, windowMs, keysMax } = options
  // In the order of their windows, for a window opens when its tally is put in.
  const tallies = new Map<string, Tally>()

  const makeRoom = (now: number) => {
    for (const [key, tally] of tallies) {
      if (tally.endsAt > now && tallies.size < keysMax) return
      tallies.delete(key)
    }
  }
  const open = (key: string, now: number): Tally => {
    tallies.delete(key)
    makeRoom(now)
    const tally = { count: 0, endsAt: now + windowMs }
    tallies.set(key, tally)
    return tally
  }

  return {
    begin(key) {
      const now = clock()
      const found = tallies.get(key)
      const tally = found !== undefined && found.endsAt > now ? found : open(key, now)
      if (tally.count >= attemptsMax) return tally.endsAt - now
      tally.count++
      return 0
    },
    takeBack(key) {
      const tally = tallies.get(key)
      if (tally !== undefined && tally.count > 0) tally.count--
    },
    forgive: (key) => void tallies.delete(key),
    size: () => tallies.size,
  }
}

/**
 * An address as attempts are counted by it: of an IPv6 address the first 64 bits, because whoever
 * has one address has the 2^64 beside it.
 */
export function addressKeyOf(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return groups.slice(0, 4).join(':')
}
