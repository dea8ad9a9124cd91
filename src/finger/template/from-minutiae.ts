// From minutiae — a view of a standard's minutiae record as a template, and a template as such a view.
//
// The record has no ridge flow: what was seen of the skin is then judged by the minutiae alone.

import { dpiOf, type MinutiaeView, type RecordMinutia } from '#formats/iso19794-2'
import { fail, ok, type Result } from '#kit/result'
import { minutiaeMax, templateSidePxMax } from '../limits.ts'
import * as parameters from '../parameters.ts'
import { type FingerTemplate, type Minutia, qualityStep } from './finger-template.ts'

export type MinutiaeIssue =
  | { readonly code: 'finger.no-minutiae' }
  /** Px at 500 dpi. */
  | { readonly code: 'finger.too-large'; readonly width: number; readonly height: number }

/** The resolution that records are written in: 500 dpi in whole pixels per centimeter. */
const pixelsPerCm = Math.round(parameters.dpi / 2.54)

/** What a maker that states no quality is believed: about the mean of our own extraction. */
const qualityUnstated = 60

/**
 * The view on the 500 dpi scale. Of more minutiae than a template holds the best are kept, among
 * equals those nearest to the middle of all. A minutia of no stated kind counts as an ending.
 */
export function templateOfMinutiae(view: MinutiaeView): Result<FingerTemplate, MinutiaeIssue> {
  const scale = parameters.dpi / dpiOf(view)
  const width = Math.max(1, Math.round(view.widthPx * scale))
  const height = Math.max(1, Math.round(view.heightPx * scale))
  if (Math.max(width, height) > templateSidePxMax) {
    return fail({ code: 'finger.too-large', width, height })
  }
  if (view.minutiae.length === 0) return fail({ code: 'finger.no-minutiae' })
  const minutiae = bestOf(view.minutiae).map((it): Minutia => {
    return {
      x: Math.min(width - 1, Math.round(it.x * scale)),
      y: Math.min(height - 1, Math.round(it.y * scale)),
      direction: Math.round((it.angleDeg / 360) * 256) & 255,
      kind: it.kind === 'bifurcation' ? 'bifurcation' : 'ending',
      quality: qualityStep * Math.round((it.quality ?? qualityUnstated) / qualityStep),
    }
  })
  return ok({ width, height, minutiae: minutiae.toSorted(downward), flow: undefined })
}

function bestOf(minutiae: readonly RecordMinutia[]): readonly RecordMinutia[] {
  if (minutiae.length <= minutiaeMax) return minutiae
  const middleX = minutiae.reduce((sum, it) => sum + it.x, 0) / minutiae.length
  const middleY = minutiae.reduce((sum, it) => sum + it.y, 0) / minutiae.length
  const away = (it: RecordMinutia) => Math.hypot(it.x - middleX, it.y - middleY)
  const worth = (it: RecordMinutia) => it.quality ?? qualityUnstated
  return minutiae.toSorted((a, b) => worth(b) - worth(a) || away(a) - away(b)).slice(0, minutiaeMax)
}

function downward(a: Minutia, b: Minutia): number {
  return a.y - b.y || a.x - b.x
}

/**
 * The template as a live plain view of a record: places in px at 197 px/cm and directions in 256ths
 * of a turn stay as they are; the ridge flow is left behind.
 */
export function minutiaeOf(
  template: FingerTemplate,
  position: MinutiaeView['position'] = undefined,
): MinutiaeView {
  return {
    position,
    impression: 0,
    quality: undefined,
    widthPx: template.width,
    heightPx: template.height,
    pixelsPerCm,
    minutiae: template.minutiae.map(({ x, y, direction, kind, quality }) => {
      return { kind, x, y, angleDeg: (direction / 256) * 360, quality }
    }),
    extended: new Uint8Array(),
  }
}
