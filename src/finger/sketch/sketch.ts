// Sketch — a print in 256 bytes: its best minutiae, each with what surrounds it in 64 signs.

import { assert } from '#kit/assert'
import {
  buckets,
  codeBytes,
  countAt,
  directionsAt,
  pointBytes,
  probeBytes,
  rowBucketAt,
  rowBytes,
  rowDirectionAt,
  rowXAt,
  rowYAt,
  type SketchProbe,
  sketchBytes,
  sketchMinutiae,
  startsAt,
  stepPx,
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
  const coded = codedOf(template, sketchMinutiae).toSorted(
    (a, b) => a.minutia.direction - b.minutia.direction,
  )
  const sketch = new Uint8Array(sketchBytes)
  const view = new DataView(sketch.buffer)
  const middleX = middleOf(coded.map(({ minutia }) => minutia.x))
  const middleY = middleOf(coded.map(({ minutia }) => minutia.y))
  for (const [i, { minutia, code }] of coded.entries()) {
    sketch.set(code, i * code.length)
    sketch[directionsAt + i] = minutia.direction
    view.setInt8(xsAt + i, stepsOf(minutia.x - middleX))
    view.setInt8(ysAt + i, stepsOf(minutia.y - middleY))
    for (let bucket = bucketOf(minutia.direction) + 1; bucket <= buckets; bucket++) {
      sketch[startsAt + bucket]!++
    }
  }
  sketch[countAt] = coded.length
  return sketch
}

/** A newcomer's print made ready to be looked for among sketches. */
export function sketchProbeOf(template: FingerTemplate): SketchProbe {
  const coded = codedOf(template, parameters.sketch.rows)
  const bytes = new Uint8Array(probeBytes)
  const view = new DataView(bytes.buffer)
  for (const [i, { minutia, code }] of coded.entries()) {
    const at = i * rowBytes
    bytes.set(code, at)
    view.setInt32(at + rowXAt, minutia.x, true)
    view.setInt32(at + rowYAt, minutia.y, true)
    view.setInt32(at + rowDirectionAt, minutia.direction, true)
    view.setInt32(at + rowBucketAt, (bucketOf(minutia.direction) + buckets - 2) % buckets, true)
  }
  return { rows: coded.length, bytes }
}

/** The best minutiae that have neighbors enough, best first. */
function codedOf({ minutiae }: FingerTemplate, wanted: number): Coded[] {
  const best = minutiae.toSorted((a, b) => b.quality - a.quality)
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

function bucketOf(direction: number): number {
  return Math.floor((direction * buckets) / 256)
}
