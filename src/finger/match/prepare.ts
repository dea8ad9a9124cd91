// Prepare — a template made ready to be compared: one record a minutia, with its code.

import {
  directionAt,
  type MatchKernels,
  type PrintRecords,
  recordBytes,
  xAt,
  yAt,
} from '../kernels/match-contract.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { type Skin, skinOf } from './skin.ts'

export interface Probe {
  readonly template: FingerTemplate
  readonly count: number
  /** For each record the number of its minutia in the template: records lie by direction. */
  readonly order: Uint8Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** Radians. */
  readonly direction: Float64Array
  /** 0 … 1. */
  readonly trust: Float64Array
  readonly isFork: Uint8Array
  readonly records: PrintRecords
  readonly skin: Skin
}

export function prepare(template: FingerTemplate, kernels: MatchKernels): Probe {
  const { minutiae } = template
  const count = minutiae.length
  const order = Uint8Array.from(minutiae.keys()).sort(
    (p, q) => minutiae[p]!.direction - minutiae[q]!.direction || p - q,
  )
  const sorted = Array.from(order, (it) => minutiae[it]!)
  const bytes = new Uint8Array(count * recordBytes)
  const view = new DataView(bytes.buffer)
  for (const [i, it] of sorted.entries()) {
    view.setUint16(i * recordBytes + xAt, it.x, true)
    view.setUint16(i * recordBytes + yAt, it.y, true)
    view.setUint8(i * recordBytes + directionAt, it.direction)
  }
  const records = { count, bytes }
  const skin = skinOf(template)
  kernels.writeCodes(records, skin)
  return {
    template,
    count,
    order,
    x: Float64Array.from(sorted, (it) => it.x),
    y: Float64Array.from(sorted, (it) => it.y),
    direction: Float64Array.from(sorted, (it) => (it.direction * Math.PI) / 128),
    trust: Float64Array.from(sorted, (it) => it.quality / 100),
    isFork: Uint8Array.from(sorted, (it) => (it.kind === 'bifurcation' ? 1 : 0)),
    records,
    skin,
  }
}
