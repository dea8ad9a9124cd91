// Contract — what each kernel does, the same in WebAssembly and in TypeScript, bit for bit.

import type { Plane } from '../plane.ts'

/** Which filter of a bank serves which square cell of a picture. */
export interface CellFilters {
  /** All filters, each of 2 × radius + 1 rows, filled up with zeros to a multiple of eight. */
  readonly bank: Int16Array
  readonly radius: number
  /** Sums are divided by 2 ** shift, halves rounded up. */
  readonly shift: number
  readonly cellPx: number
  readonly columns: number
  readonly rows: number
  /** For each cell the number of its filter, or 0xffff: the cell stays as it is. */
  readonly choice: Uint16Array
}

export interface Kernels {
  readonly name: 'wasm' | 'typescript'
  /** Filters `source` into `target`; the margin must be wider than the filter's radius. */
  filterCells(source: Plane, target: Plane, filters: CellFilters): void
}
