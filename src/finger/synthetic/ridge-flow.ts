// Ridge flow — the direction of the ridges at each point of a master print.
//
// Sherlock and Monro's zero-pole model: each loop turns the flow by half the angle under which it
// is seen, each delta by half of it backwards. As Vizcaya and Gerhardt do, the angle is bent before
// it is used, so that fingers with the same points still flow differently; here by two sines whose
// strengths are drawn. Below it lies the arching of a fingertip, above it a slow waver; the whole is
// drawn out towards the tip, as fingers are longer than wide.

import type { Seeded } from '#kit/seeded'
import type { PatternClass } from './pattern-class.ts'
import { drawSingularPoints, type Point, type SingularPoints } from './singular-points.ts'
import { smoothNoise } from './smooth-noise.ts'

export interface RidgeFlow {
  readonly width: number
  readonly height: number
  /** Radians, counterclockwise from the x axis, in [0, π), row by row. */
  readonly directions: Float32Array
  readonly points: SingularPoints
}

export function drawRidgeFlow(
  patternClass: PatternClass,
  width: number,
  height: number,
  chance: Seeded,
): RidgeFlow {
  const points = drawSingularPoints(patternClass, chance.fork('points'))
  const turns = drawTurns(patternClass, points, chance.fork('turns'))
  const tall = Math.max(tallMin, tallUsual + tallDeviation * chance.fork('tall').normal())
  const waver = smoothNoise(chance.fork('waver'), width, height, waverCellPx).values
  const directions = new Float32Array(width * height)
  for (let row = 0; row < height; row++) {
    const y = (height / 2 - row) / tall
    for (let column = 0; column < width; column++) {
      const x = column - width / 2
      let angle = 0
      for (const turn of turns) angle += turn(x, y)
      angle = Math.atan2(tall * Math.sin(angle), Math.cos(angle))
      const turned = angle + waverRad * waver[row * width + column]!
      directions[row * width + column] = turned - Math.PI * Math.floor(turned / Math.PI)
    }
  }
  const drawnOut = (all: readonly Point[]) => all.map(({ x, y }) => ({ x, y: tall * y }))
  const { loops, deltas } = points
  return {
    width,
    height,
    directions,
    points: { loops: drawnOut(loops), deltas: drawnOut(deltas) },
  }
}

/**
 * By how much everything is drawn out from base to tip: without it ridges beside the core lie at 45°
 * where those of real fingers stand at 65°, and deltas come too close to the core.
 */
const tallUsual = 1.6
const tallDeviation = 0.15
const tallMin = 1.2
const waverCellPx = 90
const waverRad = 0.075

type Turn = (x: number, y: number) => number

/** What turns the flow, each part at its place: the arching, the deltas, then the loops. */
function drawTurns(patternClass: PatternClass, points: SingularPoints, chance: Seeded): Turn[] {
  const turns = [drawArching(patternClass, chance.fork('arching'))]
  for (const delta of points.deltas) {
    turns.push(drawTurn(delta, -0.5, -Math.PI / 2, 0.1 * chance.normal(), chance))
  }
  const usual = points.loops.length === 1 ? 0.55 : 0.3
  const settled = [...turns]
  for (const loop of points.loops) {
    // Where a loop opens, the ridge runs straight away from it: half the angle it is seen under
    // and what all others turn there make up that angle itself.
    const others = points.loops.filter((other) => other !== loop)
    const rest =
      settled.reduce((sum, turn) => sum + turn(loop.x, loop.y), 0) +
      others.reduce((sum, other) => sum + Math.atan2(loop.y - other.y, loop.x - other.x) / 2, 0)
    const parallel = Math.min(0.85, Math.max(0, usual + 0.13 * chance.normal()))
    turns.push(drawTurn(loop, 0.5, 2 * rest, parallel, chance))
  }
  return turns
}

/** How one singular point turns the flow; `parallel` (below 1) straightens it where it opens. */
function drawTurn(
  point: Point,
  share: number,
  opens: number,
  parallel: number,
  chance: Seeded,
): Turn {
  const sway = 0.06 * chance.normal()
  const square = 0.05 * chance.normal()
  return (x, y) => {
    const angle = Math.atan2(y - point.y, x - point.x)
    const off = angle - opens
    const bend = -parallel * Math.sin(off) + sway * (1 - Math.cos(off)) + square * Math.sin(2 * off)
    return share * (angle + bend)
  }
}

/** The dome that all fingertips have, and which in an arch is all there is. */
function drawArching(patternClass: PatternClass, chance: Seeded): Turn {
  const isArch = patternClass === 'arch'
  const height = isArch ? 0.85 + 0.15 * chance.normal() : 0.16 + 0.05 * chance.normal()
  const top = isArch ? 0.65 : 0.42
  const middle = isArch ? -15 + 15 * chance.normal() : 20
  const base = isArch ? -150 : -170
  const shift = 10 * chance.normal()
  const halfWidth = (isArch ? 130 : 210) + 10 * chance.normal()
  return (x, y) => {
    const rise = smoothStep((y - base) / (middle - base))
    const fall = smoothStep((y - middle) / (260 - middle))
    const strength = rise * (height + (top - height) * fall)
    const away = (x - shift) / (halfWidth * (1 + 0.6 * fall))
    // Steepest half way out, gentler again towards the sides.
    return -strength * 2 * (away / (0.35 + away * away)) * 0.6
  }
}

function smoothStep(t: number): number {
  const u = t < 0 ? 0 : t > 1 ? 1 : t
  return u * u * (3 - 2 * u)
}
