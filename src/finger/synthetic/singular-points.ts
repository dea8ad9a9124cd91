// Singular points — where the ridge flow of a class turns (loops) and parts (deltas).

import type { Seeded } from '#kit/seeded'
import type { PatternClass } from './pattern-class.ts'

export interface Point {
  /** Pixels at 500 dpi from the middle of the master, to the right. */
  readonly x: number
  /** Pixels at 500 dpi from the middle of the master, towards the tip. */
  readonly y: number
}

export interface SingularPoints {
  readonly loops: readonly Point[]
  readonly deltas: readonly Point[]
}

/** Draws loops and deltas where fingers of the class have them; an arch has none. */
export function drawSingularPoints(patternClass: PatternClass, chance: Seeded): SingularPoints {
  const between = (from: number, to: number) => from + (to - from) * chance.unit()
  switch (patternClass) {
    case 'arch':
      return { loops: [], deltas: [] }
    case 'tented-arch': {
      const loop = { x: between(-12, 12), y: between(-5, 30) }
      return {
        loops: [loop],
        deltas: [{ x: loop.x + between(-9, 9), y: loop.y - between(45, 95) }],
      }
    }
    case 'left-loop':
      return drawLoop(1, between)
    case 'right-loop':
      return drawLoop(-1, between)
    case 'whorl':
      return drawWhorl(chance, between)
  }
}

type Between = (from: number, to: number) => number

/** A loop that opens to one side has its delta on the other (`deltaSide` 1 is the right). */
function drawLoop(deltaSide: 1 | -1, between: Between): SingularPoints {
  const loop = { x: between(-14, 14), y: between(5, 45) }
  const delta = { x: loop.x + deltaSide * between(72, 145), y: loop.y - between(75, 165) }
  return { loops: [loop], deltas: [delta] }
}

/** Two loops back to back: close together a plain whorl, apart and askew a double loop. */
function drawWhorl(chance: Seeded, between: Between): SingularPoints {
  const isDouble = chance.unit() < 0.22
  const upper = { x: between(-12, 12), y: between(25, 60) }
  const lean = isDouble ? (chance.unit() < 0.5 ? -1 : 1) * between(18, 42) : between(-10, 10)
  const lower = { x: upper.x + lean, y: upper.y - (isDouble ? between(40, 95) : between(22, 90)) }
  const middle = (upper.x + lower.x) / 2
  const deltas = [-1, 1].map((side) => ({
    x: middle + side * between(75, 140),
    y: lower.y - between(50, 120),
  }))
  return { loops: [upper, lower], deltas }
}
