// Touch — how a finger lies on the sensor at one visit: where, how hard, how dry.

import type { Seeded } from '#kit/seeded'
import type { SyntheticFinger } from './synthetic-finger.ts'

/** Lengths are pixels at 500 dpi, angles radians. */
export interface Touch {
  /** The middle of the contact on the glass, from the middle of the picture. */
  readonly placeX: number
  readonly placeY: number
  readonly turn: number
  /** The skin that lies in the middle of the contact, from the middle of the master. */
  readonly rollX: number
  readonly pitchY: number
  readonly contactHalfWidth: number
  readonly contactHalfHeight: number
  /** The pull on the skin around the contact's still middle, and its twist. */
  readonly pullX: number
  readonly pullY: number
  readonly twist: number
  readonly rippleXy: number
  /** Above 0 ridges widen, below 0 they thin. */
  readonly thickness: number
  /** How grainy ridges are: most on dry skin. */
  readonly grain: number
  /** How far contact fails in patches. */
  readonly patchiness: number
  readonly poreDepth: number
  readonly creaseDepth: number
  readonly scratchCount: number
}

/** Draws one visit; `difficulty` from 0, careful presses of good skin, to 1, hasty ones of bad. */
export function drawTouch(finger: SyntheticFinger, difficulty: number, chance: Seeded): Touch {
  // No two visits are equally hard: this spread is what gives genuine scores their tails.
  return drawTouchOf(finger, difficulty * (0.45 + 1.8 * chance.unit()), chance)
}

function drawTouchOf(finger: SyntheticFinger, hardness: number, chance: Seeded): Touch {
  const spread = (deviation: number) =>
    deviation * (0.35 + 1.3 * hardness) * Math.max(-2.2, Math.min(2.2, chance.normal()))
  const press = spread(0.7)
  const moisture = finger.moisture * (0.4 + 0.7 * hardness) + spread(0.35)
  const dryness = Math.max(0, -moisture)
  const area = 1 + 0.07 * press - 0.1 * hardness * chance.unit()
  return {
    placeX: spread(14),
    placeY: spread(18),
    turn: spread(0.14),
    rollX: spread(14),
    pitchY: 4 + spread(24),
    contactHalfWidth: finger.halfWidth * 0.7 * area,
    contactHalfHeight: finger.halfHeight * 0.75 * area,
    pullX: spread(8),
    pullY: spread(9),
    twist: spread(0.07),
    rippleXy: 0.8 + 2.2 * hardness * chance.unit(),
    thickness: 0.2 + 0.22 * press + 0.3 * moisture,
    grain: 0.15 + 0.35 * dryness + 0.2 * hardness * chance.unit(),
    patchiness: 0.1 + 0.35 * dryness + 0.35 * hardness * chance.unit(),
    poreDepth: Math.max(0, 0.8 - 0.3 * press - 0.5 * moisture + 0.2 * chance.normal()),
    creaseDepth: 0.7 + 0.5 * chance.unit() - 0.25 * press,
    scratchCount: Math.floor(4 * hardness * chance.unit()),
  }
}
