// Ridge period — the distance from ridge to ridge at each point of a master print.

import type { Seeded } from '#kit/seeded'
import type { RidgeFlow } from './ridge-flow.ts'
import { smoothNoise } from './smooth-noise.ts'

/** Pixels at 500 dpi; 9 px is 0.46 mm. */
export const ridgePeriodPxMin = 6.2
export const ridgePeriodPxMax = 13

/**
 * Ridges stand about `meanPx` apart: wider below the lowest delta, towards the joint, and a little
 * wider near the tip (Cappelli); the rest is the finger's own slow variation.
 */
export function drawRidgePeriods(flow: RidgeFlow, meanPx: number, chance: Seeded): Float32Array {
  const { width, height, points } = flow
  const variation = smoothNoise(chance.fork('period'), width, height, 70).values
  const wideBelow = 0.16 + 0.06 * chance.normal()
  const wideAbove = 0.05 + 0.04 * chance.normal()
  const lowest = Math.min(-90, ...points.deltas.map((delta) => delta.y))
  const highest = Math.max(30, ...points.loops.map((loop) => loop.y))
  const periods = new Float32Array(width * height)
  for (let row = 0; row < height; row++) {
    const y = height / 2 - row
    const below = Math.min(1, Math.max(0, (lowest + 50 - y) / 110))
    const above = Math.min(1, Math.max(0, (y - highest) / 150))
    const trend = 1 + wideBelow * below + wideAbove * above
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const period = meanPx * trend * (1 + 0.055 * variation[at]!)
      periods[at] = Math.min(ridgePeriodPxMax, Math.max(ridgePeriodPxMin, period))
    }
  }
  return periods
}
