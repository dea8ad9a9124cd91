// Match kernels — the matcher's hot loops: in WebAssembly where there is SIMD, else in TypeScript.
//
// Both sides give the same bits, so nobody can tell from a score which one ran.

import { matchTables } from '../match/tables.ts'
import type { MatchKernels } from './match-contract.ts'
import { startMatchKernels } from './match-wasm.ts'
import { isPlain } from './plain.ts'
import { align } from './reference/align.ts'
import { writeCodes } from './reference/cylinders.ts'
import { likePairs } from './reference/like-pairs.ts'

export const referenceMatchKernels: MatchKernels = {
  name: 'typescript',
  writeCodes: (print, skin) => writeCodes(print, skin, matchTables.cylinder),
  likePairs: (a, b) => likePairs(a, b, matchTables),
  align: (a, b, found) => align(a, b, found, matchTables.align),
}

let started: MatchKernels | undefined

/** The fastest kernels that this machine can run, started once. */
export function matchKernels(): MatchKernels {
  started ??= (isPlain() ? undefined : startMatchKernels(matchTables)) ?? referenceMatchKernels
  return started
}
