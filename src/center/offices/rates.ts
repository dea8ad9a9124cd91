// Rates — how much one office may ask and carry: a store of each that fills up again by itself.
//
// They are kept in memory, by each process for itself: a restart forgives, and nothing is written
// for a question that is refused.

import type { Clock } from '#kit/clock'
import { fail, ok, type Result } from '#kit/result'
import {
  officeBytesMax,
  officeBytesPerSecond,
  officeRequestsMax,
  officeRequestsPerSecond,
} from '../limits.ts'

export type RateIssue = {
  readonly code: 'office.too-many-requests' | 'office.too-many-bytes'
  readonly retryAfterMs: number
}

export interface Rates {
  /** One more request of the office. */
  ask(officeId: string): Result<undefined, RateIssue>
  /** Whether the office may carry anything now. */
  mayCarry(officeId: string): Result<undefined, RateIssue>
  /** So much came; a packet larger than what was left is owed, and waited for later. */
  carried(officeId: string, byteCount: number): void
}

interface Store {
  left: number
  atMs: number
}

export function createRates(clock: Clock): Rates {
  const requests = new Map<string, Store>()
  const bytes = new Map<string, Store>()
  const requestsNow = (officeId: string) =>
    filled(requests, officeId, officeRequestsMax, officeRequestsPerSecond, clock())
  const bytesNow = (officeId: string) =>
    filled(bytes, officeId, officeBytesMax, officeBytesPerSecond, clock())
  return {
    ask(officeId) {
      const store = requestsNow(officeId)
      if (store.left < 1) {
        const retryAfterMs = untilOne(store.left, officeRequestsPerSecond)
        return fail({ code: 'office.too-many-requests', retryAfterMs })
      }
      store.left--
      return ok(undefined)
    },
    mayCarry(officeId) {
      const { left } = bytesNow(officeId)
      if (left >= 1) return ok(undefined)
      const retryAfterMs = untilOne(left, officeBytesPerSecond)
      return fail({ code: 'office.too-many-bytes', retryAfterMs })
    },
    carried(officeId, byteCount) {
      bytesNow(officeId).left -= byteCount
    },
  }
}

/** The store as it stands now; only enrolled offices have one, so there are at most `officesMax`. */
function filled(
  stores: Map<string, Store>,
  officeId: string,
  max: number,
  perSecond: number,
  nowMs: number,
): Store {
  const store = stores.get(officeId) ?? { left: max, atMs: nowMs }
  stores.set(officeId, store)
  const passedMs = Math.max(0, nowMs - store.atMs)
  store.left = Math.min(max, store.left + (passedMs * perSecond) / 1_000)
  store.atMs = nowMs
  return store
}

function untilOne(left: number, perSecond: number): number {
  return Math.ceil(((1 - left) * 1_000) / perSecond)
}
