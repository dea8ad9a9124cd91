// Tables — the patterns of the sketch as the kernels read them: whole numbers in small tables.

import type { SketchTables } from '../kernels/sketch-contract.ts'
import { cosOf, sinOf } from '../match/turn-tables.ts'
import * as parameters from '../parameters.ts'

const { reachPx, windowPower, neighborsMin } = parameters.sketch
const one15 = 2 ** 15 - 1
const one11 = 2 ** 11

/** How often each of the sixteen patterns swings along the minutia's direction, and across. */
const waves: readonly (readonly [along: number, across: number])[] = [
  ...Array.from({ length: 5 }, (_, u) =>
    Array.from({ length: 5 - u }, (_, v): [number, number] => [u, v]),
  ).flat(),
  [5, 0],
]

const offsets = 2 * reachPx + 1

function patternsOf(swings: (wave: readonly [number, number]) => number): Int16Array {
  return Int16Array.from({ length: offsets * waves.length }, (_, i) => {
    const offset = Math.floor(i / waves.length)
    const wave = waves[i % waves.length]!
    return Math.round(one15 * Math.cos((Math.PI * swings(wave) * offset) / (2 * reachPx)))
  })
}

export const sketchTables: SketchTables = {
  cos: cosOf,
  sin: sinOf,
  along: patternsOf(([along]) => along),
  across: patternsOf(([, across]) => across),
  window: Int16Array.from({ length: reachPx * reachPx + 1 }, (_, square) => {
    const cosine = Math.max(0, Math.cos((Math.PI * Math.sqrt(square)) / (2 * reachPx)))
    return Math.round(one15 * cosine ** windowPower)
  }),
  harmonics: Int16Array.from({ length: 256 * 4 }, (_, i) => {
    const turn = (Math.floor(i / 4) * Math.PI) / 128
    const times = 1 + Math.floor((i % 4) / 2)
    return Math.round(one11 * (i % 2 === 0 ? Math.cos(times * turn) : Math.sin(times * turn)))
  }),
  reach: reachPx,
  neighborsMin,
}
