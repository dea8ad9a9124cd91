// Kernels — the hot loops, in WebAssembly where the machine has SIMD and in TypeScript elsewhere.
//
// Both sides of a kernel give the same bits, so nobody can tell from a score which one ran.

import type { CellFilters, Kernels } from './contract.ts'
import { filterCells } from './reference/filter-cells.ts'
import { startWasmKernels } from './wasm.ts'

export type { CellFilters, Kernels }

export const referenceKernels: Kernels = { name: 'typescript', filterCells }

let started: Kernels | undefined

/** The fastest kernels that this machine can run, started once. */
export function kernels(): Kernels {
  started ??= startWasmKernels() ?? referenceKernels
  return started
}
