// Score — the evidence weighed into one number: how much likelier it is for one finger than for two.

import * as parameters from '../parameters.ts'
import type { Evidence } from './evidence.ts'

/** What two prints without a single pair score, and a print from which nothing could be read. */
export const scoreLowest = parameters.score.lowest

/** A natural log-likelihood ratio: 0 says nothing, each 2.3 more is ten times likelier. */
export function scoreOf(evidence: Evidence): number {
  const { pairs, alike, exact, expected, strength, overlap, flow } = evidence
  const { weights, expectedMin, lowest } = parameters.score
  const score =
    weights.bias +
    weights.alike * Math.sqrt(alike) +
    weights.exact * Math.sqrt(exact) +
    weights.share * (pairs / Math.max(expectedMin, expected)) +
    weights.strength * strength +
    weights.overlap * Math.sqrt(overlap) +
    weights.flow * flow +
    weights.pairs * Math.log(1 + pairs) +
    weights.expected * Math.log(1 + expected)
  return Math.max(lowest, score)
}
