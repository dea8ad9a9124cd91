// Rush — how much comes over the lines just now: a store that fills with each byte and empties by
// itself. While it is full, work that can wait gives way, so that offices get their answer first.

import { setTimeout as delay } from 'node:timers/promises'
import { giveWayMsMax, rushBytes, rushBytesMax, rushBytesPerSecond, rushLookMs } from '../limits.ts'

export interface Rush {
  /** So many bytes came. */
  carried(byteCount: number): void
  /** Waits until it is over, but for a moment at most. */
  over(): Promise<void>
}

/** `nowMs` runs on steadily, whatever the clock on the wall is set to. */
export function createRush(
  nowMs: () => number = () => performance.now(),
  wait: (ms: number) => Promise<unknown> = (ms) => delay(ms),
): Rush {
  let bytes = 0
  let atMs = nowMs()
  const bytesNow = () => {
    const passedMs = nowMs() - atMs
    atMs += passedMs
    bytes = Math.max(0, bytes - (passedMs * rushBytesPerSecond) / 1_000)
    return bytes
  }
  return {
    carried(byteCount) {
      bytes = Math.min(bytesNow() + byteCount, rushBytesMax)
    },
    async over() {
      const untilMs = nowMs() + giveWayMsMax
      while (bytesNow() > rushBytes && nowMs() < untilMs) await wait(rushLookMs)
    },
  }
}
