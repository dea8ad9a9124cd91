// Match — how much two prints speak for being of one finger, each step a file of its own.

import type { Aligned, MatchKernels } from '../kernels/match-contract.ts'
import * as parameters from '../parameters.ts'
import type { Trace } from '../trace.ts'
import { evidenceOf } from './evidence.ts'
import type { Probe } from './prepare.ts'
import { scoreLowest, scoreOf } from './score.ts'
import { strengthOf } from './strength.ts'

export interface Match {
  readonly score: number
  /** Records of a and of b that are one minutia. */
  readonly pairs: readonly (readonly [a: number, b: number])[]
}

const nothing: Match = { score: scoreLowest, pairs: [] }

/** Likeness, candidates and relaxation are the kernels'; few prints of two fingers come further. */
export function match(a: Probe, b: Probe, kernels: MatchKernels, trace: Trace): Match {
  const found = kernels.likePairs(a.records, b.records)
  const strength = strengthOf(found)
  if (strength < parameters.score.strengthMin) return nothing
  trace('relax', found)
  const aligned = trace('align', kernels.align(a.records, b.records, found))
  if (aligned.pairs.length === 0) return nothing
  const evidence = trace('evidence', evidenceOf(a, b, strength, aligned))
  return { score: trace('score', scoreOf(evidence)), pairs: pairsOf(aligned) }
}

function pairsOf({ pairs }: Aligned): (readonly [number, number])[] {
  return Array.from({ length: pairs.length / 3 }, (_, k) => [pairs[3 * k]!, pairs[3 * k + 1]!])
}
