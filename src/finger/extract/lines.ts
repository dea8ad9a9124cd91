// Lines — walking along the one-pixel lines of a skeleton.

import { traceStepsMax } from '../limits.ts'
import { crossings, neighborhoodAt } from '../neighborhood.ts'
import type { Binary } from './binarize.ts'

/** What a walk met at its far end: nothing means that it was long enough. */
export type LineEnd = 'ending' | 'junction' | 'nothing'

export interface Line {
  /** Pixel indices from the start on, the start included, and the end where one was met. */
  readonly path: readonly number[]
  readonly end: LineEnd
}

/** 1 for the end of a line, 2 within it, 3 and more where lines meet, 0 alone or no ridge. */
export function linesMeetingAt(skeleton: Binary, i: number): number {
  if (skeleton.pixels[i] !== 1) return 0
  return crossings[neighborhoodAt(skeleton.pixels, skeleton.width, i)]!
}

/** The lines that leave pixel `i`, each followed for at most `steps` pixels. */
export function linesFrom(skeleton: Binary, i: number, steps: number): Line[] {
  return groups[neighborhoodAt(skeleton.pixels, skeleton.width, i)]!.map((group) =>
    follow(skeleton, i, group, Math.min(steps, traceStepsMax)),
  )
}

function follow(skeleton: Binary, start: number, first: Group, steps: number): Line {
  const { pixels, width } = skeleton
  const path = [start]
  let step = first.nearest
  let here = start + offsetOf(step, width)
  while (path.length <= steps) {
    path.push(here)
    if (here === start) return { path, end: 'nothing' }
    const around = neighborhoodAt(pixels, width, here)
    if (crossings[around] !== 2) {
      return { path, end: crossings[around]! < 2 ? 'ending' : 'junction' }
    }
    const onward = onwards[(around << 3) | step]!
    if (onward === none) return { path, end: 'ending' }
    step = onward
    here += offsetOf(step, width)
  }
  return { path, end: 'nothing' }
}

/** Neighbors that touch each other and so belong to one line. */
interface Group {
  readonly bits: number
  /** Number of the neighbor to step to: one that shares an edge, where there is one. */
  readonly nearest: number
}

const groups: readonly (readonly Group[])[] = Array.from({ length: 256 }, (_, around) => {
  const found: Group[] = []
  for (let start = 0; start < 8; start++) {
    const isStart = has(around, start) && !has(around, start - 1)
    if (!isStart) continue
    const members: number[] = []
    for (let k = start; has(around, k) && members.length < 8; k++) members.push(k & 7)
    const nearest = members.find((it) => it % 2 === 0) ?? members[0]!
    found.push({ bits: members.reduce((bits, it) => bits | (1 << it), 0), nearest })
  }
  return found
})

const none = 8

/** Where the walk goes on from a neighborhood, by the step that led to it: not back. */
const onwards = Uint8Array.from({ length: 256 * 8 }, (_, i) => {
  const back = 1 << ((i + 4) & 7)
  return groups[i >> 3]!.find((group) => (group.bits & back) === 0)?.nearest ?? none
})

function has(around: number, k: number): boolean {
  return ((around >> (k & 7)) & 1) === 1
}

const dx = [0, 1, 1, 1, 0, -1, -1, -1]
const dy = [-1, -1, 0, 1, 1, 1, 0, -1]

function offsetOf(k: number, width: number): number {
  return dy[k]! * width + dx[k]!
}
