// Measures — what can be counted on a picture of a finger, each in its own unit.

import type { GrayImage } from '#formats/gray-image'
import { normalize } from '../extract/normalize.ts'
import { scaleTo500Dpi } from '../extract/scale.ts'
import { kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { originOf } from '../plane.ts'
import { type FingerTemplate, flowBlockPx, outside } from '../template/finger-template.ts'

export interface Measures {
  /** Sum of the minutiae's qualities, each 0 … 1. */
  readonly trusted: number
  /** Skin that shows ridges. */
  readonly skinMm2: number
  /** Mean quality of the minutiae, 0 … 1. */
  readonly clarity: number
  /** The share of the skin that is ridge: low where it is dry, high where it is wet. */
  readonly ridgeShare: number
}

export function measure(image: GrayImage, template: FingerTemplate): Measures {
  const trusted = template.minutiae.reduce((sum, it) => sum + it.quality / 100, 0)
  const blockMm = (flowBlockPx / parameters.dpi) * parameters.mmPerInch
  const blocks = template.flow?.directions.reduce((n, it) => n + (it === outside ? 0 : 1), 0) ?? 0
  return {
    trusted,
    skinMm2: blocks * blockMm ** 2,
    clarity: trusted / Math.max(1, template.minutiae.length),
    ridgeShare: ridgeShareOf(image, template),
  }
}

/** Pixels darker than their neighborhood's mean, among those on the skin. */
function ridgeShareOf(image: GrayImage, { flow }: FingerTemplate): number {
  if (flow === undefined) return 0.5
  const scaled = scaleTo500Dpi(image)
  const { plane } = normalize(scaled, kernels())
  let ridge = 0
  let skin = 1
  for (let y = 0; y < plane.height; y++) {
    const row = Math.min(flow.rows - 1, Math.floor((y * scaled.to500) / flowBlockPx))
    const line = originOf(plane) + y * plane.stride
    for (let x = 0; x < plane.width; x++) {
      const column = Math.min(flow.columns - 1, Math.floor((x * scaled.to500) / flowBlockPx))
      if (flow.directions[row * flow.columns + column] === outside) continue
      skin++
      if (plane.data[line + x]! > 0) ridge++
    }
  }
  return ridge / skin
}
