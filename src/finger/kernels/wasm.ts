// Wasm — the kernels in WebAssembly: each call lays its arrays into the module's memory.

import { originOf, type Plane } from '../plane.ts'
import type { CellFilters, Kernels } from './contract.ts'
import { wasmBase64 } from './kernels.generated.ts'

interface Exports {
  readonly memory: WebAssembly.Memory
  filterCells(...numbers: number[]): void
}

const pageBytes = 65_536
/** The module's own data lies below this. */
const firstByte = pageBytes

/** Undefined where this machine's engine has no SIMD: the module then does not compile. */
export function startWasmKernels(): Kernels | undefined {
  const bytes = Uint8Array.from(atob(wasmBase64), (it) => it.charCodeAt(0))
  if (!WebAssembly.validate(bytes)) return undefined
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  const wasm = instance.exports as unknown as Exports
  return {
    name: 'wasm',
    filterCells: (source, target, filters) => filterCells(wasm, source, target, filters),
  }
}

function filterCells(wasm: Exports, source: Plane, target: Plane, filters: CellFilters): void {
  const { bank, radius, shift, cellPx, columns, rows, choice } = filters
  const at = layOut(wasm, [source.data, target.data, choice, bank])
  wasm.filterCells(
    at[0]!,
    at[1]!,
    originOf(source),
    source.stride,
    at[3]!,
    radius,
    shift,
    cellPx,
    columns,
    rows,
    at[2]!,
  )
  target.data.set(new Int16Array(wasm.memory.buffer, at[1]!, target.data.length))
}

type Numbers = Int16Array | Uint16Array | Uint32Array | Uint8Array

/** Copies the arrays one after the other, each at a multiple of 64, and says where each begins. */
function layOut({ memory }: Exports, arrays: readonly Numbers[]): number[] {
  const starts: number[] = []
  let next = firstByte
  for (const it of arrays) {
    starts.push(next)
    next += Math.ceil(it.byteLength / 64) * 64 + 64
  }
  const missing = next - memory.buffer.byteLength
  if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
  const whole = new Uint8Array(memory.buffer)
  for (const [i, it] of arrays.entries()) {
    whole.set(new Uint8Array(it.buffer, it.byteOffset, it.byteLength), starts[i]!)
  }
  return starts
}
