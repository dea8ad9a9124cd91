// Keeping — which cases need no personal data any more, and which are given up on.
//
// Whoever holds a card stays in the kecamatan's database with form and templates; the papers that
// led there go. Where no card came of it, everything goes that says who it was.

import type { WaitingAt } from '#enrollment/stage'
import { never } from '#kit/assert'

export const dayMs = 24 * 3_600_000

/**
 * `carded`: the card is out. `ended`: over without a card. `abandoned`: nobody came again for so
 * long, and nothing has left the office yet. `live`: others are at work, so everything stays.
 */
export type Fate = 'carded' | 'ended' | 'abandoned' | 'live'

/** What becomes of a case that has waited there for all the days that are kept. */
export function fateOf(at: WaitingAt): Fate {
  switch (at) {
    case 'done':
      return 'carded'
    case 'closed':
    case 'failed':
      return 'ended'
    case 'form':
    case 'village':
    case 'queue':
    case 'called':
    case 'capture':
    case 'attestation':
      return 'abandoned'
    case 'register':
    case 'outbox':
    case 'center':
    case 'adjudication':
    case 'printing':
    case 'printer':
    case 'handover':
      return 'live'
    default:
      return never(at)
  }
}
