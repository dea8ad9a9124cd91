// Wavelet — a plane of samples split into its subbands, and joined again.

import { type Halves, lift, unlift } from './lifting.ts'
import type { Band } from './subbands.ts'

export interface Plane {
  readonly width: number
  readonly height: number
  /** Row by row; subbands lie where `subbands.ts` says. */
  readonly samples: Float32Array
}

/** In place, from the whole to its parts. */
export function splitPlane(plane: Plane, band: Band): void {
  splitBand(plane, band, spareOf(plane))
}

/** In place, from the parts to the whole. `isEmpty` says of a subband that all of it is nought. */
export function joinPlane(plane: Plane, band: Band, isEmpty: (subband: Band) => boolean): void {
  joinBand(plane, band, spareOf(plane), isEmpty)
}

/** Lines are moved out, lifted and moved back so many at a time: they stay in the cache. */
const linesAtOnce = 64

function spareOf({ width, height }: Plane): Float32Array {
  return new Float32Array(linesAtOnce * Math.max(width, height))
}

function splitBand(plane: Plane, band: Band, spare: Float32Array): void {
  if (band.parts.length === 0) return
  splitLines(plane, rowsOf(plane, band), spare)
  splitLines(plane, columnsOf(plane, band), spare)
  for (const part of band.parts) splitBand(plane, part, spare)
}

/** Whether there was anything to join: parts of noughts are noughts together. */
function joinBand(
  plane: Plane,
  band: Band,
  spare: Float32Array,
  isEmpty: (subband: Band) => boolean,
): boolean {
  if (band.parts.length === 0) return !isEmpty(band)
  const joined = band.parts.map((part) => joinBand(plane, part, spare, isEmpty))
  if (!joined.includes(true)) return false
  joinLines(plane, columnsOf(plane, band), spare)
  joinLines(plane, rowsOf(plane, band), spare)
  return true
}

/** The rows or the columns of a band. */
interface Lines {
  /** Where the first sample of the first line lies in the plane. */
  readonly at: number
  /** From one sample of a line to the next, and from one line to the next. */
  readonly step: number
  readonly lineStep: number
  readonly samples: number
  readonly lines: number
  readonly highFirst: boolean
}

function rowsOf({ width }: Plane, band: Band): Lines {
  return {
    ...{ at: band.y * width + band.x, step: 1, lineStep: width },
    ...{ samples: band.width, lines: band.height, highFirst: band.highFirstX },
  }
}

function columnsOf({ width }: Plane, band: Band): Lines {
  return {
    ...{ at: band.y * width + band.x, step: width, lineStep: 1 },
    ...{ samples: band.height, lines: band.width, highFirst: band.highFirstY },
  }
}

function splitLines(plane: Plane, of: Lines, spare: Float32Array): void {
  for (let line = 0; line < of.lines; line += linesAtOnce) {
    const halves = halvesOf(of, line)
    const { low, high } = placesOf(of, halves, line)
    moveOut(plane, low.inLine, spare)
    moveOut(plane, high.inLine, spare)
    lift(spare, halves)
    moveBack(plane, low.inHalf, spare)
    moveBack(plane, high.inHalf, spare)
  }
}

function joinLines(plane: Plane, of: Lines, spare: Float32Array): void {
  for (let line = 0; line < of.lines; line += linesAtOnce) {
    const halves = halvesOf(of, line)
    const { low, high } = placesOf(of, halves, line)
    moveOut(plane, low.inHalf, spare)
    moveOut(plane, high.inHalf, spare)
    unlift(spare, halves)
    moveBack(plane, low.inLine, spare)
    moveBack(plane, high.inLine, spare)
  }
}

/** Of the lines from `line` on, as many as are moved at once. */
function halvesOf({ samples, lines }: Lines, line: number): Halves {
  const lowCount = Math.ceil(samples / 2)
  return {
    ...{ lowCount, highCount: samples - lowCount },
    lines: Math.min(linesAtOnce, lines - line),
  }
}

/** Where one half of some lines lies in the plane, and from where on in the spare room. */
interface Place {
  readonly at: number
  readonly step: number
  readonly lineStep: number
  readonly count: number
  readonly lines: number
  readonly spareAt: number
}

/** In a line low and high samples take turns; in the halves each lie together. */
function placesOf(
  { at, step, lineStep, highFirst }: Lines,
  { lowCount, highCount, lines }: Halves,
  line: number,
) {
  const from = at + line * lineStep
  const low = { lineStep, count: lowCount, lines, spareAt: 0 }
  const high = { lineStep, count: highCount, lines, spareAt: lowCount * lines }
  const lowAt = highFirst ? highCount * step : 0
  const highAt = highFirst ? 0 : lowCount * step
  return {
    low: {
      inLine: { ...low, at: from, step: 2 * step },
      inHalf: { ...low, at: from + lowAt, step },
    },
    high: {
      inLine: { ...high, at: from + step, step: 2 * step },
      inHalf: { ...high, at: from + highAt, step },
    },
  }
}

function moveOut({ samples }: Plane, place: Place, spare: Float32Array): void {
  const { step, lineStep, count, lines } = place
  let to = place.spareAt
  for (let i = 0; i < count; i++) {
    let from = place.at + i * step
    for (const end = to + lines; to < end; from += lineStep) spare[to++] = samples[from]!
  }
}

function moveBack({ samples }: Plane, place: Place, spare: Float32Array): void {
  const { step, lineStep, count, lines } = place
  let from = place.spareAt
  for (let i = 0; i < count; i++) {
    let to = place.at + i * step
    for (const end = from + lines; from < end; to += lineStep) samples[to] = spare[from++]!
  }
}
