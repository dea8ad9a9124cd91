// Quality — whether a picture of a finger is good enough to be kept, and if not, why.

import type { GrayImage } from '#formats/gray-image'
import * as parameters from '../parameters.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { type Measures, measure } from './measures.ts'

/** What is wrong with a picture, for the operator and the resident to mend. */
export type FingerProblem =
  | 'not-a-finger'
  | 'too-small'
  | 'too-dry'
  | 'too-wet'
  | 'moved'
  | 'too-few-minutiae'

export interface FingerQuality {
  /** 0 … 100: how well this picture will be found again; 100 is the best that a sensor gives. */
  readonly score: number
  readonly problems: readonly FingerProblem[]
}

/** The capture stage keeps a picture of at least this score without asking for another. */
export const qualityAccepted = parameters.quality.accepted

/** `template` is what was extracted from the same picture; undefined where extraction failed. */
export function assessQuality(
  image: GrayImage,
  template: FingerTemplate | undefined,
): FingerQuality {
  const measures = template === undefined ? undefined : measure(image, template)
  if (measures === undefined) return { score: 0, problems: ['not-a-finger'] }
  return { score: scoreOf(measures), problems: problemsOf(measures) }
}

/** Grows with the number of minutiae that can be trusted and with the skin that shows ridges. */
function scoreOf({ trusted, skinMm2, clarity }: Measures): number {
  const { trustedFull, skinFullMm2, clarityFull } = parameters.quality
  const share = (value: number, full: number) => Math.min(1, Math.max(0, value / full))
  const minutiae = share(trusted, trustedFull)
  const skin = share(skinMm2, skinFullMm2)
  return Math.round(100 * (minutiae * skin * share(clarity, clarityFull)) ** (1 / 3))
}

function problemsOf(measures: Measures): FingerProblem[] {
  const { skinMinMm2, clarityMin, ridgeShareDry, ridgeShareWet, trustedMin, clarityMoved } =
    parameters.quality
  if (measures.skinMm2 === 0 || measures.clarity < clarityMin) return ['not-a-finger']
  const problems: FingerProblem[] = []
  if (measures.skinMm2 < skinMinMm2) problems.push('too-small')
  if (measures.ridgeShare < ridgeShareDry) problems.push('too-dry')
  if (measures.ridgeShare > ridgeShareWet) problems.push('too-wet')
  if (measures.clarity < clarityMoved && problems.length === 0) problems.push('moved')
  if (measures.trusted < trustedMin) problems.push('too-few-minutiae')
  return problems
}
