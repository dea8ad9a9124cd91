// Match templates — the engine's door for comparisons: two prints in, one score out.

import { matchKernels } from './kernels/match-kernels.ts'
import type { Evidence } from './match/evidence.ts'
import { type Match, match } from './match/match.ts'
import { type Probe, prepare } from './match/prepare.ts'
import { termsOf } from './match/score.ts'
import type { FingerTemplate } from './template/finger-template.ts'
import { silent, type Trace } from './trace.ts'

export type { Probe }

/** A print made ready to be compared with many. */
export function prepareProbe(template: FingerTemplate): Probe {
  return prepare(template, matchKernels())
}

/** How much the two prints speak for one finger: a natural log-likelihood ratio, about. */
export function matchTemplates(a: FingerTemplate, b: FingerTemplate): number {
  return matchProbes(prepareProbe(a), prepareProbe(b))
}

/** For one against many, or many against many: each is prepared once. */
export function matchProbes(a: Probe, b: Probe): number {
  return matchBothWays(a, b, silent).score
}

export interface PairedMinutiae {
  readonly score: number
  /** Indices into the minutiae of a and of b; empty where nothing coincides. */
  readonly pairs: readonly (readonly [a: number, b: number])[]
}

/** What the expert is shown: which minutiae of the one are which of the other. */
export function pairedMinutiae(
  a: FingerTemplate,
  b: FingerTemplate,
  trace: Trace = silent,
): PairedMinutiae {
  const x = prepareProbe(a)
  const y = prepareProbe(b)
  const { score, aligned } = matchBothWays(x, y, trace)
  const triples = aligned?.pairs ?? new Int32Array()
  const pairs = Array.from({ length: triples.length / 3 }, (_, k) => {
    return [x.order[triples[3 * k]!]!, y.order[triples[3 * k + 1]!]!] as const
  })
  return { score, pairs }
}

/** What the score of two prints is weighed from; undefined where nothing coincides. */
export function fingerScoreTerms(a: Probe, b: Probe): readonly number[] | undefined {
  let terms: readonly number[] | undefined
  const look: Trace = (step, value) => {
    if (step === 'evidence') terms = termsOf(value as Evidence)
    return value
  }
  matchBothWays(a, b, look)
  return terms
}

function matchBothWays(a: Probe, b: Probe, trace: Trace): Match {
  return match(a, b, matchKernels(), trace)
}
