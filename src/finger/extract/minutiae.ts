// Minutiae — where ridges end and fork, read off the skeleton, less those that noise makes.

import * as parameters from '../parameters.ts'
import type { MinutiaKind } from '../template/finger-template.ts'
import { type Binary, ridgeIndices } from './binarize.ts'
import { linesFrom, linesMeetingAt } from './lines.ts'
import { isInside, type Mask } from './mask.ts'
import { directionAt, type Flow } from './ridge-flow.ts'

/** A minutia in px of the extracted image, its direction in radians, y down. */
export interface FoundMinutia {
  readonly x: number
  readonly y: number
  readonly direction: number
  readonly kind: MinutiaKind
  /** 0 … 1. */
  readonly quality: number
}

export function minutiaeOf(
  skeleton: Binary,
  flow: Flow,
  reliability: Float32Array,
  mask: Mask,
): FoundMinutia[] {
  const found: FoundMinutia[] = []
  for (const i of ridgeIndices(skeleton.pixels)) {
    const lines = linesMeetingAt(skeleton, i)
    if (lines !== 1 && lines !== 3) continue
    const pull = pullAt(skeleton, i)
    if (pull === undefined) continue
    const x = i % skeleton.width
    const y = Math.floor(i / skeleton.width)
    const at = blockAt(mask, x, y)
    const along = directionAt(flow, at)
    const sign = pull.x * Math.cos(along) + pull.y * Math.sin(along) >= 0 ? 0 : Math.PI
    const coherence = Math.hypot(flow.cos2[at]!, flow.sin2[at]!)
    found.push({
      x,
      y,
      direction: along + sign,
      kind: lines === 1 ? 'ending' : 'bifurcation',
      quality: Math.min(1, coherence) * reliability[at]!,
    })
  }
  return found.filter((it) => isDeepInside(it, mask)).filter(isUncrowded)
}

/** Which way the minutia points: along the ending's ridge, between the fork's closest branches. */
function pullAt(skeleton: Binary, i: number): { x: number; y: number } | undefined {
  const arms = linesFrom(skeleton, i, parameters.minutiae.directionPx).map(({ path }) => {
    const far = path.at(-1)!
    const x = (far % skeleton.width) - (i % skeleton.width)
    const y = Math.floor(far / skeleton.width) - Math.floor(i / skeleton.width)
    const length = Math.hypot(x, y) || 1
    return { x: x / length, y: y / length }
  })
  if (arms.length === 1) return arms[0]
  if (arms.length !== 3) return undefined
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([a, b]) => ({ a: arms[a!]!, b: arms[b!]! }))
  const closest = pairs.reduce((best, it) =>
    it.a.x * it.b.x + it.a.y * it.b.y > best.a.x * best.b.x + best.a.y * best.b.y ? it : best,
  )
  return { x: closest.a.x + closest.b.x, y: closest.a.y + closest.b.y }
}

function blockAt(mask: Mask, x: number, y: number): number {
  const column = Math.min(mask.columns - 1, Math.floor(x / parameters.block))
  const row = Math.min(mask.rows - 1, Math.floor(y / parameters.block))
  return row * mask.columns + column
}

/** At the edge of the skin every ridge ends, and no finger can be told by that. */
function isDeepInside(minutia: FoundMinutia, mask: Mask): boolean {
  const { borderPx } = parameters.minutiae
  for (let k = 0; k < 8; k++) {
    const x = minutia.x + borderPx * Math.cos((k * Math.PI) / 4)
    const y = minutia.y + borderPx * Math.sin((k * Math.PI) / 4)
    if (!isInside(mask, x, y)) return false
  }
  return true
}

function isUncrowded(minutia: FoundMinutia, _: number, all: readonly FoundMinutia[]): boolean {
  const { pairPx, crowdPx, crowdMax } = parameters.minutiae
  let crowd = 0
  for (const it of all) {
    const square = (it.x - minutia.x) ** 2 + (it.y - minutia.y) ** 2
    if (it !== minutia && square < pairPx ** 2) return false
    if (it !== minutia && square < crowdPx ** 2) crowd++
  }
  return crowd <= crowdMax
}
