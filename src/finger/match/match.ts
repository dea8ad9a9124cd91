// Match — how much two prints speak for being of one finger, each step a file of its own.

import type { Kernels } from '../kernels/kernels.ts'
import type { Trace } from '../trace.ts'
import { align, type Pairing } from './align.ts'
import { candidatesOf, likenessOf } from './candidates.ts'
import { evidenceOf } from './evidence.ts'
import type { Probe } from './prepare.ts'
import { relax } from './relax.ts'
import { scoreLowest, scoreOf } from './score.ts'

export interface Match {
  readonly score: number
  readonly pairing: Pairing | undefined
}

export function match(a: Probe, b: Probe, kernels: Kernels, trace: Trace): Match {
  const likeness = trace('likeness', likenessOf(a, b, kernels))
  const candidates = trace('candidates', candidatesOf(a, b, likeness))
  const relaxed = trace('relax', relax(a, b, candidates))
  const pairing = trace('align', align(a, b, relaxed, likeness))
  if (pairing === undefined) return { score: scoreLowest, pairing }
  const evidence = trace('evidence', evidenceOf(a, b, relaxed, pairing))
  return { score: trace('score', scoreOf(evidence)), pairing }
}
