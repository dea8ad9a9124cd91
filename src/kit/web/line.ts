// Line — can the server be reached just now, and how far off is this machine's clock?
//
// Both are learned from the answers that come in anyway. Office computers lose their date with
// their battery; a counter that runs by the server's clock is right on every one of them.

import type { Clock } from '#kit/clock'

/** The Date header counts whole seconds: a smaller difference is no news. */
const skewIgnoredMs = 2_000

export interface Line {
  reachable(): boolean
  /** An answer came, stamped by the server's clock where it said so. */
  answered(dateHeader: string | null): void
  silent(): void
  subscribe(changed: () => void): () => void
  /** The server's time, as far as it is known. */
  readonly now: Clock
}

export function lineOf(clock: Clock): Line {
  const listeners = new Set<() => void>()
  let reachable = true
  let skewMs = 0
  const become = (next: boolean) => {
    if (next === reachable) return
    reachable = next
    for (const changed of listeners) changed()
  }
  return {
    reachable: () => reachable,
    answered(dateHeader) {
      become(true)
      const stampedMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
      if (Number.isNaN(stampedMs)) return
      const offMs = stampedMs - clock()
      skewMs = Math.abs(offMs) > skewIgnoredMs ? offMs : 0
    },
    silent: () => become(false),
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    now: () => clock() + skewMs,
  }
}
