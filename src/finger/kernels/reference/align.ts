// Align — one print laid on the other, and which minutiae then coincide.
//
// Skin stretches: after a rigid start each pair found pulls its neighborhood along, so that pairs
// far from the first are looked for where the skin went.

import { cosOf, sinOf } from '../../match/turn-tables.ts'
import {
  type Aligned,
  type AlignTables,
  directionAt,
  type LikePairs,
  type PrintRecords,
  recordBytes,
  xAt,
  yAt,
} from '../match-contract.ts'

/** Pairs that coincide: record numbers and likeness of each, and all likeness added up. */
interface Pairing {
  readonly motion: Motion
  readonly pairs: readonly Pair[]
  readonly worth: number
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** Turn counterclockwise, then shift: from print a onto print b. */
interface Motion {
  readonly cos: number
  readonly sin: number
  readonly dx: number
  readonly dy: number
  /** The turn that the seed proposed, 256ths of a turn. */
  readonly turned: number
}

/** What a comparison holds: places and directions of both prints, and how alike their records are. */
interface Prints {
  readonly a: readonly Minutia[]
  readonly b: readonly Minutia[]
  readonly likeness: Uint16Array
}

interface Minutia {
  readonly x: number
  readonly y: number
  readonly direction: number
}

const one14 = 16384

/** The best of the alignments that the strongest pairs propose; without pairs where none fits. */
export function align(
  a: PrintRecords,
  b: PrintRecords,
  found: LikePairs,
  tables: AlignTables,
): Aligned {
  const prints = { a: minutiaeOf(a), b: minutiaeOf(b), likeness: found.likeness() }
  const best = seedsOf(found, b.count, tables.seeds)
    .map((seed) => ({ seed, motion: motionOf(prints, seed) }))
    .map((it) => ({ ...it, worth: worthOf(prints, it, found, tables) }))
    .toSorted((p, q) => q.worth - p.worth)[0]
  if (best === undefined || best.worth === 0) return nothing
  const first = pairUp(prints, best.motion, [], best.seed.a, tables)
  const { motion, pairs, worth } = refine(prints, first, tables)
  if (worth === 0) return nothing
  const { cos, sin, dx, dy } = motion
  return {
    motion: { cos, sin, dx, dy },
    pairs: Int32Array.from(pairs.flatMap((it) => [it.a, it.b, it.likeness])),
  }
}

const nothing: Aligned = { motion: { cos: 1, sin: 0, dx: 0, dy: 0 }, pairs: new Int32Array() }

function minutiaeOf({ bytes, count }: PrintRecords): Minutia[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: count }, (_, i) => ({
    x: view.getUint16(i * recordBytes + xAt, true),
    y: view.getUint16(i * recordBytes + yAt, true),
    direction: view.getUint8(i * recordBytes + directionAt),
  }))
}

interface Seed {
  readonly a: number
  readonly b: number
}

/** The strongest pairs; of equals the one that is more alike. */
function seedsOf({ pairs, strength, count }: LikePairs, countB: number, wanted: number): Seed[] {
  return Array.from({ length: count }, (_, t) => t)
    .sort((p, q) => strength[q]! - strength[p]! || p - q)
    .slice(0, wanted)
    .map((t) => seedAt(pairs, t, countB))
}

function seedAt(pairs: Int32Array, t: number, countB: number): Seed {
  const place = pairs[2 * t + 1]!
  return { a: Math.floor(place / countB), b: place % countB }
}

/** Likeness of the candidates that coincide if the seed's own pair does, added up. */
function worthOf(
  { a, b }: Prints,
  { seed, motion }: { seed: Seed; motion: Motion },
  { pairs, count }: LikePairs,
  tables: AlignTables,
): number {
  let worth = 0
  for (let t = 0; t < count; t++) {
    const pair = seedAt(pairs, t, b.length)
    const one = a[pair.a]!
    const other = b[pair.b]!
    const turn = (one.direction + motion.turned - other.direction) & 255
    if (Math.min(turn, 256 - turn) > tables.seedTurn) continue
    const reach = tables.reach + tables.reachShare * apart(a[seed.a]!, one)
    const dx = other.x - (one.x * motion.cos + one.y * motion.sin + motion.dx)
    const dy = other.y - (one.y * motion.cos - one.x * motion.sin + motion.dy)
    if (dx * dx + dy * dy <= reach * reach) worth += pairs[2 * t]!
  }
  return worth
}

function motionOf({ a, b }: Prints, seed: Seed): Motion {
  const from = a[seed.a]!
  const to = b[seed.b]!
  const turned = (to.direction - from.direction) & 255
  const cos = cosOf[turned]! / one14
  const sin = sinOf[turned]! / one14
  const dx = to.x - (from.x * cos + from.y * sin)
  const dy = to.y - (from.y * cos - from.x * sin)
  return { cos, sin, dx, dy, turned }
}

