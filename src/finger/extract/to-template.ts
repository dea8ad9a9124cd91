// To template — what is kept: minutiae on the 500 dpi scale, best first cut, and a coarse flow.

import { flowSideMax, minutiaeMax } from '../limits.ts'
import * as parameters from '../parameters.ts'
import {
  type FingerTemplate,
  flowBlockPx,
  flowDirections,
  type Minutia,
  outside,
  qualityStep,
  type RidgeFlow,
} from '../template/finger-template.ts'
import type { Mask } from './mask.ts'
import type { FoundMinutia } from './minutiae.ts'
import { directionAt, type Flow } from './ridge-flow.ts'
import type { Scaled } from './scale.ts'

export function toTemplate(
  found: readonly FoundMinutia[],
  flow: Flow,
  mask: Mask,
  scaled: Scaled,
): FingerTemplate {
  const minutiae = found
    .toSorted((a, b) => b.quality - a.quality)
    .slice(0, minutiaeMax)
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
    .map((it) => toMinutia(it, scaled.to500))
  return {
    width: Math.round(scaled.width * scaled.to500),
    height: Math.round(scaled.height * scaled.to500),
    minutiae,
    flow: coarseFlow(flow, mask, scaled.to500),
  }
}

function toMinutia(found: FoundMinutia, to500: number): Minutia {
  return {
    x: Math.round(found.x * to500),
    y: Math.round(found.y * to500),
    direction: Math.round((-found.direction / (2 * Math.PI)) * 256) & 255,
    kind: found.kind,
    quality: qualityStep * Math.max(1, Math.round((found.quality * 100) / qualityStep)),
  }
}

/** Every second block both ways, read at its place on the 500 dpi scale. */
function coarseFlow(flow: Flow, mask: Mask, to500: number): RidgeFlow {
  const side = (blocks: number) =>
    Math.min(flowSideMax, Math.ceil((blocks * parameters.block * to500) / flowBlockPx))
  const columns = side(flow.columns)
  const rows = side(flow.rows)
  const directions = new Uint8Array(columns * rows).fill(outside)
  for (let i = 0; i < directions.length; i++) {
    const x = (((i % columns) + 0.5) * flowBlockPx) / to500 / parameters.block
    const y = ((Math.floor(i / columns) + 0.5) * flowBlockPx) / to500 / parameters.block
    const column = Math.min(flow.columns - 1, Math.floor(x))
    const row = Math.min(flow.rows - 1, Math.floor(y))
    const at = row * flow.columns + column
    if (mask.inside[at] !== 1) continue
    const turned = Math.round((-directionAt(flow, at) / Math.PI) * flowDirections)
    directions[i] = turned & (flowDirections - 1)
  }
  return { columns, rows, directions }
}
