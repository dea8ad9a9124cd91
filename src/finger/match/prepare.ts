// Prepare — a template made ready to be compared: one record a minutia, with its code.

import {
  directionAt,
  type MatchKernels,
  type PrintRecords,
  recordBytes,
  xAt,
  yAt,
} from '../kernels/match-contract.ts'
import type { FingerTemplate, Minutia } from '../template/finger-template.ts'
import { type Skin, skinOf } from './skin.ts'

export interface Probe {
  readonly template: FingerTemplate
  readonly count: number
  /** For each record the number of its minutia in the template: records lie by direction. */
  readonly order: Uint8Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** 0 … 1. */
  readonly trust: Float64Array
  readonly isFork: Uint8Array
  readonly records: PrintRecords
  readonly skin: Skin
}

export function prepare(template: FingerTemplate, kernels: MatchKernels): Probe {
  const { minutiae } = template
  const count = minutiae.length
  const order = orderOf(minutiae)
  const bytes = new Uint8Array(count * recordBytes)
  const view = new DataView(bytes.buffer)
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const trust = new Float64Array(count)
  const isFork = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const it = minutiae[order[i]!]!
    view.setUint16(i * recordBytes + xAt, it.x, true)
    view.setUint16(i * recordBytes + yAt, it.y, true)
    view.setUint8(i * recordBytes + directionAt, it.direction)
    x[i] = it.x
    y[i] = it.y
    trust[i] = it.quality / 100
    isFork[i] = it.kind === 'bifurcation' ? 1 : 0
  }
  const records = { count, bytes }
  const skin = skinOf(template)
  kernels.writeCodes(records, skin)
  return { template, count, order, x, y, trust, isFork, records, skin }
}

/** The numbers of the minutiae by direction, of equals by number: sorted by counting. */
function orderOf(minutiae: readonly Minutia[]): Uint8Array {
  const starts = new Uint8Array(257)
  for (const it of minutiae) starts[it.direction + 1]!++
  for (let direction = 0; direction < 256; direction++) starts[direction + 1]! += starts[direction]!
  const order = new Uint8Array(minutiae.length)
  for (let i = 0; i < minutiae.length; i++) order[starts[minutiae[i]!.direction]!++] = i
  return order
}
