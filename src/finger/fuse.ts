// Fuse — the scores of several fingers of one pair of people become one.

import * as parameters from './parameters.ts'

/**
 * The sum of the fingers' scores, which are log-likelihood ratios. Missing fingers are left out
 * by the caller. A single finger counts at most `fingerMax`: one perfect pair must not speak for
 * nine that contradict it. No finger at all gives 0: nothing is known either way.
 */
export function fuseFingers(scores: readonly number[]): number {
  const { fingerMin, fingerMax } = parameters.fuse
  return scores.reduce((sum, it) => sum + Math.max(fingerMin, Math.min(fingerMax, it)), 0)
}
