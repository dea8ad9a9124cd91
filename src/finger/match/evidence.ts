// Evidence — what speaks for one finger and what against it, in numbers that can be weighed.

import * as parameters from '../parameters.ts'
import { outside, type RidgeFlow } from '../template/finger-template.ts'
import { type Motion, moved, type Pairing } from './align.ts'
import type { Probe } from './prepare.ts'
import type { Relaxed } from './relax.ts'

export interface Evidence {
  readonly pairs: number
  /** Sum over the pairs of how alike their surroundings are. */
  readonly alike: number
  /** Sum over the pairs of how exactly they coincide, each 0 … 1. */
  readonly exact: number
  /** Minutiae that ought to have a partner, being where both prints show skin. */
  readonly expected: number
  /** Mean strength of the strongest pairs after relaxation. */
  readonly strength: number
  /** Blocks where both show skin, and the mean agreement of their ridges' directions, −1 … 1. */
  readonly overlap: number
  readonly flow: number
}

export function evidenceOf(
  a: Probe,
  b: Probe,
  relaxed: readonly Relaxed[],
  pairing: Pairing,
): Evidence {
  const { reachPx, turnMax } = parameters.align
  const top = relaxed.slice(0, Math.min(12, Math.max(4, Math.floor(relaxed.length / 4))))
  return {
    pairs: pairing.pairs.length,
    alike: pairing.pairs.reduce((sum, it) => sum + it.likeness, 0),
    exact: pairing.pairs.reduce(
      (sum, it) =>
        sum + Math.max(0, 1 - it.distance / reachPx) * Math.max(0, 1 - it.turn / turnMax),
      0,
    ),
    expected: expectedOf(a, b, pairing.motion),
    strength: top.reduce((sum, it) => sum + it.strength, 0) / Math.max(1, top.length),
    ...flowEvidence(a.template.flow, b.template.flow, pairing.motion),
  }
}

/** The mean, over both prints, of how many of its minutiae fall on the other's skin. */
function expectedOf(a: Probe, b: Probe, motion: Motion): number {
  const back = inverse(motion)
  let count = 0
  for (let i = 0; i < a.count; i++) {
    const to = moved(motion, a.x[i]!, a.y[i]!)
    if (isSkin(b, to.x, to.y)) count++
  }
  for (let j = 0; j < b.count; j++) {
    const to = moved(back, b.x[j]!, b.y[j]!)
    if (isSkin(a, to.x, to.y)) count++
  }
  return count / 2
}

function inverse({ turn, dx, dy }: Motion): Motion {
  const to = moved({ turn: -turn, dx: 0, dy: 0 }, dx, dy)
  return { turn: -turn, dx: -to.x, dy: -to.y }
}

function isSkin({ template }: Probe, x: number, y: number): boolean {
  const { flow, width, height } = template
  if (flow === undefined) return x >= 0 && y >= 0 && x < width && y < height
  return flowAt(flow, x, y) !== outside
}

function flowAt(flow: RidgeFlow, x: number, y: number): number {
  const column = Math.floor(x / flow.blockPx)
  const row = Math.floor(y / flow.blockPx)
  if (column < 0 || row < 0 || column >= flow.columns || row >= flow.rows) return outside
  return flow.directions[row * flow.columns + column]!
}

function flowEvidence(
  a: RidgeFlow | undefined,
  b: RidgeFlow | undefined,
  motion: Motion,
): { overlap: number; flow: number } {
  if (a === undefined || b === undefined) return { overlap: 0, flow: 0 }
  let overlap = 0
  let agreement = 0
  for (let i = 0; i < a.directions.length; i++) {
    const direction = a.directions[i]!
    if (direction === outside) continue
    const x = ((i % a.columns) + 0.5) * a.blockPx
    const y = (Math.floor(i / a.columns) + 0.5) * a.blockPx
    const to = moved(motion, x, y)
    const other = flowAt(b, to.x, to.y)
    if (other === outside) continue
    overlap++
    agreement += Math.cos(((direction - other) * Math.PI) / 64 + 2 * motion.turn)
  }
  return { overlap, flow: overlap === 0 ? 0 : agreement / overlap }
}
