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
  const { seeds, refined } = parameters.align
  const proposed = relaxed
    .slice(0, seeds)
    .map((seed) => pair(a, b, motionOf(a, b, seed), [], likeness, seed))
    .sort((p, q) => worthOf(q) - worthOf(p))
    .slice(0, refined)
    .map((pairing) => refine(a, b, pairing, likeness))
  const best = proposed.sort((p, q) => worthOf(q) - worthOf(p))[0]
  return best !== undefined && worthOf(best) > 0 ? best : undefined
}

function worthOf({ pairs }: Pairing): number {
  let worth = 0
  for (const it of pairs) worth += it.likeness
  return worth
}

/** The pairs found say better than one seed how the print lies, and how the skin was drawn. */
function refine(a: Probe, b: Probe, proposed: Pairing, likeness: Likeness): Pairing {
  let pairing = proposed
  for (let round = 0; round < parameters.align.rounds && pairing.pairs.length > 1; round++) {
    pairing = pair(a, b, rigid(a, b, pairing.pairs), pairing.pairs, likeness)
  }
  return pairing
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
  const { x, y } = laidOn(a, b, motion, before)
  const found: (Pair & { cost: number })[] = []
  for (let i = 0; i < a.count; i++) {
    const reach = seed === undefined ? reachPx : reachPx + reachShare * distanceIn(a, i, seed.a)
    for (let j = 0; j < b.count; j++) {
      const dx = b.x[j]! - x[i]!
      if (dx > reach || dx < -reach) continue
      const dy = b.y[j]! - y[i]!
      const square = dx * dx + dy * dy
      if (square > reach * reach) continue
      const turn = wrap(a.direction[i]! + motion.turn - b.direction[j]!)
      if (turn > turnMax) continue
      const distance = Math.sqrt(square)
      const alike = likeness[i * b.count + j]! / 65535
      const cost = distance / reach + turn / turnMax - alike
      found.push({ a: i, b: j, distance, turn, likeness: alike, cost })
    }
  }
  found.sort((p, q) => p.cost - q.cost)
  const takenA = new Uint8Array(a.count)
  const takenB = new Uint8Array(b.count)
  const pairs = found.filter((it) => {
    if (takenA[it.a] === 1 || takenB[it.b] === 1) return false
    takenA[it.a] = 1
    takenB[it.b] = 1
    return true
  })
  return { motion, pairs }
}

function distanceIn({ x, y }: Probe, i: number, k: number): number {
  const dx = x[i]! - x[k]!
  const dy = y[i]! - y[k]!
  return Math.sqrt(dx * dx + dy * dy)
}

/** Where a's minutiae come to lie on b: moved as a whole, then drawn as the pairs near them were. */
function laidOn(a: Probe, b: Probe, motion: Motion, pairs: readonly Pair[]) {
  const { pullPx, pullEase } = parameters.align
  const x = new Float64Array(a.count)
  const y = new Float64Array(a.count)
  for (let i = 0; i < a.count; i++) {
    const to = moved(motion, a.x[i]!, a.y[i]!)
    x[i] = to.x
    y[i] = to.y
  }
  const pulls = pairs.map((it) => ({
    a: it.a,
    dx: b.x[it.b]! - x[it.a]!,
    dy: b.y[it.b]! - y[it.a]!,
  }))
  for (let i = 0; i < a.count; i++) {
    let dx = 0
    let dy = 0
    let weight = pullEase
    for (const it of pulls) {
      const square = (a.x[it.a]! - a.x[i]!) ** 2 + (a.y[it.a]! - a.y[i]!) ** 2
      // Falls like a Gaussian at first and costs no exponential.
      const ease = 1 + square / (4 * pullPx * pullPx)
      const w = 1 / (ease * ease * ease * ease)
      dx += w * it.dx
      dy += w * it.dy
      weight += w
    }
    x[i]! += dx / weight
    y[i]! += dy / weight
  }
  return { x, y }
}

function wrap(angle: number): number {
  const turn = Math.abs(angle) % (2 * Math.PI)
  return turn > Math.PI ? 2 * Math.PI - turn : turn
}
