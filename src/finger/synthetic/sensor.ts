// Sensor — what an optical sensor makes of covered glass: blur, uneven light, grays, noise.

import type { Seeded } from '#kit/seeded'
import { roughlyNormal, smoothNoise } from './smooth-noise.ts'
import type { Touch } from './touch.ts'

/** Gray pixels of covered glass: ridges dark on light, as ISO/IEC 19794-4 wants them. */
export function seeThroughGlass(
  covered: Float32Array,
  touch: Touch,
  size: { width: number; height: number; pixelPx: number },
  chance: Seeded,
): Uint8Array {
  const { width, height, pixelPx } = size
  const blurred = blur(covered, width, height)
  const light = smoothNoise(chance.fork('light'), width, height, 120 / pixelPx).values
  const shade = smoothNoise(chance.fork('shade'), width, height, 45 / pixelPx).values
  const grains = chance.fork('noise')
  const glass = 236 + 6 * chance.normal()
  const darkest = Math.max(15, Math.min(110, 58 - 70 * touch.thickness + 12 * chance.normal()))
  const noise = 3 + 3 * chance.unit()
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at++) {
    const bright = glass + 5 * light[at]!
    const dark = darkest + 12 * shade[at]!
    const gray = bright - (bright - dark) * blurred[at]! + noise * roughlyNormal(grains)
    pixels[at] = gray < 0 ? 0 : gray > 255 ? 255 : Math.round(gray)
  }
  return pixels
}

/** The lens: weights 1 2 1 across and down; the outermost pixels stay as they are. */
function blur(values: Float32Array, width: number, height: number): Float32Array {
  const across = Float32Array.from(values)
  for (let row = 0; row < height; row++) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at++) {
      across[at] = 0.25 * values[at - 1]! + 0.5 * values[at]! + 0.25 * values[at + 1]!
    }
  }
  const both = Float32Array.from(across)
  for (let at = width; at < both.length - width; at++) {
    both[at] = 0.25 * across[at - width]! + 0.5 * across[at]! + 0.25 * across[at + width]!
  }
  return both
}
