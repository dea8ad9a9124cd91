// Align — one print laid on the other, and which minutiae then coincide.
//
// Skin stretches: after a rigid start each pair found pulls its neighborhood along, so that pairs
// far from the first are looked for where the skin went.

import * as parameters from '../parameters.ts'
import type { Likeness } from './candidates.ts'
import type { Probe } from './prepare.ts'
import type { Relaxed } from './relax.ts'

/** Turn by `turn` (radians, counterclockwise), then shift: from print a onto print b. */
export interface Motion {
  readonly turn: number
  readonly dx: number
  readonly dy: number
}

export interface Pairing {
  readonly motion: Motion
  readonly pairs: readonly Pair[]
}

export interface Pair {
  readonly a: number
  readonly b: number
  /** Px between the two after all bending. */
  readonly distance: number
  /** Radians between their directions after turning. */
  readonly turn: number
  readonly likeness: number
}

/** The best of the alignments that the strongest pairs propose; none where nothing fits. */
export function align(
  a: Probe,
  b: Probe,
  relaxed: readonly Relaxed[],
  likeness: Likeness,
): Pairing | undefined {
  let best: Pairing | undefined
  let bestValue = 0
  for (const seed of relaxed.slice(0, parameters.align.seeds)) {
    let pairing = pair(a, b, motionOf(a, b, seed), [], likeness, seed)
    for (let round = 0; round < parameters.align.rounds && pairing.pairs.length > 1; round++) {
      pairing = pair(a, b, rigid(a, b, pairing.pairs), pairing.pairs, likeness)
    }
    const value = pairing.pairs.reduce((sum, it) => sum + it.likeness, 0)
    if (value > bestValue) {
      best = pairing
      bestValue = value
    }
  }
  return best
}

export function moved(motion: Motion, x: number, y: number): { x: number; y: number } {
  const cos = Math.cos(motion.turn)
  const sin = Math.sin(motion.turn)
  return { x: x * cos + y * sin + motion.dx, y: -x * sin + y * cos + motion.dy }
}

function motionOf(a: Probe, b: Probe, seed: { a: number; b: number }): Motion {
  const turn = b.direction[seed.b]! - a.direction[seed.a]!
  const to = moved({ turn, dx: 0, dy: 0 }, a.x[seed.a]!, a.y[seed.a]!)
  return { turn, dx: b.x[seed.b]! - to.x, dy: b.y[seed.b]! - to.y }
}

/** The rigid motion of least squares over all pairs. */
function rigid(a: Probe, b: Probe, pairs: readonly Pair[]): Motion {
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  for (const it of pairs) {
    ax += a.x[it.a]! / pairs.length
    ay += a.y[it.a]! / pairs.length
    bx += b.x[it.b]! / pairs.length
    by += b.y[it.b]! / pairs.length
  }
  let dot = 0
  let cross = 0
  for (const it of pairs) {
    const px = a.x[it.a]! - ax
    const py = a.y[it.a]! - ay
    const qx = b.x[it.b]! - bx
    const qy = b.y[it.b]! - by
    dot += px * qx + py * qy
    cross += py * qx - px * qy
  }
  const turn = Math.atan2(cross, dot)
  const to = moved({ turn, dx: 0, dy: 0 }, ax, ay)
  return { turn, dx: bx - to.x, dy: by - to.y }
}

/** Pairs each minutia of a with the nearest of b that has not a nearer partner. */
function pair(
  a: Probe,
  b: Probe,
  motion: Motion,
  before: readonly Pair[],
  likeness: Likeness,
  seed?: Relaxed,
): Pairing {
  const { reachPx, reachShare, turnMax } = parameters.align
  const pull = pullOf(a, b, motion, before)
  const found: (Pair & { cost: number })[] = []
  for (let i = 0; i < a.count; i++) {
    const to = moved(motion, a.x[i]!, a.y[i]!)
    const drawn = pull(a.x[i]!, a.y[i]!)
    const x = to.x + drawn.x
    const y = to.y + drawn.y
    const fromSeed =
      seed === undefined ? 0 : Math.hypot(a.x[i]! - a.x[seed.a]!, a.y[i]! - a.y[seed.a]!)
    const reach = reachPx + reachShare * fromSeed
    for (let j = 0; j < b.count; j++) {
      const dx = b.x[j]! - x
      const dy = b.y[j]! - y
      if (Math.abs(dx) > reach || Math.abs(dy) > reach) continue
      const distance = Math.sqrt(dx * dx + dy * dy)
      if (distance > reach) continue
      const turn = wrap(a.direction[i]! + motion.turn - b.direction[j]!)
      if (turn > turnMax) continue
      const alike = likeness[i * b.count + j]! / 65535
      const cost = distance / reach + turn / turnMax - alike
      found.push({ a: i, b: j, distance, turn, likeness: alike, cost })
    }
  }
  found.sort((p, q) => p.cost - q.cost)
  const takenA = new Uint8Array(a.count)
  const takenB = new Uint8Array(b.count)
  const pairs: Pair[] = []
  for (const { a: i, b: j, distance, turn, likeness: alike } of found) {
    if (takenA[i] === 1 || takenB[j] === 1) continue
    takenA[i] = 1
    takenB[j] = 1
    pairs.push({ a: i, b: j, distance, turn, likeness: alike })
  }
  return { motion, pairs }
}

/** How far the skin at a point of a was drawn beyond the rigid motion, by the pairs near it. */
function pullOf(a: Probe, b: Probe, motion: Motion, pairs: readonly Pair[]) {
  const { pullPx, pullEase } = parameters.align
  const drawn = new Float64Array(4 * pairs.length)
  for (const [k, it] of pairs.entries()) {
    const x = a.x[it.a]!
    const y = a.y[it.a]!
    const to = moved(motion, x, y)
    drawn.set([x, y, b.x[it.b]! - to.x, b.y[it.b]! - to.y], 4 * k)
  }
  return (x: number, y: number): { x: number; y: number } => {
    let dx = 0
    let dy = 0
    let weight = pullEase
    for (let k = 0; k < drawn.length; k += 4) {
      const square = (drawn[k]! - x) ** 2 + (drawn[k + 1]! - y) ** 2
      // Falls like a Gaussian at first and costs no exponential.
      const w = 1 / (1 + square / (4 * pullPx * pullPx)) ** 4
      dx += w * drawn[k + 2]!
      dy += w * drawn[k + 3]!
      weight += w
    }
    return { x: dx / weight, y: dy / weight }
  }
}

function wrap(angle: number): number {
  const turn = Math.abs(angle) % (2 * Math.PI)
  return turn > Math.PI ? 2 * Math.PI - turn : turn
}
