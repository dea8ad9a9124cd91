// Kernels — the hot loops, in WebAssembly where the machine has SIMD and in TypeScript elsewhere.
//
// Both sides of a kernel give the same bits, so nobody can tell from a score which one ran.

import type { Kernels } from './contract.ts'
import { isPlain } from './plain.ts'
import { binarize } from './reference/binarize.ts'
import { blockProducts } from './reference/block-products.ts'
import { blur } from './reference/blur.ts'
import { correlate } from './reference/correlate.ts'
import { filterCells } from './reference/filter-cells.ts'
import { normalize } from './reference/normalize.ts'
import { quarter } from './reference/quarter.ts'
import { tensors } from './reference/tensors.ts'
import { wearDown } from './reference/wear-down.ts'
import { startWasmKernels } from './wasm.ts'

export type { Kernels }

export const referenceKernels: Kernels = {
  name: 'typescript',
  normalize,
  quarter,
  tensors,
  correlate,
  filterCells,
  blur,
  blockProducts,
  binarize,
  wearDown,
}

let started: Kernels | undefined

/** The fastest kernels that this machine can run, started once. */
export function kernels(): Kernels {
  started ??= (isPlain() ? undefined : startWasmKernels()) ?? referenceKernels
  return started
}
