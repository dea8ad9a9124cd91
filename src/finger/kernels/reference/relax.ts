// Relax — pairs that fit together strengthen each other; those that fit nothing fade.
//
// Local Similarity Sort with Relaxation, as in the article of the cylinders, section 3.2.

import { cosOf, sinOf } from '../../match/turn-tables.ts'
import {
  directionAt,
  type PrintRecords,
  type RelaxTables,
  recordBytes,
  stretchZero,
  xAt,
  yAt,
} from '../match-contract.ts'

/** The strength of each pair of candidates after relaxation, 0 … 65535. */
export function relax(
  a: PrintRecords,
  b: PrintRecords,
  candidates: Int32Array,
  tables: RelaxTables,
): Int32Array {
  const count = candidates.length / 2
  let strength = Int32Array.from({ length: count }, (_, t) => candidates[2 * t]!)
  if (count < 2) return strength
  const support = supportOf(pairsOf(a, b, candidates), tables)
  for (let round = 0; round < tables.rounds; round++) {
    const sums = new Int32Array(count)
    for (const { t, k, fit } of support) {
      sums[t]! += (fit * strength[k]!) >> 12
      sums[k]! += (fit * strength[t]!) >> 12
    }
    strength = strength.map((it, t) => (it + Math.floor(sums[t]! / (count - 1))) >> 1)
  }
  return strength
}

interface Pair {
  readonly from: Minutia
  readonly to: Minutia
  /** From the one's direction to the other's, 256ths of a turn. */
  readonly turned: number
}

interface Minutia {
  readonly number: number
  readonly x: number
  readonly y: number
  readonly direction: number
}

function pairsOf(a: PrintRecords, b: PrintRecords, candidates: Int32Array): Pair[] {
  return Array.from({ length: candidates.length / 2 }, (_, t) => {
    const place = candidates[2 * t + 1]!
    const from = minutiaOf(a, Math.floor(place / b.count))
    const to = minutiaOf(b, place % b.count)
    return { from, to, turned: (to.direction - from.direction) & 255 }
  })
}

function minutiaOf({ bytes }: PrintRecords, number: number): Minutia {
  const view = new DataView(bytes.buffer, bytes.byteOffset + number * recordBytes, recordBytes)
  return {
    number,
    x: view.getUint16(xAt, true),
    y: view.getUint16(yAt, true),
    direction: view.getUint8(directionAt),
  }
}

interface Support {
  readonly t: number
  readonly k: number
  /** 1 … 4096. */
  readonly fit: number
}

/** How well each two pairs agree in distance, in bearing and in turn; those that do not left out. */
function supportOf(pairs: readonly Pair[], tables: RelaxTables): Support[] {
  const support: Support[] = []
  for (const [t, pair] of pairs.entries()) {
    for (const [k, other] of pairs.slice(0, t).entries()) {
      const fit = fitOf(pair, other, tables)
      if (fit > 0) support.push({ t, k, fit })
    }
  }
  return support
}

function fitOf(pair: Pair, other: Pair, tables: RelaxTables): number {
  if (pair.from.number === other.from.number || pair.to.number === other.to.number) return 0
  const apart = (pair.turned - other.turned) & 255
  const turn = Math.min(apart, 256 - apart)
  if (turn >= tables.turn.length) return 0
  const from = wayOf(pair.from, other.from)
  const to = wayOf(pair.to, other.to)
  // The way in a turned as the pair was turned ought to point where the way in b points.
  const x = (from.x * cosOf[pair.turned]! - from.y * sinOf[pair.turned]!) >> 14
  const y = (from.x * sinOf[pair.turned]! + from.y * cosOf[pair.turned]!) >> 14
  if (x * to.x + y * to.y <= 0) return 0
  const squareFrom = from.x * from.x + from.y * from.y
  const squareTo = to.x * to.x + to.y * to.y
  const lengthFrom = Math.trunc(16 * Math.sqrt(squareFrom))
  const lengthTo = Math.trunc(16 * Math.sqrt(squareTo))
  const allowed = tables.allowed + (((lengthFrom + lengthTo) * tables.allowedShare) >> 10)
  const beyond = Math.abs(lengthFrom - lengthTo) - allowed + stretchZero
  if (beyond >= tables.stretch.length) return 0
  const cross = Math.abs(x * to.y - y * to.x)
  const sine = Math.trunc((256 * cross) / Math.sqrt(squareFrom * squareTo))
  if (sine >= tables.bearing.length) return 0
  const both = (tables.stretch[Math.max(0, beyond)]! * tables.turn[turn]!) >> 12
  return (both * tables.bearing[sine]!) >> 12
}

interface Way {
  readonly x: number
  /** Up, unlike the picture's. */
  readonly y: number
}

function wayOf(from: Minutia, to: Minutia): Way {
  return { x: to.x - from.x, y: from.y - to.y }
}
