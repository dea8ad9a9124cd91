// Extract template — the engine's door for pictures: what cannot be a finger is named, not tried.

import { type GrayImage, imageDpiMax, imageDpiMin } from '#formats/gray-image'
import { fail, ok, type Result } from '#kit/result'
import { extract } from './extract/extract.ts'
import { kernels } from './kernels/kernels.ts'
import { scaledSidePxMax, scaledSidePxMin } from './limits.ts'
import * as parameters from './parameters.ts'
import type { FingerTemplate } from './template/finger-template.ts'
import { silent, type Trace } from './trace.ts'

export type ExtractIssue =
  | { readonly code: 'finger.resolution'; readonly dpi: number }
  | { readonly code: 'finger.too-small'; readonly width: number; readonly height: number }
  | { readonly code: 'finger.too-large'; readonly width: number; readonly height: number }
  | { readonly code: 'finger.no-ridges' }

/**
 * The template of one finger's picture. Sizes in the issues are px at 500 dpi; `finger.no-ridges`
 * means that no minutia could be found, so that there would be nothing to compare.
 */
export function extractTemplate(
  image: GrayImage,
  trace: Trace = silent,
): Result<FingerTemplate, ExtractIssue> {
  const { dpi } = image
  if (!(dpi >= imageDpiMin && dpi <= imageDpiMax)) return fail({ code: 'finger.resolution', dpi })
  const width = Math.round((image.width * parameters.dpi) / dpi)
  const height = Math.round((image.height * parameters.dpi) / dpi)
  if (Math.min(width, height) < scaledSidePxMin) {
    return fail({ code: 'finger.too-small', width, height })
  }
  if (Math.max(width, height) > scaledSidePxMax) {
    return fail({ code: 'finger.too-large', width, height })
  }
  const template = extract(image, kernels(), trace)
  return template.minutiae.length === 0 ? fail({ code: 'finger.no-ridges' }) : ok(template)
}
