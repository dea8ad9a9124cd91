// Examine finger — the engine's door at capture: a picture's template and its quality, in one pass.

import type { GrayImage } from '#formats/gray-image'
import { present } from '#kit/assert'
import type { Result } from '#kit/result'
import type { Mask } from './extract/mask.ts'
import type { Normalized } from './extract/normalize.ts'
import type { Flow } from './extract/ridge-flow.ts'
import type { Scaled } from './extract/scale.ts'
import { type ExtractIssue, extractTemplate } from './extract-template.ts'
import { measure } from './quality/measures.ts'
import { type FingerQuality, notAFinger, qualityOf } from './quality/quality.ts'
import type { FingerTemplate } from './template/finger-template.ts'
import { silent, type Trace } from './trace.ts'

export interface ExaminedFinger {
  readonly template: Result<FingerTemplate, ExtractIssue>
  readonly quality: FingerQuality
}

/** Where nothing can be extracted, the quality is 0 and the picture no finger's. */
export function examineFinger(image: GrayImage, trace: Trace = silent): ExaminedFinger {
  const steps = new Map<string, unknown>()
  const look: Trace = (step, value) => {
    steps.set(step, value)
    return trace(step, value)
  }
  const template = extractTemplate(image, look)
  if (!template.ok) return { template, quality: notAFinger }
  const seen = <Value>(step: string) =>
    present(steps.get(step), 'the extraction goes through this step') as Value
  const measures = measure({
    template: template.value,
    to500: seen<Scaled>('scale').to500,
    plane: seen<Normalized>('normalize').plane,
    flow: seen<Flow>('ridge-flow-again'),
    reliability: seen<Float32Array>('reliability'),
    mask: seen<Mask>('mask-trimmed'),
  })
  return { template, quality: qualityOf(measures) }
}
