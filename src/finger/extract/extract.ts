// Extract — from the picture of a finger to its template, each step a file of its own.

import type { GrayImage } from '#formats/gray-image'
import type { Kernels } from '../kernels/kernels.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import type { Trace } from '../trace.ts'
import { binarize } from './binarize.ts'
import { clean } from './clean.ts'
import { enhance, reliability } from './enhance.ts'
import { segment, trim } from './mask.ts'
import { minutiaeOf } from './minutiae.ts'
import { normalize } from './normalize.ts'
import { quarters } from './quarters.ts'
import { ridgeFlow } from './ridge-flow.ts'
import { ridgeFlowAgain } from './ridge-flow-again.ts'
import { ridgePeriod } from './ridge-period.ts'
import { scaleTo500Dpi } from './scale.ts'
import { thin } from './thin.ts'
import { toTemplate } from './to-template.ts'

export function extract(image: GrayImage, kernels: Kernels, trace: Trace): FingerTemplate {
  const scaled = trace('scale', scaleTo500Dpi(image))
  const normalized = trace('normalize', normalize(scaled, kernels))
  const { plane } = normalized
  const skin = trace('mask', segment(normalized, kernels))
  const four = trace('quarters', quarters(plane, kernels))
  const coarseFlow = trace('ridge-flow', ridgeFlow(normalized, plane, kernels))
  const period = trace('ridge-period', ridgePeriod(plane, coarseFlow, skin, kernels))
  const flow = trace('ridge-flow-again', ridgeFlowAgain(four, coarseFlow, period, skin, kernels))
  const enhanced = trace('enhance', enhance(four, flow, period, skin, kernels))
  const explained = trace('reliability', reliability(plane, enhanced, skin, kernels))
  const mask = trace('mask-trimmed', trim(skin, explained, kernels))
  const skeleton = trace(
    'thin',
    thin(trace('binarize', binarize(enhanced, mask, kernels)), kernels),
  )
  const cleaned = trace('clean', clean(skeleton, flow))
  const found = trace('minutiae', minutiaeOf(cleaned, flow, explained, mask))
  return trace('template', toTemplate(found, flow, mask, scaled))
}
