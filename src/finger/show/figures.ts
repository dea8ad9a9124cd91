// Figures — what can be counted at each step of an extraction, under codes that others put in words.

import type { Binary } from '../extract/binarize.ts'
import type { Mask } from '../extract/mask.ts'
import type { FoundMinutia } from '../extract/minutiae.ts'
import type { Flow } from '../extract/ridge-flow.ts'
import type { Period } from '../extract/ridge-period.ts'
import type { Scaled } from '../extract/scale.ts'
import * as parameters from '../parameters.ts'
import { writeTemplate } from '../template/bytes.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import type { Ground } from './paint.ts'

export type FigureCode =
  | 'widthPx'
  | 'heightPx'
  | 'skinMm2'
  | 'coherenceMean'
  | 'periodMeanPx'
  | 'periodLeastPx'
  | 'periodMostPx'
  | 'reliabilityMean'
  | 'ridgePixels'
  | 'endings'
  | 'forks'
  | 'minutiae'
  | 'qualityMean'
  | 'templateBytes'

export interface Figure {
  readonly code: FigureCode
  readonly value: number
}

export function figuresOfScaled({ width, height }: Scaled): Figure[] {
  return [
    { code: 'widthPx', value: width },
    { code: 'heightPx', value: height },
  ]
}

export function figuresOfMask({ to500 }: Scaled, { inside }: Mask): Figure[] {
  const blockMm = (parameters.block * to500 * parameters.mmPerInch) / parameters.dpi
  const blocks = inside.reduce((sum, it) => sum + it, 0)
  return [{ code: 'skinMm2', value: blocks * blockMm ** 2 }]
}

export function figuresOfFlow(ground: Ground, { cos2, sin2 }: Flow): Figure[] {
  const coherence = cos2.map((cos, i) => Math.hypot(cos, sin2[i]!))
  return [{ code: 'coherenceMean', value: meanOf(onSkin(ground, coherence)) }]
}

/** Px from ridge to ridge on the 500 dpi scale; least and most as they are in the picture. */
export function periodFigures(ground: Ground, { px }: Period) {
  const seen = onSkin(ground, px)
  const least = seen.reduce((low, it) => Math.min(low, it), seen[0] ?? 0)
  const most = seen.reduce((high, it) => Math.max(high, it), least)
  const { to500 } = ground.scaled
  const figures: Figure[] = [
    { code: 'periodMeanPx', value: meanOf(seen) * to500 },
    { code: 'periodLeastPx', value: least * to500 },
    { code: 'periodMostPx', value: most * to500 },
  ]
  return { least, most, figures }
}

export function figuresOfReliability(ground: Ground, share: Float32Array): Figure[] {
  return [{ code: 'reliabilityMean', value: meanOf(onSkin(ground, share)) }]
}

export function figuresOfLines({ pixels }: Binary): Figure[] {
  return [{ code: 'ridgePixels', value: pixels.reduce((sum, it) => sum + it, 0) }]
}

export function figuresOfFound(found: readonly FoundMinutia[]): Figure[] {
  const forks = found.filter((it) => it.kind === 'bifurcation').length
  return [
    { code: 'endings', value: found.length - forks },
    { code: 'forks', value: forks },
  ]
}

export function figuresOfTemplate(template: FingerTemplate): Figure[] {
  const qualities = template.minutiae.map((it) => it.quality)
  return [
    { code: 'minutiae', value: qualities.length },
    { code: 'qualityMean', value: meanOf(qualities) },
    { code: 'templateBytes', value: writeTemplate(template).length },
  ]
}

/** The values of the blocks that show skin; of all where nothing is known of the skin yet. */
function onSkin({ mask }: Ground, values: Float32Array): Float32Array {
  return mask === undefined ? values : values.filter((_, i) => mask.inside[i] === 1)
}

function meanOf(values: Float32Array | readonly number[]): number {
  let sum = 0
  for (const it of values) sum += it
  return sum / Math.max(1, values.length)
}
