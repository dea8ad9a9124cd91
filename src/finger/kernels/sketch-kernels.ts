// Sketch kernels — the search's hot loops: in WebAssembly where there is SIMD, else in TypeScript.
//
// Both sides give the same bits, so nobody can tell from a candidate list which one ran.

import { assert } from '#kit/assert'
import * as parameters from '../parameters.ts'
import { sketchTables } from '../sketch/tables.ts'
import { isPlain } from './plain.ts'
import { scan } from './reference/scan.ts'
import { sketchCodes } from './reference/sketch-codes.ts'
import {
  type ScanLooks,
  type SketchAsk,
  type SketchKernels,
  type SketchStore,
  scanMax,
  sketchBytes,
  slots,
} from './sketch-contract.ts'
import { startSketchKernels } from './sketch-wasm.ts'

const { quick, close, turnMax, missSquarePx, missShare } = parameters.sketch
const place = { turnMax, missSquare: missSquarePx, missShare: Math.round(256 * missShare) }
const looks: ScanLooks = { quick: { ...quick, ...place }, close: { ...close, ...place } }

export const referenceSketchKernels: SketchKernels = {
  name: 'typescript',
  codes: (points, count, wanted) => sketchCodes(points, count, wanted, sketchTables),
  store: plainStore,
}

function plainStore(capacity: number): SketchStore {
  const sketches = new Uint8Array(capacity * slots * sketchBytes)
  let asked: SketchAsk = { compares: [], hypotheses: [], look: 'quick' }
  return {
    name: 'typescript',
    capacity,
    sketches,
    ask(ask) {
      asked = ask
    },
    scan(from, after, least) {
      assert(after - from <= scanMax, 'a scan of a few thousand visits')
      return scan(asked, sketches, capacity, { from, after, least }, looks[asked.look])
    },
  }
}

let started: SketchKernels | undefined

/** The fastest kernels that this machine can run, started once. */
export function sketchKernels(): SketchKernels {
  started ??=
    (isPlain() ? undefined : startSketchKernels(sketchTables, looks)) ?? referenceSketchKernels
  return started
}
