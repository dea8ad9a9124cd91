// Sketch wasm — the search's kernels in WebAssembly: one memory for codes, one for each store.

import { assert } from '#kit/assert'
import { minutiaeMax } from '../limits.ts'
import { wasmBase64 } from './kernels.generated.ts'
import { layOut } from './memory.ts'
import {
  codeBytes,
  comparesMax,
  hypothesesMax,
  pointBytes,
  probeBytes,
  type ScanLooks,
  type SketchAsk,
  type SketchKernels,
  type SketchProbe,
  type SketchStore,
  type SketchTables,
  scanMax,
  sketchBytes,
  slots,
} from './sketch-contract.ts'

interface Exports {
  readonly memory: WebAssembly.Memory
  sketchCodes(...numbers: number[]): number
  scan(...numbers: number[]): number
}

/** Sums, bounds, scores and wants of all comparisons, and the room of each; see assembly/scan.ts. */
const workBytes = 4 * 256 + comparesMax * 1024
const compareBytes = 16
const maskBytes = 8
const hitBytes = 8

/** Undefined where this machine's engine has no SIMD: the module then does not compile. */
export function startSketchKernels(
  tables: SketchTables,
  looks: ScanLooks,
): SketchKernels | undefined {
  const bytes = Uint8Array.from(atob(wasmBase64), (it) => it.charCodeAt(0))
  if (!WebAssembly.validate(bytes)) return undefined
  const module = new WebAssembly.Module(bytes)
  const start = () => new WebAssembly.Instance(module).exports as unknown as Exports
  return {
    name: 'wasm',
    codes: codesIn(start(), tables),
    store: (capacity) => storeIn(start(), capacity, tables, looks),
  }
}

function codesIn(wasm: Exports, tables: SketchTables): SketchKernels['codes'] {
  const { cos, sin, along, across, window, harmonics, reach, neighborsMin } = tables
  const room = [minutiaeMax * pointBytes, minutiaeMax * codeBytes]
  const at = layOut(wasm.memory, [along, across, window, harmonics, cos, sin, ...room])
  const [alongAt, acrossAt, windowAt, harmonicsAt, cosAt, sinAt, pointsAt, codesAt] = at
  const memory = new Uint8Array(wasm.memory.buffer)
  return (points, count, wanted) => {
    assert(count <= minutiaeMax, 'a print of few minutiae')
    memory.set(points, pointsAt)
    const found = wasm.sketchCodes(
      pointsAt!,
      count,
      wanted,
      alongAt!,
      acrossAt!,
      windowAt!,
      harmonicsAt!,
      cosAt!,
      sinAt!,
      reach,
      neighborsMin,
      codesAt!,
    )
    return memory.slice(codesAt!, codesAt! + found * codeBytes)
  }
}

function storeIn(
  wasm: Exports,
  capacity: number,
  { cos, sin }: SketchTables,
  looks: ScanLooks,
): SketchStore {
  const at = layOut(wasm.memory, [
    cos,
    sin,
    comparesMax * compareBytes,
    hypothesesMax * maskBytes,
    slots * probeBytes,
    workBytes,
    scanMax * hitBytes,
    capacity * slots * sketchBytes,
  ]) as [number, number, number, number, number, number, number, number]
  const [cosAt, sinAt, comparesAt, masksAt, probesAt, workAt, hitsAt, sketchesAt] = at
  const { buffer } = wasm.memory
  const view = new DataView(buffer)
  const visits = new Uint32Array(scanMax)
  const scores = new Uint16Array(scanMax)
  const hypotheses = new Uint16Array(scanMax)
  let compares = 0
  let masks = 0
  let limits = looks.quick

  const ask = (asked: SketchAsk) => {
    const probes = [...new Set(asked.compares.map((it) => it.probe))]
    assert(probes.length <= slots, 'at most ten fingers')
    assert(asked.compares.length <= comparesMax, 'comparisons that a mask can name')
    assert(asked.hypotheses.length <= hypothesesMax, 'few hypotheses')
    const placeOf = (probe: SketchProbe) => probesAt + probes.indexOf(probe) * probeBytes
    for (const it of probes) new Uint8Array(buffer).set(it.bytes, placeOf(it))
    for (const [c, { probe, slot }] of asked.compares.entries()) {
      const place = comparesAt + c * compareBytes
      view.setUint32(place, placeOf(probe), true)
      view.setUint32(place + 4, probe.rows, true)
      view.setUint32(place + 8, sketchesAt + slot * capacity * sketchBytes, true)
    }
    for (const [m, numbers] of asked.hypotheses.entries()) {
      const mask = numbers.reduce((all, it) => all | (1n << BigInt(it)), 0n)
      view.setBigUint64(masksAt + m * maskBytes, mask, true)
    }
    compares = asked.compares.length
    masks = asked.hypotheses.length
    limits = looks[asked.look]
  }

  const scan = (from: number, after: number, least: number) => {
    assert(after - from <= scanMax, 'a scan of a few thousand visits')
    assert(from >= 0 && after <= capacity, 'visits that there is room for')
    const count = wasm.scan(
      comparesAt,
      compares,
      masksAt,
      masks,
      from,
      after,
      least,
      limits.farthest,
      limits.perRow,
      limits.seeds,
      limits.turnMax,
      limits.missSquare,
      limits.missShare,
      cosAt,
      sinAt,
      workAt,
      hitsAt,
    )
    for (let k = 0; k < count; k++) {
      visits[k] = view.getUint32(hitsAt + k * hitBytes, true)
      scores[k] = view.getUint16(hitsAt + k * hitBytes + 4, true)
      hypotheses[k] = view.getUint16(hitsAt + k * hitBytes + 6, true)
    }
    return { count, visits, scores, hypotheses }
  }

  const sketches = new Uint8Array(buffer, sketchesAt, capacity * slots * sketchBytes)
  return { name: 'wasm', capacity, sketches, ask, scan }
}
