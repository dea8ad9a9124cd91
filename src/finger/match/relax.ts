// Relax — pairs that fit together strengthen each other; those that fit nothing fade.
//
// Local Similarity Sort with Relaxation, as in the article of the cylinders, section 3.2.

import * as parameters from '../parameters.ts'
import type { Candidate } from './candidates.ts'
import type { Probe } from './prepare.ts'

export interface Relaxed extends Candidate {
  /** Likeness after relaxation, 0 … 1. */
  readonly strength: number
}

/** The same pairs with their strength, strongest first. */
export function relax(a: Probe, b: Probe, candidates: readonly Candidate[]): Relaxed[] {
  const { rounds, weight } = parameters.relax
  const count = candidates.length
  if (count < 2) return candidates.map((it) => ({ ...it, strength: it.likeness }))
  const support = supportOf(a, b, candidates)
  let strength = Float64Array.from(candidates, (it) => it.likeness)
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(count)
    for (let t = 0; t < count; t++) {
      let sum = 0
      for (let k = 0; k < count; k++) sum += support[t * count + k]! * strength[k]!
      next[t] = weight * strength[t]! + ((1 - weight) * sum) / (count - 1)
    }
    strength = next
  }
  return candidates
    .map((it, t) => ({ ...it, strength: strength[t]! }))
    .sort((p, q) => q.strength - p.strength || q.likeness - p.likeness || p.a - q.a)
}

/** How well each two pairs agree in distance, in bearing and in relative direction, 0 … 1. */
function supportOf(a: Probe, b: Probe, candidates: readonly Candidate[]): Float32Array {
  const { distanceMid, distanceShare, distanceSlope, angleMid, angleSlope } = parameters.relax
  const count = candidates.length
  const support = new Float32Array(count * count)
  for (let t = 0; t < count; t++) {
    const { a: at, b: bt } = candidates[t]!
    for (let k = 0; k < t; k++) {
      const { a: ak, b: bk } = candidates[k]!
      if (at === ak || bt === bk) continue
      const ax = a.x[ak]! - a.x[at]!
      const ay = a.y[at]! - a.y[ak]!
      const bx = b.x[bk]! - b.x[bt]!
      const by = b.y[bt]! - b.y[bk]!
      const lengthA = Math.sqrt(ax * ax + ay * ay)
      const lengthB = Math.sqrt(bx * bx + by * by)
      const stretch = Math.abs(lengthA - lengthB)
      const allowed = distanceMid + distanceShare * (lengthA + lengthB) * 0.5
      if (stretch > allowed + 6) continue
      const turn = wrap(a.direction[at]! - a.direction[ak]! - (b.direction[bt]! - b.direction[bk]!))
      if (turn > 3 * angleMid) continue
      const bearing = wrap(
        Math.atan2(ay, ax) - a.direction[at]! - (Math.atan2(by, bx) - b.direction[bt]!),
      )
      if (bearing > 3 * angleMid) continue
      const fit =
        falling(stretch, allowed, distanceSlope) *
        falling(turn, angleMid, angleSlope) *
        falling(bearing, angleMid, angleSlope)
      support[t * count + k] = fit
      support[k * count + t] = fit
    }
  }
  return support
}

/** 1 well below `mid`, ½ at it, 0 well above. */
function falling(value: number, mid: number, slope: number): number {
  return 1 / (1 + Math.exp(slope * (value - mid)))
}

/** The size of an angle, 0 … π, whatever whole turns it holds. */
function wrap(angle: number): number {
  const turn = Math.abs(angle) % (2 * Math.PI)
  return turn > Math.PI ? 2 * Math.PI - turn : turn
}