/** The pairs found say better than one seed how the print lies, and how the skin was drawn. */
function refine(prints: Prints, proposed: Pairing, tables: AlignTables): Pairing {
  let pairing = proposed
  for (let round = 0; round < tables.rounds && pairing.pairs.length > 1; round++) {
    pairing = pairUp(prints, rigid(prints, pairing), pairing.pairs, undefined, tables)
  }
  return pairing
}

/** The rigid motion of least squares over all pairs. */
function rigid({ a, b }: Prints, { pairs, motion }: Pairing): Motion {
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  for (const it of pairs) {
    ax += a[it.a]!.x
    ay += a[it.a]!.y
    bx += b[it.b]!.x
    by += b[it.b]!.y
  }
  const count = pairs.length
  ax /= count
  ay /= count
  bx /= count
  by /= count
  let dot = 0
  let cross = 0
  for (const it of pairs) {
    const px = a[it.a]!.x - ax
    const py = a[it.a]!.y - ay
    const qx = b[it.b]!.x - bx
    const qy = b[it.b]!.y - by
    dot += px * qx + py * qy
    cross += py * qx - px * qy
  }
  const length = Math.sqrt(dot * dot + cross * cross)
  if (length === 0) return motion
  const cos = dot / length
  const sin = cross / length
  const dx = bx - (ax * cos + ay * sin)
  const dy = by - (ay * cos - ax * sin)
  return { cos, sin, dx, dy, turned: motion.turned }
}

/** Pairs each minutia of a with the nearest of b that has not a nearer partner. */
function pairUp(
  prints: Prints,
  motion: Motion,
  before: readonly Pair[],
  seed: number | undefined,
  tables: AlignTables,
): Pairing {
  const { a, b, likeness } = prints
  const laid = laidOn(prints, motion, before, tables)
  const near: (Pair & { cost: number })[] = []
  for (const [i, it] of a.entries()) {
    const reach = tables.reach + (seed === undefined ? 0 : tables.reachShare * apart(a[seed]!, it))
    const ux = cosOf[it.direction]! * motion.cos - sinOf[it.direction]! * motion.sin
    const uy = sinOf[it.direction]! * motion.cos + cosOf[it.direction]! * motion.sin
    for (const [j, other] of b.entries()) {
      const turn = (it.direction + motion.turned - other.direction) & 255
      if (Math.min(turn, 256 - turn) > tables.turnWindow) continue
      const dx = other.x - laid.x[i]!
      const dy = other.y - laid.y[i]!
      const square = dx * dx + dy * dy
      if (square > reach * reach) continue
      const cosine = (ux * cosOf[other.direction]! + uy * sinOf[other.direction]!) / one14 / one14
      const turnCost = (1 - cosine) * tables.turnCost
      if (turnCost > 1) continue
      const alike = likeness[i * b.length + j]!
      const cost = Math.sqrt(square) / reach + turnCost - alike / 65536
      near.push({ a: i, b: j, likeness: alike, cost: Math.trunc((cost + 1) * 65536) })
    }
  }
  near.sort((p, q) => p.cost - q.cost || p.a - q.a || p.b - q.b)
  const takenA = new Set<number>()
  const takenB = new Set<number>()
  const pairs = near.slice(0, tables.nearMax).filter((it) => {
    if (takenA.has(it.a) || takenB.has(it.b)) return false
    takenA.add(it.a)
    takenB.add(it.b)
    return true
  })
  return { motion, pairs, worth: pairs.reduce((sum, it) => sum + it.likeness, 0) }
}

function apart(p: Minutia, q: Minutia): number {
  const dx = p.x - q.x
  const dy = p.y - q.y
  return Math.sqrt(dx * dx + dy * dy)
}

/** Where a's minutiae come to lie on b: moved as a whole, then drawn as the pairs near them were. */
function laidOn({ a, b }: Prints, motion: Motion, pairs: readonly Pair[], tables: AlignTables) {
  const { cos, sin } = motion
  const x = a.map((it) => it.x * cos + it.y * sin + motion.dx)
  const y = a.map((it) => it.y * cos - it.x * sin + motion.dy)
  if (pairs.length === 0) return { x, y }
  const pulls = pairs.map((it) => ({
    from: a[it.a]!,
    dx: b[it.b]!.x - x[it.a]!,
    dy: b[it.b]!.y - y[it.a]!,
  }))
  for (const [i, it] of a.entries()) {
    let dx = 0
    let dy = 0
    let weight = tables.pullEase
    for (const pull of pulls) {
      const px = pull.from.x - it.x
      const py = pull.from.y - it.y
      // Falls like a Gaussian at first and costs no exponential.
      const ease = 1 + (px * px + py * py) * tables.pullFall
      const square = ease * ease
      const w = 1 / (square * square)
      dx += w * pull.dx
      dy += w * pull.dy
      weight += w
    }
    x[i]! += dx / weight
    y[i]! += dy / weight
  }
  return { x, y }
}
