// Scan — a newcomer's prints against the sketches of many: which minutiae are alike and lie alike.
//
// Each row finds the nearest code among those around its direction. What a hypothesis can score
// at most is known then; who is not alike enough for a look at how it lies is done with. Of the others
// the nearest rows propose a motion each; the best is the one under which most of what is alike falls into place.

import { cosOf, sinOf } from '../../match/turn-tables.ts'
import {
  beginsAt,
  countAt,
  directionsAt,
  firstDirectionAt,
  rowBytes,
  rowDirectionAt,
  rowXAt,
  rowYAt,
  type ScanLimits,
  type SketchAsk,
  type SketchHits,
  type SketchProbe,
  sketchBytes,
  stepPx,
  windowMinutiae,
  xsAt,
  ysAt,
} from '../sketch-contract.ts'

export function scan(
  ask: SketchAsk,
  sketches: Uint8Array,
  capacity: number,
  { from, after, least }: { readonly from: number; readonly after: number; readonly least: number },
  limits: ScanLimits,
): SketchHits {
  const hits: { visit: number; score: number; hypothesis: number }[] = []
  for (let visit = from; visit < after; visit++) {
    const found = ask.compares.map(({ probe, slot }) => {
      const at = (slot * capacity + visit) * sketchBytes
      const sketch = sketches.subarray(at, at + sketchBytes)
      const near = nearestOf(probe, sketch, limits.farthest)
      const sum = near.reduce((all, it) => all + it.value, 0)
      return {
        sum,
        wanted: near.length * limits.perRow,
        score: () => geometryOf(probe, sketch, near, limits),
      }
    })
    let best = 0
    let hypothesis = 0
    for (const [m, numbers] of ask.hypotheses.entries()) {
      const bound = numbers.reduce((all, c) => all + found[c]!.sum, 0)
      const wanted = numbers.reduce((all, c) => all + found[c]!.wanted, 0)
      if (bound < least || bound <= best || bound < wanted) continue
      const score = numbers.reduce((all, c) => all + found[c]!.score(), 0)
      if (score <= best) continue
      best = score
      hypothesis = m
    }
    if (best >= least && best > 0) hits.push({ visit, score: best, hypothesis })
  }
  return {
    count: hits.length,
    visits: Uint32Array.from(hits, (it) => it.visit),
    scores: Uint16Array.from(hits, (it) => it.score),
    hypotheses: Uint16Array.from(hits, (it) => it.hypothesis),
  }
}

/** A row and the sketch's minutia whose code is nearest to its own. */
interface Near {
  readonly row: number
  readonly minutia: number
  /** By how many bits it is nearer than the farthest that says anything. */
  readonly value: number
}

function nearestOf({ rows, bytes }: SketchProbe, sketch: Uint8Array, farthest: number): Near[] {
  if (sketch[countAt] === 0) return []
  const probe = viewOf(bytes)
  const codes = viewOf(sketch)
  return Array.from({ length: rows }, (_, row) => {
    const at = row * rowBytes
    const direction = probe.getInt32(at + rowDirectionAt, true)
    const begin = sketch[beginsAt + (((direction - sketch[firstDirectionAt]!) & 255) >> 4)]!
    let apart = 65
    let minutia = begin
    for (let j = begin; j < begin + windowMinutiae; j++) {
      const differing =
        ones(probe.getUint32(at, true) ^ codes.getUint32(j * 8, true)) +
        ones(probe.getUint32(at + 4, true) ^ codes.getUint32(j * 8 + 4, true))
      if (differing >= apart) continue
      apart = differing
      minutia = j
    }
    return { row, minutia, value: Math.max(0, farthest - apart) }
  })
}

function geometryOf(
  probe: SketchProbe,
  sketch: Uint8Array,
  near: readonly Near[],
  limits: ScanLimits,
): number {
  const close = near.filter((it) => it.value > 0)
  const proposing = close
    .toSorted((a, b) => b.value - a.value || a.row - b.row)
    .slice(0, limits.seeds)
  return proposing.reduce((best, seed) => {
    return Math.max(best, agreementOf(probe, sketch, seed, close, limits))
  }, 0)
}

/** The values of all rows whose partners lie where the seed's motion brings them. */
function agreementOf(
  { bytes }: SketchProbe,
  sketch: Uint8Array,
  seed: Near,
  close: readonly Near[],
  { turnMax, missSquare, missShare }: ScanLimits,
): number {
  const rows = viewOf(bytes)
  const places = viewOf(sketch)
  const rowOf = (row: number) => ({
    x: rows.getInt32(row * rowBytes + rowXAt, true),
    y: rows.getInt32(row * rowBytes + rowYAt, true),
    direction: rows.getInt32(row * rowBytes + rowDirectionAt, true),
  })
  const minutiaOf = (j: number) => ({
    x: places.getInt8(xsAt + j) * stepPx,
    y: places.getInt8(ysAt + j) * stepPx,
    direction: sketch[directionsAt + j]!,
  })
  const from = rowOf(seed.row)
  const to = minutiaOf(seed.minutia)
  const turn = (to.direction - from.direction) & 255
  const cos = cosOf[turn]!
  const sin = sinOf[turn]!
  let sum = 0
  for (const { row, minutia, value } of close) {
    const one = rowOf(row)
    const other = minutiaOf(minutia)
    const apart = (other.direction - one.direction - turn) & 255
    if (Math.min(apart, 256 - apart) > turnMax) continue
    const px = one.x - from.x
    const py = one.y - from.y
    const dx = other.x - to.x - ((px * cos + py * sin) >> 14)
    const dy = other.y - to.y - ((py * cos - px * sin) >> 14)
    const allowed = missSquare + (((px * px + py * py) * missShare) >> 8)
    if (dx * dx + dy * dy <= allowed) sum += value
  }
  return sum
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function ones(word: number): number {
  let it = word - ((word >>> 1) & 0x55555555)
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333)
  it = (it + (it >>> 4)) & 0x0f0f0f0f
  return Math.imul(it, 0x01010101) >>> 24
}
