// Clean — what noise does to a skeleton undone: gaps, spurs, islands, bridges and holes.

import * as parameters from '../parameters.ts'
import { type Binary, ridgeIndices } from './binarize.ts'
import { type Line, linesFrom, linesMeetingAt } from './lines.ts'
import { directionAt, type Flow } from './ridge-flow.ts'

export function clean(skeleton: Binary, flow: Flow): Binary {
  const cleaned = { ...skeleton, pixels: skeleton.pixels.slice() }
  const indices = ridgeIndices(cleaned.pixels)
  closeGaps(cleaned, indices)
  const all = ridgeIndices(cleaned.pixels)
  dropSpurs(cleaned, all)
  dropBridges(cleaned, all, flow)
  dropHoles(cleaned, all)
  dropSpurs(cleaned, all)
  return cleaned
}

/** Joins two endings that point at each other over a short distance. */
function closeGaps(skeleton: Binary, indices: Int32Array): void {
  const { gapMax, gapCosMin } = parameters.skeleton
  const { width } = skeleton
  const endings = Array.from(indices.filter((i) => linesMeetingAt(skeleton, i) === 1)).map((i) => ({
    x: i % width,
    y: Math.floor(i / width),
    ...outward(skeleton, i),
  }))
  const joined = new Set<number>()
  for (let a = 0; a < endings.length; a++) {
    for (let b = a + 1; b < endings.length; b++) {
      const from = endings[a]!
      const to = endings[b]!
      if (to.y - from.y > gapMax) break
      const x = to.x - from.x
      const y = to.y - from.y
      if (Math.abs(x) > gapMax) continue
      const distance = Math.hypot(x, y)
      if (distance > gapMax || distance < 2 || joined.has(a) || joined.has(b)) continue
      const agreesFrom = (from.dx * x + from.dy * y) / distance
      const agreesTo = -(to.dx * x + to.dy * y) / distance
      if (agreesFrom < gapCosMin || agreesTo < gapCosMin) continue
      joined.add(a).add(b)
      const steps = Math.max(Math.abs(x), Math.abs(y))
      for (let k = 1; k < steps; k++) {
        const px = from.x + Math.round((x * k) / steps)
        const py = from.y + Math.round((y * k) / steps)
        skeleton.pixels[py * width + px] = 1
      }
    }
  }
}

/** Unit vector from the ridge out over its ending. */
function outward(skeleton: Binary, i: number): { dx: number; dy: number } {
  const [line] = linesFrom(skeleton, i, parameters.minutiae.directionPx)
  const far = line?.path.at(-1) ?? i
  const dx = (i % skeleton.width) - (far % skeleton.width)
  const dy = Math.floor(i / skeleton.width) - Math.floor(far / skeleton.width)
  const length = Math.hypot(dx, dy) || 1
  return { dx: dx / length, dy: dy / length }
}

/** Short lines that end: at a junction they are hair on a ridge, alone they are dust. */
function dropSpurs(skeleton: Binary, indices: Int32Array): void {
  const { spurMax, islandMax } = parameters.skeleton
  for (const i of indices) {
    if (linesMeetingAt(skeleton, i) !== 1) continue
    const [line] = linesFrom(skeleton, i, islandMax)
    if (line === undefined) continue
    if (line.end === 'junction' && line.path.length <= spurMax)
      erase(skeleton, line.path.slice(0, -1))
    if (line.end === 'ending') erase(skeleton, line.path)
  }
}

/** Short lines between two junctions that run across the flow join what skin keeps apart. */
function dropBridges(skeleton: Binary, indices: Int32Array, flow: Flow): void {
  for (const i of indices) {
    if (linesMeetingAt(skeleton, i) < 3) continue
    for (const line of linesFrom(skeleton, i, parameters.skeleton.bridgeMax)) {
      if (line.end === 'junction' && isAcross(skeleton, line, flow)) {
        erase(skeleton, line.path.slice(1, -1))
      }
    }
  }
}

function isAcross(skeleton: Binary, { path }: Line, flow: Flow): boolean {
  const { width } = skeleton
  const from = path[0]!
  const to = path.at(-1)!
  const x = (to % width) - (from % width)
  const y = Math.floor(to / width) - Math.floor(from / width)
  const column = Math.min(flow.columns - 1, (from % width) >> 3)
  const row = Math.min(flow.rows - 1, Math.floor(from / width) >> 3)
  const direction = directionAt(flow, row * flow.columns + column)
  return Math.abs(x * Math.cos(direction) + y * Math.sin(direction)) < 0.6 * Math.hypot(x, y)
}

/** Two lines between the same two junctions are one ridge around a pore. */
function dropHoles(skeleton: Binary, indices: Int32Array): void {
  for (const i of indices) {
    if (linesMeetingAt(skeleton, i) < 3) continue
    const lines = linesFrom(skeleton, i, parameters.skeleton.holeMax)
    for (const line of lines) {
      const twin = lines.find((it) => it !== line && it.path.at(-1) === line.path.at(-1))
      if (line.end !== 'junction' || twin === undefined) continue
      erase(skeleton, (line.path.length > twin.path.length ? line : twin).path.slice(1, -1))
      break
    }
  }
}

function erase(skeleton: Binary, path: readonly number[]): void {
  for (const i of path) skeleton.pixels[i] = 0
}
