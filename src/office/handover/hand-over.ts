// Hand over — the receiver's live finger against the one that was recorded: one to one.
//
// Nobody collects a card for another (Permendagri 8/2016, article 5): without a match it stays.

import type { FingerPosition } from '#enrollment/fingers'
import type { FingerTemplate } from '#finger'
import { matchTemplates, thresholds } from '#finger'

/** Tries that may fail on one day before the card stays for the day. */
export const refusedTriesMax = 6

export interface Compared {
  readonly outcome: 'issued' | 'refused'
  readonly score: number
}

/** One impostor in 10,000 would pass at this threshold (ADR 7). */
export function decideHandover(recorded: FingerTemplate, live: FingerTemplate): Compared {
  const score = matchTemplates(live, recorded)
  return { outcome: score >= thresholds.fingerFmr10000 ? 'issued' : 'refused', score }
}

/** Index fingers are read best, then thumbs; the little fingers come last. */
const readBest: readonly FingerPosition[] = [2, 7, 1, 6, 3, 8, 4, 9, 5, 10]

export function bestFirst(positions: readonly FingerPosition[]): FingerPosition[] {
  return readBest.filter((it) => positions.includes(it))
}
