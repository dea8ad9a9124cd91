// Evidence — what speaks for one finger and what against it, in numbers that can be weighed.

import type { Aligned, Motion } from '../kernels/match-contract.ts'
import * as parameters from '../parameters.ts'
import { flowBlockPx, flowDirections } from '../template/finger-template.ts'
import type { Probe } from './prepare.ts'
import type { Skin } from './skin.ts'

export interface Evidence {
  /** Mean strength of the strongest pairs after relaxation. */
  readonly strength: number
  /** Area, in blocks of the ridge flow, that both prints show. */
  readonly overlap: number
  /** Mean square of the sine between the ridges of both prints, where both have a flow. */
  readonly crossing: number
  /** Pairs of one kind: two endings or two bifurcations. */
  readonly sameKind: number
  /** Sum over the pairs of how well their distances to neighboring pairs are kept, each 0 … 1. */
  readonly kept: number
  /** Minutiae, each weighing as much as its quality, that ought to have a partner and have none. */
  readonly missing: number
  /** Mean likeness of the pairs' surroundings. */
  readonly alike: number
}

export function evidenceOf(a: Probe, b: Probe, strength: number, aligned: Aligned): Evidence {
  const { pairs, motion } = aligned
  const count = pairs.length / 3
  let found = 0
  let sameKind = 0
  let alike = 0
  for (let k = 0; k < count; k++) {
    const i = pairs[3 * k]!
    const j = pairs[3 * k + 1]!
    found += (a.trust[i]! + b.trust[j]!) / 2
    sameKind += a.isFork[i] === b.isFork[j] ? 1 : 0
    alike += pairs[3 * k + 2]! / 65_535
  }
  const expected = (trustOn(a, b.skin, motion) + trustOn(b, a.skin, inverse(motion))) / 2
  return {
    strength,
    ...groundOf(a, b, motion),
    sameKind,
    kept: keptOf(a, b, pairs),
    missing: Math.max(0, expected - found),
    alike: alike / Math.max(parameters.evidence.pairsMin, count),
  }
}

function inverse({ cos, sin, dx, dy }: Motion): Motion {
  return { cos, sin: -sin, dx: -(dx * cos - dy * sin), dy: -(dx * sin + dy * cos) }
}

/** The qualities of the minutiae that fall on the other print's skin, added up. */
function trustOn(from: Probe, { columns, rows, inside }: Skin, motion: Motion): number {
  const { cos, sin, dx, dy } = motion
  let trust = 0
  for (let i = 0; i < from.count; i++) {
    const column = Math.floor((from.x[i]! * cos + from.y[i]! * sin + dx) / flowBlockPx)
    const row = Math.floor((from.y[i]! * cos - from.x[i]! * sin + dy) / flowBlockPx)
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue
    if (inside[row * columns + column] === 1) trust += from.trust[i]!
  }
  return trust
}

/** Skin stretches slowly: over a short way, even a distorted print keeps its distances. */
function keptOf(a: Probe, b: Probe, pairs: Int32Array): number {
  const { neighborPx, stretchPx, stretchShare } = parameters.evidence
  const count = pairs.length / 3
  const kept = new Float64Array(count)
  const neighbors = new Float64Array(count).fill(1)
  const places = new Float64Array(4 * count)
  for (let k = 0; k < count; k++) {
    const onAX = a.x[pairs[3 * k]!]!
    const onAY = a.y[pairs[3 * k]!]!
    const onBX = b.x[pairs[3 * k + 1]!]!
    const onBY = b.y[pairs[3 * k + 1]!]!
    places[4 * k] = onAX
    places[4 * k + 1] = onAY
    places[4 * k + 2] = onBX
    places[4 * k + 3] = onBY
    for (let l = 0; l < k; l++) {
      const ax = places[4 * l]! - onAX
      const ay = places[4 * l + 1]! - onAY
      const square = ax * ax + ay * ay
      if (square > neighborPx * neighborPx) continue
      const bx = places[4 * l + 2]! - onBX
      const by = places[4 * l + 3]! - onBY
      const length = Math.sqrt(square)
      const stretch = Math.abs(length - Math.sqrt(bx * bx + by * by))
      const fit = Math.max(0, 1 - stretch / (stretchPx + stretchShare * length))
      kept[k]! += fit
      kept[l]! += fit
      neighbors[k]!++
      neighbors[l]!++
    }
  }
  let sum = 0
  for (let k = 0; k < count; k++) sum += kept[k]! / neighbors[k]!
  return sum
}

/** The square of the sine of each difference of ridge directions. */
const squareSine = Float64Array.from(
  { length: 4 * flowDirections },
  (_, it) => Math.sin((it * Math.PI) / (4 * flowDirections)) ** 2,
)

/** What both prints show: how much, and how far their ridges cross there. */
function groundOf(a: Probe, b: Probe, motion: Motion) {
  const { columns, inside } = a.skin
  const onto = b.skin
  const from = a.template.flow?.directions
  const to = b.template.flow?.directions
  const { cos, sin } = motion
  const dx = motion.dx / flowBlockPx
  const dy = motion.dy / flowBlockPx
  const quarters = 4 * flowDirections
  const turned = Math.round((Math.atan2(sin, cos) / Math.PI) * quarters)
  let overlap = 0
  let crossing = 0
  for (let i = 0, column = 0, row = 0; i < inside.length; i++, column++) {
    if (column === columns) {
      column = 0
      row++
    }
    if (inside[i] !== 1) continue
    const x = (column + 0.5) * cos + (row + 0.5) * sin + dx
    const y = (row + 0.5) * cos - (column + 0.5) * sin + dy
    if (x < 0 || y < 0 || x >= onto.columns || y >= onto.rows) continue
    const at = (y | 0) * onto.columns + (x | 0)
    if (onto.inside[at] !== 1) continue
    overlap++
    if (from === undefined || to === undefined) continue
    crossing += squareSine[(4 * (from[i]! - to[at]!) + turned + 2 * quarters) % quarters]!
  }
  if (from === undefined || to === undefined) {
    return { overlap, crossing: parameters.evidence.crossingUnknown }
  }
  return { overlap, crossing: crossing / (parameters.evidence.blocksMin + overlap) }
}
