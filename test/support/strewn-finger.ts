// Strewn finger — minutiae thrown on a sheet: a finger for whoever asks where it is found, not how it
// looks.

import type { FingerTemplate } from '../../src/finger/index.ts'
import { seeded } from '../../src/kit/seeded.ts'

const width = 320
const height = 400
const grid = 8

/** Forty minutiae, the same for the same seed. */
export function strewnFinger(seed: string): FingerTemplate {
  const chance = seeded(seed)
  const minutiae = Array.from({ length: 40 }, () => ({
    x: chance.below(width / grid) * grid,
    y: chance.below(height / grid) * grid,
    direction: chance.below(256),
    kind: chance.pick(['ending', 'bifurcation'] as const),
    quality: 60 + 4 * chance.below(10),
  }))
  return { width, height, minutiae: minutiae.toSorted((a, b) => a.y - b.y), flow: undefined }
}

/** The same finger, laid down a little turned and shifted. */
export function laidAgain(finger: FingerTemplate): FingerTemplate {
  const turn = 15
  const [cos, sin] = [Math.cos((turn * Math.PI) / 128), Math.sin((turn * Math.PI) / 128)]
  const minutiae = finger.minutiae.map((it) => ({
    ...it,
    x: Math.round(240 + (it.x - width / 2) * cos + (it.y - height / 2) * sin),
    y: Math.round(270 - (it.x - width / 2) * sin + (it.y - height / 2) * cos),
    direction: (it.direction + turn) & 255,
  }))
  const sorted = minutiae.toSorted((a, b) => a.y - b.y)
  return { ...finger, width: 500, height: 600, minutiae: sorted }
}
