// Quality — whether a picture of a finger is good enough to be kept, and if not, why.

import * as parameters from '../parameters.ts'
import type { Measures } from './measures.ts'

/** What is wrong with a picture, for the operator and the resident to mend. */
export type FingerProblem =
  | 'not-a-finger'
  | 'too-small'
  | 'too-dry'
  | 'too-wet'
  | 'uneven'
  | 'moved'
  | 'too-few-minutiae'

export interface FingerQuality {
  /** 0 … 100: how well this picture will be found again; 100 is the best that a sensor gives. */
  readonly score: number
  /** What to mend first stands first; below `qualityAccepted` there is always one. */
  readonly problems: readonly FingerProblem[]
}

/** The capture stage keeps a picture of at least this score without asking for another. */
export const qualityAccepted = parameters.quality.accepted

export const notAFinger: FingerQuality = { score: 0, problems: ['not-a-finger'] }

export function qualityOf(measures: Measures): FingerQuality {
  if (!isFinger(measures)) return notAFinger
  const shares = sharesOf(measures)
  const product = Object.values(shares).reduce((it, share) => it * share, 1)
  const score = Math.round(100 * product ** (1 / Object.keys(shares).length))
  const problems = problemsOf(measures)
  if (score >= qualityAccepted || problems.length > 0) return { score, problems }
  return { score, problems: [weakestOf(shares)] }
}

/** What of the best pictures' measures this one has, 0 … 1, each under the problem of lacking it. */
type Shares = Readonly<Record<'too-few-minutiae' | 'too-small' | 'moved' | 'uneven', number>>

function sharesOf({ trusted, skinMm2, clarity, unevenness }: Measures): Shares {
  const { trustedFull, skinFullMm2, clarityFull, unevennessBest, unevennessNone } =
    parameters.quality
  const share = (value: number) => Math.min(1, Math.max(0, value))
  return {
    'too-few-minutiae': share(trusted / trustedFull),
    'too-small': share(skinMm2 / skinFullMm2),
    moved: share(clarity / clarityFull),
    uneven: share((unevennessNone - unevenness) / (unevennessNone - unevennessBest)),
  }
}

function weakestOf(shares: Shares): FingerProblem {
  const named = Object.entries(shares) as [keyof Shares, number][]
  return named.reduce((least, it) => (it[1] < least[1] ? it : least))[0]
}

/** Ridges are clear, run together, and nowhere on a fingertip so large do all run one way. */
function isFinger({ skinMm2, clarity, coherence, bend }: Measures): boolean {
  const { clarityMin, coherenceMin, skinMinMm2, bendMin } = parameters.quality
  if (skinMm2 === 0 || clarity < clarityMin || coherence < coherenceMin) return false
  return bend >= bendMin || skinMm2 < skinMinMm2
}

function problemsOf(measures: Measures): FingerProblem[] {
  const { skinMinMm2, ridgeShareDry, ridgeShareWet, unevennessMax, clarityMoved, trustedMin } =
    parameters.quality
  const problems: FingerProblem[] = []
  if (measures.skinMm2 < skinMinMm2) problems.push('too-small')
  if (measures.ridgeShare < ridgeShareDry) problems.push('too-dry')
  if (measures.ridgeShare > ridgeShareWet) problems.push('too-wet')
  if (measures.unevenness > unevennessMax) problems.push('uneven')
  if (measures.clarity < clarityMoved && problems.length === 0) problems.push('moved')
  if (measures.trusted < trustedMin) problems.push('too-few-minutiae')
  return problems
}
