// Impression — one visit of a synthetic finger to a sensor, as the picture the sensor gives.

import type { GrayImage } from '#formats/gray-image'
import { assert } from '#kit/assert'
import { seeded } from '#kit/seeded'
import { pressSkin } from './press-skin.ts'
import { seeThroughGlass } from './sensor.ts'
import type { SyntheticFinger } from './synthetic-finger.ts'
import { drawTouch } from './touch.ts'
import { touchGlass } from './touch-glass.ts'

export interface ImpressionOptions {
  /** Pixels; 320 × 400 unless told otherwise. */
  readonly width?: number
  readonly height?: number
  /** Pixels per inch; 500 unless told otherwise. */
  readonly dpi?: number
  /** From 0, careful presses of good skin, to 1, hasty ones of bad skin; 0.5 is an office's day. */
  readonly difficulty?: number
}

const usualDifficulty = 0.5
const sidePxMax = 2_000

/** The picture of one visit: the same finger, seed and options give the same bytes. */
export function impressionOf(
  finger: SyntheticFinger,
  seed: string,
  options: ImpressionOptions = {},
): GrayImage {
  const { width = 320, height = 400, dpi = 500, difficulty = usualDifficulty } = options
  assert(width > 0 && width <= sidePxMax && height > 0 && height <= sidePxMax, 'a picture fits')
  assert(dpi >= 100 && dpi <= 1_200, 'a finger sensor has 100 to 1200 dpi')
  assert(difficulty >= 0 && difficulty <= 1, 'difficulty lies between 0 and 1')
  const chance = seeded(`${finger.seed}/impression/${seed}`)
  const size = { width, height, pixelPx: 500 / dpi }
  const touch = drawTouch(finger, difficulty, chance.fork('touch'))
  const pressed = pressSkin(touch, width, height, size.pixelPx, chance.fork('press'))
  const covered = touchGlass(finger, touch, pressed, size, chance.fork('glass'))
  const pixels = seeThroughGlass(covered, touch, size, chance.fork('sensor'))
  return { width, height, pixels, dpi }
}
