// Candidates — the pairs of minutiae whose surroundings are most alike.

import type { Kernels } from '../kernels/kernels.ts'
import * as parameters from '../parameters.ts'
import { cellsInCircle } from './cylinders.ts'
import type { Probe } from './prepare.ts'

/** Likeness of every pair, row by row, 0 … 65535. */
export type Likeness = Uint16Array

export interface Candidate {
  readonly a: number
  readonly b: number
  /** 0 … 1. */
  readonly likeness: number
}

export function likenessOf(a: Probe, b: Probe, kernels: Kernels): Likeness {
  const out = new Uint16Array(a.count * b.count)
  const knownMin = parameters.local.knownShareMin * cellsInCircle * parameters.cylinder.sections
  kernels.matchBits(a.codes, b.codes, parameters.local.turnMax, Math.ceil(knownMin), out)
  return out
}

/** The best pairs, best first, as many as the smaller print has minutiae (and a bound). */
export function candidatesOf(a: Probe, b: Probe, likeness: Likeness): Candidate[] {
  const { pairsEach, pairsMax } = parameters.relax
  const wanted = Math.min(Math.round(pairsEach * Math.min(a.count, b.count)), pairsMax)
  const least = leastOf(likeness, wanted)
  const found: Candidate[] = []
  for (let i = 0; i < likeness.length; i++) {
    const value = likeness[i]!
    if (value < least) continue
    found.push({ a: Math.floor(i / b.count), b: i % b.count, likeness: value / 65535 })
  }
  return found.sort((p, q) => q.likeness - p.likeness || p.a - q.a || p.b - q.b).slice(0, wanted)
}

/** The value that about `wanted` pairs reach, by counting; never 0, which means "not alike". */
function leastOf(likeness: Likeness, wanted: number): number {
  const histogram = new Uint32Array(256)
  for (let i = 0; i < likeness.length; i++) histogram[likeness[i]! >> 8]!++
  let count = 0
  let level = 255
  for (; level > 0; level--) {
    count += histogram[level]!
    if (count >= wanted) break
  }
  return Math.max(1, level << 8)
}
