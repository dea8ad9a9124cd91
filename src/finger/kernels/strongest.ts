// Strongest — how many pairs count as the strongest, and what their strengths added up mean.

import type { RelaxTables } from './match-contract.ts'

const whole = 65_535

export function strongestOf(count: number, tables: RelaxTables): number {
  const share = Math.floor(count * tables.strongestShare)
  return Math.min(tables.strongestMax, Math.max(tables.strongestMin, share))
}

/** 0 … 1; 0 where there is no pair. */
export function meanOf(sum: number, strongest: number, count: number): number {
  return sum / whole / Math.max(1, Math.min(strongest, count))
}
