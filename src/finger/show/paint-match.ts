// Paint match — codes of minutiae, their likeness, and one print laid on the other, as pictures.

import {
  type Aligned,
  directionAt,
  knownAt,
  type PrintRecords,
  recordBytes,
} from '../kernels/match-contract.ts'
import type { Probe } from '../match-templates.ts'
import * as parameters from '../parameters.ts'
import { heatInk, inks } from './inks.ts'
import type { PrintToShow } from './paint-pair.ts'
import { drawLine, drawMark, emptyPicture, type Picture, pictureByPixel } from './picture.ts'

const cellPx = 10
const gapPx = 12

/**
 * The codes of one record of each print, one above the other: six squares for the six sections of
 * relative directions. Dark cells are set, light ones known and not set, the rest not known.
 */
export function pictureOfCodes(
  prints: readonly [PrintRecords, PrintRecords],
  records: readonly [number, number],
): Picture {
  const { cells: side, sections } = parameters.cylinder
  const panel = side * cellPx + gapPx
  return pictureByPixel(sections * panel + gapPx, 2 * panel + gapPx, (x, y) => {
    const section = Math.floor((x - gapPx) / panel)
    const print = Math.floor((y - gapPx) / panel)
    const column = Math.floor((x - gapPx - section * panel) / cellPx)
    const row = Math.floor((y - gapPx - print * panel) / cellPx)
    const isInPanel = section >= 0 && print >= 0 && column < side && row < side
    if (!isInPanel) return inks.paper
    const isEdge = (x - gapPx - section * panel) % cellPx === 0
    if (isEdge || (y - gapPx - print * panel) % cellPx === 0) return inks.paper
    const { bytes } = prints[print]!
    const record = records[print]! * recordBytes
    const cell = row * side + column
    if (!isSet(bytes, record + knownAt, cell)) return inks.pane
    return isSet(bytes, record + 8 * section, cell) ? inks.fork : inks.edge
  })
}

function isSet(bytes: Uint8Array, at: number, bit: number): boolean {
  return ((bytes[at + (bit >> 3)]! >> (bit & 7)) & 1) === 1
}

/** A row for each record of a, a column for each of b: the lighter, the more alike. */
export function pictureOfLikeness(likeness: Uint16Array, rows: number, columns: number): Picture {
  const side = 6
  return pictureByPixel(columns * side, rows * side, (x, y) => {
    const value = likeness[Math.floor(y / side) * columns + Math.floor(x / side)]!
    return value === 0 ? inks.pane : heatInk(value / 65_535)
  })
}

const times = 2
const radius = 6

/** Print b with its minutiae in one color, and those of a where the alignment lays them. */
export function pictureOfAligned(
  a: Probe,
  b: Probe,
  { template }: PrintToShow,
  { motion: { cos, sin, dx, dy }, pairs }: Aligned,
): Picture {
  const picture = emptyPicture(template.width * times, template.height * times, inks.pane)
  const laid = (i: number) => ({
    x: times * (a.x[i]! * cos + a.y[i]! * sin + dx),
    y: times * (a.y[i]! * cos - a.x[i]! * sin + dy),
  })
  const placed = (j: number) => ({ x: times * b.x[j]!, y: times * b.y[j]! })
  for (let k = 0; k < pairs.length; k += 3) {
    drawLine(picture, laid(pairs[k]!), placed(pairs[k + 1]!), inks.pair, 3)
  }
  const turn = Math.atan2(sin, cos)
  for (let i = 0; i < a.count; i++) {
    const angle = -(directionOf(a, i) + turn)
    drawPointed(picture, laid(i), angle, a.isFork[i] === 1, inks.fork)
  }
  for (let j = 0; j < b.count; j++) {
    drawPointed(picture, placed(j), -directionOf(b, j), b.isFork[j] === 1, inks.ending)
  }
  return picture
}

/** Radians, counterclockwise. */
function directionOf({ records }: Probe, i: number): number {
  return (records.bytes[i * recordBytes + directionAt]! * Math.PI) / 128
}

function drawPointed(
  picture: Picture,
  middle: { readonly x: number; readonly y: number },
  angle: number,
  isFork: boolean,
  ink: number,
): void {
  const tip = { x: middle.x + 16 * Math.cos(angle), y: middle.y + 16 * Math.sin(angle) }
  drawMark(picture, middle, { isFork, radius }, ink)
  drawLine(picture, middle, tip, ink, 2)
}
