// Match — how much two prints speak for being of one finger, each step a file of its own.

import type { Aligned, MatchKernels } from '../kernels/match-contract.ts'
import * as parameters from '../parameters.ts'
import type { Trace } from '../trace.ts'
import { evidenceOf } from './evidence.ts'
import type { Probe } from './prepare.ts'
import { scoreLowest, scoreOf } from './score.ts'

export interface Match {
  readonly score: number
  /** Which records are one minutia; undefined where nothing coincides. */
  readonly aligned: Aligned | undefined
}

const nothing: Match = { score: scoreLowest, aligned: undefined }

/** Likeness, candidates and relaxation are the kernels'; few prints of two fingers come further. */
export function match(a: Probe, b: Probe, kernels: MatchKernels, trace: Trace): Match {
  const found = kernels.likePairs(a.records, b.records)
  if (found.strongest < parameters.relax.strongestLeast) return nothing
  trace('relax', found)
  const aligned = trace('align', kernels.align(a.records, b.records, found))
  if (aligned.pairs.length === 0) return nothing
  const evidence = trace('evidence', evidenceOf(a, b, found.strongest, aligned))
  return { score: trace('score', scoreOf(evidence)), aligned }
}
