// Wasm — the kernels in WebAssembly: each call lays its arrays into the module's memory.

import { originOf, type Plane } from '../plane.ts'
import type { Kernels } from './contract.ts'
import { wasmBase64 } from './kernels.generated.ts'
import { layOut } from './memory.ts'

interface Exports extends Record<Exclude<keyof Kernels, 'name'>, (...of: number[]) => void> {
  readonly memory: WebAssembly.Memory
}

/** Undefined where this machine's engine has no SIMD: the module then does not compile. */
export function startWasmKernels(): Kernels | undefined {
  const bytes = Uint8Array.from(atob(wasmBase64), (it) => it.charCodeAt(0))
  if (!WebAssembly.validate(bytes)) return undefined
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  return kernelsOf(instance.exports as unknown as Exports)
}

function kernelsOf(wasm: Exports): Kernels {
  const { memory } = wasm
  return {
    name: 'wasm',

    normalize({ width, height, pixels }, measure, target, contrast) {
      const { radius, deviationMin, unit, cut, blockPx } = measure
      const roomBytes = 20 * (width + 2 * radius + 16)
      const at = layOut(memory, [pixels, target.data, contrast, roomBytes])
      const origin = firstPixel(at[1]!, target)
      wasm.normalize(
        ...[at[0]!, width, height, origin, target.stride],
        ...[radius, deviationMin, unit, cut, blockPx, at[2]!, at[3]!],
      )
      target.data.set(new Int16Array(memory.buffer, at[1]!, target.data.length))
      contrast.set(new Float32Array(memory.buffer, at[2]!, contrast.length))
    },

    quarter(source, targets) {
      const { width, height, stride } = source
      const target = targets[0]!
      const at = layOut(memory, [source.data, 2 * (width + 40), ...targets.map((it) => it.data)])
      const quarterBytes = at[3]! - at[2]!
      wasm.quarter(
        ...[firstPixel(at[0]!, source), width, height, stride],
        ...[firstPixel(at[2]!, target), target.stride, quarterBytes, at[1]!],
      )
      for (const [i, { data }] of targets.entries()) {
        data.set(new Int16Array(memory.buffer, at[2 + i]!, data.length))
      }
    },

    tensors(plane, { columns, rows, blockPx, xx, yy, xy }) {
      const at = layOut(memory, [plane.data, xx.byteLength, yy.byteLength, xy.byteLength])
      const origin = firstPixel(at[0]!, plane)
      wasm.tensors(origin, plane.stride, blockPx, columns, rows, at[1]!, at[2]!, at[3]!)
      for (const [i, it] of [xx, yy, xy].entries()) {
        it.set(new Int32Array(memory.buffer, at[1 + i]!, it.length))
      }
    },

    correlate(plane, { spots, acrossPx, alongPx, lags }, out) {
      const { width, height, stride, data } = plane
      const at = layOut(memory, [data, spots, out.byteLength, 2 * (acrossPx + 32)])
      const origin = firstPixel(at[0]!, plane)
      const count = spots.length / 4
      wasm.correlate(
        ...[origin, width, height, stride],
        ...[at[1]!, count, acrossPx, alongPx, lags, at[2]!, at[3]!],
      )
      out.set(new Int32Array(memory.buffer, at[2]!, out.length))
    },

    filterCells(sources, target, { bank, radius, shift, cellPx, columns, rows, choice }) {
      const planes = sources.map((it) => it.data)
      const at = layOut(memory, [target.data, choice, bank, ...planes])
      const source = firstPixel(at[3]!, sources[0]!)
      const quarterBytes = sources.length === 4 ? at[4]! - at[3]! : 0
      wasm.filterCells(
        ...[source, sources[0]!.stride, quarterBytes, sources.length],
        ...[firstPixel(at[0]!, target), target.stride],
        ...[at[2]!, radius, shift, cellPx, columns, rows, at[1]!],
      )
      target.data.set(new Int16Array(memory.buffer, at[0]!, target.data.length))
    },

    blur({ columns, rows }, values, weights, out) {
      const radius = (weights.length - 1) / 2
      const roomBytes = 4 * (2 * (columns + 2 * radius + 8) + values.length)
      const at = layOut(memory, [values, weights, out.byteLength, roomBytes])
      wasm.blur(at[0]!, columns, rows, at[1]!, radius, at[2]!, at[3]!)
      out.set(new Float32Array(memory.buffer, at[2]!, out.length))
    },

    blockProducts(a, b, { columns, rows }, out) {
      const at = layOut(memory, [a.data, b.data, out.byteLength])
      const origins = [firstPixel(at[0]!, a), firstPixel(at[1]!, b)]
      wasm.blockProducts(...origins, a.stride, columns, rows, at[2]!)
      out.set(new Int32Array(memory.buffer, at[2]!, out.length))
    },

    binarize(plane, { columns, rows }, inside, pixels) {
      const { width, height, stride, data } = plane
      const at = layOut(memory, [data, inside, pixels])
      const origin = firstPixel(at[0]!, plane)
      wasm.binarize(origin, width, height, stride, at[1]!, columns, rows, at[2]!)
      pixels.set(new Uint8Array(memory.buffer, at[2]!, pixels.length))
    },

    wearDown(pixels, width, height, passesMax) {
      const bitBytes = Math.ceil(width / 128) * 16 * height
      const at = layOut(memory, [pixels, bitBytes, bitBytes])
      wasm.wearDown(at[0]!, width, height, passesMax, at[1]!, at[2]!)
      pixels.set(new Uint8Array(memory.buffer, at[0]!, pixels.length))
    },
  }
}

/** The byte of the pixel (0, 0) of a plane laid out at `start`. */
function firstPixel(start: number, plane: Plane): number {
  return start + 2 * originOf(plane)
}
