// Assembly — all kernels as one WebAssembly module; its memory is laid out by ../wasm.ts.

export { filterCells } from './filter-cells'
export { matchBits } from './match-bits'
