// Sketch — a print in 256 bytes: good minutiae all over it, each with what surrounds it in 64 signs.

import { assert } from '#kit/assert'
import {
  beginsAt,
  buckets,
  codeBytes,
  countAt,
  directionsAt,
  firstDirectionAt,
  pointBytes,
  probeBytes,
  rowBytes,
  rowDirectionAt,
  rowsMax,
  rowXAt,
  rowYAt,
  type SketchProbe,
  sketchBytes,
  sketchMinutiae,
  stepPx,
  windowMinutiae,
  xsAt,
  ysAt,
} from '../kernels/sketch-contract.ts'
import { sketchKernels } from '../kernels/sketch-kernels.ts'
import { templateSidePxMax } from '../limits.ts'
import * as parameters from '../parameters.ts'
import type { FingerTemplate, Minutia } from '../template/finger-template.ts'

interface Coded {
  readonly minutia: Minutia
  readonly code: Uint8Array
}

/** As it lies in a `SketchStore`, 256 bytes. */
export function sketchOf(template: FingerTemplate): Uint8Array {
  const coded = behindWidestGap(codedOf(spreadOut(template.minutiae), sketchMinutiae))
  const sketch = new Uint8Array(sketchBytes)
  const [first] = coded
  if (first === undefined) return sketch
  const view = new DataView(sketch.buffer)
  const middleX = middleOf(coded.map(({ minutia }) => minutia.x))
  const middleY = middleOf(coded.map(({ minutia }) => minutia.y))
  for (let i = 0; i < sketchMinutiae; i++) {
    const { minutia, code } = coded[i % coded.length]!
    sketch.set(code, i * code.length)
    sketch[directionsAt + i] = minutia.direction
    view.setInt8(xsAt + i, stepsOf(minutia.x - middleX))
    view.setInt8(ysAt + i, stepsOf(minutia.y - middleY))
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    const before = (behind: number) =>
      coded.filter((it) => turnFrom(first, it) < ((bucket + behind) * 256) / buckets).length
    // So that its own sixteenth lies in the middle.
    const begin = ((before(0) + before(1)) >> 1) - windowMinutiae / 2
    sketch[beginsAt + bucket] = Math.max(0, Math.min(coded.length - windowMinutiae, begin))
  }
  sketch[firstDirectionAt] = first.minutia.direction
  sketch[countAt] = coded.length
  return sketch
}

/** By direction, beginning where none lies before it for the longest part of a turn. */
function behindWidestGap(coded: readonly Coded[]): readonly Coded[] {
  const sorted = coded.toSorted((a, b) => a.minutia.direction - b.minutia.direction)
  const gapBefore = (it: Coded, i: number) => turnFrom(sorted.at(i - 1)!, it)
  const gaps = sorted.map(gapBefore)
  const widest = gaps.indexOf(Math.max(...gaps))
  return [...sorted.slice(widest), ...sorted.slice(0, widest)]
}

function turnFrom(a: Coded, b: Coded): number {
  return (b.minutia.direction - a.minutia.direction) & 255
}

/** A newcomer's print made ready to be looked for among sketches: so many minutiae, best first. */
export function sketchProbeOf(
  template: FingerTemplate,
  rows: number = parameters.sketch.rows,
): SketchProbe {
  const coded = codedOf(byQuality(template.minutiae), Math.min(rows, rowsMax))
  const bytes = new Uint8Array(probeBytes)
  const view = new DataView(bytes.buffer)
  for (const [i, { minutia, code }] of coded.entries()) {
    const at = i * rowBytes
    bytes.set(code, at)
    view.setInt32(at + rowXAt, minutia.x, true)
    view.setInt32(at + rowYAt, minutia.y, true)
    view.setInt32(at + rowDirectionAt, minutia.direction, true)
  }
  return { rows: coded.length, bytes }
}

function byQuality(minutiae: readonly Minutia[]): readonly Minutia[] {
  return minutiae.toSorted((a, b) => b.quality - a.quality)
}

/** The best, then those that are good and far from all before them; the rest behind them. */
function spreadOut(minutiae: readonly Minutia[]): readonly Minutia[] {
  const { bestFirst, orderedMax, qualityMore } = parameters.sketch
  const sorted = byQuality(minutiae)
  const taken = sorted.slice(0, bestFirst)
  const rest = sorted
    .slice(bestFirst)
    .map((it) => ({ it, square: Math.min(...taken.map((other) => squareBetween(it, other))) }))
  const worth = ({ it, square }: (typeof rest)[number]) => square * (it.quality + qualityMore) ** 2
  while (taken.length < orderedMax && rest.length > 0) {
    let best = 0
    for (let k = 1; k < rest.length; k++) if (worth(rest[k]!) > worth(rest[best]!)) best = k
    const [next] = rest.splice(best, 1)
    taken.push(next!.it)
    for (const other of rest)
      other.square = Math.min(other.square, squareBetween(other.it, next!.it))
  }
  return [...taken, ...rest.map(({ it }) => it)]
}

function squareBetween(a: Minutia, b: Minutia): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2
}

/** The first of these that have neighbors enough. */
function codedOf(best: readonly Minutia[], wanted: number): Coded[] {
  const points = new Uint8Array(best.length * pointBytes)
  const view = new DataView(points.buffer)
  for (const [i, { x, y, direction }] of best.entries()) {
    assert(
      x >= 0 && y >= 0 && x < templateSidePxMax && y < templateSidePxMax,
      'a place on the print',
    )
    view.setUint16(i * pointBytes, x, true)
    view.setUint16(i * pointBytes + 2, y, true)
    view.setUint8(i * pointBytes + 4, direction)
  }
  const codes = sketchKernels().codes(points, best.length, wanted)
  const found = new DataView(codes.buffer, codes.byteOffset, codes.byteLength)
  return Array.from({ length: codes.length / codeBytes }, (_, k) => ({
    minutia: best[found.getInt32(k * codeBytes + 8, true)]!,
    code: codes.subarray(k * codeBytes, k * codeBytes + 8),
  }))
}

function middleOf(all: readonly number[]): number {
  return all.length === 0 ? 0 : Math.round(all.reduce((sum, it) => sum + it, 0) / all.length)
}

function stepsOf(px: number): number {
  return Math.max(-127, Math.min(127, Math.round(px / stepPx)))
}
