// Evidence — what speaks for one finger and what against it, in numbers that can be weighed.

import * as parameters from '../parameters.ts'
import { type Motion, moved, type Pairing } from './align.ts'
import type { Probe } from './prepare.ts'
import type { Relaxed } from './relax.ts'
import { isSeen } from './skin.ts'

export interface Evidence {
  /** Mean strength of the strongest pairs after relaxation. */
  readonly strength: number
  /** Area, in blocks of the ridge flow, that both prints show. */
  readonly overlap: number
  /** Pairs of one kind: two endings or two bifurcations. */
  readonly sameKind: number
  /** Sum over the pairs of how well their distances to neighboring pairs are kept, each 0 … 1. */
  readonly kept: number
  /** Minutiae, each weighing as much as its quality, that ought to have a partner and have none. */
  readonly missing: number
  /** Mean likeness of the pairs' surroundings. */
  readonly alike: number
}

export function evidenceOf(
  a: Probe,
  b: Probe,
  relaxed: readonly Relaxed[],
  pairing: Pairing,
): Evidence {
  const { pairs, motion } = pairing
  const back = inverse(motion)
  const expected = (trustOn(a, b, motion) + trustOn(b, a, back)) / 2
  const found = sumOf(pairs, (it) => (trustOf(a, it.a) + trustOf(b, it.b)) / 2)
  return {
    strength: strengthOf(relaxed),
    overlap: overlapOf(a, b, motion),
    sameKind: sumOf(pairs, (it) => (kindOf(a, it.a) === kindOf(b, it.b) ? 1 : 0)),
    kept: keptOf(a, b, pairing),
    missing: Math.max(0, expected - found),
    alike: sumOf(pairs, (it) => it.likeness) / Math.max(parameters.evidence.pairsMin, pairs.length),
  }
}

function sumOf<It>(all: readonly It[], value: (it: It) => number): number {
  let sum = 0
  for (const it of all) sum += value(it)
  return sum
}

function strengthOf(relaxed: readonly Relaxed[]): number {
  const { strongestMin, strongestMax, strongestShare } = parameters.evidence
  const wanted = Math.floor(relaxed.length * strongestShare)
  const top = relaxed.slice(0, Math.min(strongestMax, Math.max(strongestMin, wanted)))
  return sumOf(top, (it) => it.strength) / Math.max(1, top.length)
}

function inverse({ turn, dx, dy }: Motion): Motion {
  const to = moved({ turn: -turn, dx: 0, dy: 0 }, dx, dy)
  return { turn: -turn, dx: -to.x, dy: -to.y }
}

/** The qualities of the minutiae that fall on the other print's skin, added up. */
function trustOn(from: Probe, onto: Probe, motion: Motion): number {
  let trust = 0
  for (let i = 0; i < from.count; i++) {
    const to = moved(motion, from.x[i]!, from.y[i]!)
    if (isSeen(onto.skin, to.x, to.y)) trust += trustOf(from, i)
  }
  return trust
}

function trustOf({ template }: Probe, i: number): number {
  return template.minutiae[i]!.quality / 100
}

function kindOf({ template }: Probe, i: number): string {
  return template.minutiae[i]!.kind
}

/** Skin stretches slowly: over a short way, even a distorted print keeps its distances. */
function keptOf(a: Probe, b: Probe, { pairs }: Pairing): number {
  const { neighborPx, stretchPx, stretchShare } = parameters.evidence
  return sumOf(pairs, (it) => {
    let kept = 0
    let count = 1
    for (const other of pairs) {
      if (other === it) continue
      const ax = a.x[other.a]! - a.x[it.a]!
      const ay = a.y[other.a]! - a.y[it.a]!
      const square = ax * ax + ay * ay
      if (square > neighborPx * neighborPx) continue
      const bx = b.x[other.b]! - b.x[it.b]!
      const by = b.y[other.b]! - b.y[it.b]!
      const length = Math.sqrt(square)
      const stretch = Math.abs(length - Math.sqrt(bx * bx + by * by))
      kept += Math.max(0, 1 - stretch / (stretchPx + stretchShare * length))
      count++
    }
    return kept / count
  })
}

function overlapOf(a: Probe, b: Probe, motion: Motion): number {
  const { columns, blockPx, inside } = a.skin
  const cos = Math.cos(motion.turn) * blockPx
  const sin = Math.sin(motion.turn) * blockPx
  let overlap = 0
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] !== 1) continue
    const x = (i % columns) + 0.5
    const y = Math.floor(i / columns) + 0.5
    if (isSeen(b.skin, x * cos + y * sin + motion.dx, y * cos - x * sin + motion.dy)) overlap++
  }
  return overlap
}
