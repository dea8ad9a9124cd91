// Like pairs — likeness, candidates and relaxation one after the other: the plain form.

import type { LikePairs, MatchTables, PrintRecords } from '../match-contract.ts'
import { meanOf, strongestOf } from '../strongest.ts'
import { candidates } from './candidates.ts'
import { likeness } from './likeness.ts'
import { relax } from './relax.ts'

export function likePairs(a: PrintRecords, b: PrintRecords, tables: MatchTables): LikePairs {
  const all = new Uint16Array(a.count * b.count)
  likeness(a, b, tables.likeness, all)
  const pairs = candidates(all, Math.min(a.count, b.count, tables.likeness.pairsMax))
  const strength = relax(a, b, pairs, tables.relax)
  const count = strength.length
  const wanted = strongestOf(count, tables.relax)
  const sum = strength
    .toSorted((p, q) => q - p)
    .slice(0, wanted)
    .reduce((all, it) => all + it, 0)
  const strongest = meanOf(sum, wanted, count)
  return { count, pairs, strength, strongest, likeness: () => all }
}
