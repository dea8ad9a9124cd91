// Score — the evidence weighed into one number: how much likelier it is for one finger than for two.

import * as parameters from '../parameters.ts'
import type { Evidence } from './evidence.ts'

/** What two prints without a single pair score, and a print from which nothing could be read. */
export const scoreLowest = parameters.score.lowest

/** A natural log-likelihood ratio: 0 says nothing, each 2.3 more is ten times likelier. */
export function scoreOf(evidence: Evidence): number {
  const { bias, weights, lowest } = parameters.score
  const score = termsOf(evidence).reduce((sum, it, i) => sum + it * weights[i]!, bias)
  return Math.max(lowest, score)
}

/** What is weighed, in the order of the weights; counts enter by their root, as their noise does. */
export function termsOf(evidence: Evidence): readonly number[] {
  const { crossing, strength, overlap, sameKind, kept, missing, alike } = evidence
  return [
    strength,
    Math.sqrt(overlap),
    Math.sqrt(sameKind),
    Math.sqrt(kept),
    Math.sqrt(missing),
    alike,
    Math.sqrt(crossing),
  ]
}
