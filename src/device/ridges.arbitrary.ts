// Ridges — quick pictures that look like prints enough for a scanner's tests; not for the matcher's.

import type { GrayImage } from '#formats/gray-image'
import type { FingerPosition } from '#formats/iso19794-4'
import { seeded } from '#kit/seeded'
import type { FingerSource } from './source/finger-source.ts'

/** Whorls around a center of the finger's own; `noise` from 0, clear, to 1, nothing to be seen. */
export function ridges(seed: string, noise = 0.15): GrayImage {
  const chance = seeded(`ridges-${seed}`)
  const [width, height] = [240, 280]
  const [x0, y0] = [90 + 60 * chance.unit(), 100 + 80 * chance.unit()]
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) - x0, Math.floor(i / width) - y0]
    const wave = Math.sin(Math.hypot(x, 0.8 * y) / 1.4 + 3 * Math.atan2(y, x))
    return 128 + 110 * ((1 - noise) * wave + noise * (2 * chance.unit() - 1))
  })
  return { width, height, pixels, dpi: 500 }
}

/** A person with these fingers missing; each attempt is another picture, as clear as told. */
export function ridgeSource(
  missing: readonly FingerPosition[] = [],
  noiseOf: (attempt: number) => number = () => 0.15,
): FingerSource {
  return {
    varies: true,
    press: async (position, attempt) =>
      missing.includes(position) ? undefined : ridges(`${position}-${attempt}`, noiseOf(attempt)),
  }
}
