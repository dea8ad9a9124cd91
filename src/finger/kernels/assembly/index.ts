// Assembly — all kernels as one WebAssembly module; its memory is laid out by whoever starts it.

export { align } from './align'
export { candidates } from './candidates'
export { writeCodes } from './cylinders'
export { filterCells } from './filter-cells'
export { likeness } from './likeness'
export { relax } from './relax'
