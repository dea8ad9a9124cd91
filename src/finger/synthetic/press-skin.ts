// Press skin — which point of the skin lies under each pixel: placement and elastic distortion.
//
// After Cappelli, Maio and Maltoni: the middle of the contact sticks to the glass, the finger goes
// on moving, and the skin between the still middle and the rim gives way by a growing part.

import type { Seeded } from '#kit/seeded'
import { smoothNoise } from './smooth-noise.ts'
import type { Touch } from './touch.ts'

export interface PressedSkin {
  /** The skin's point at each pixel: pixels at 500 dpi from the middle of the master. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** 0 in the middle of the contact, 1 at its rim, more outside. */
  readonly rim: Float32Array
}

/** The still middle reaches this far out to the rim; from there to the rim the skin gives way. */
const stillPart = 0.35
const rippleCellPx = 75

export function pressSkin(
  touch: Touch,
  width: number,
  height: number,
  pixelPx: number,
  chance: Seeded,
): PressedSkin {
  const count = width * height
  const pressed = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    rim: new Float32Array(count),
  }
  const cell = rippleCellPx / pixelPx
  const rippleX = smoothNoise(chance.fork('ripple-x'), width, height, cell).values
  const rippleY = smoothNoise(chance.fork('ripple-y'), width, height, cell).values
  const cosine = Math.cos(touch.turn)
  const sine = Math.sin(touch.turn)
  for (let row = 0; row < height; row++) {
    const y = (row - height / 2) * pixelPx - touch.placeY
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const x = (column - width / 2) * pixelPx - touch.placeX
      const u = (cosine * x + sine * y) / touch.contactHalfWidth
      const v = (cosine * y - sine * x) / touch.contactHalfHeight
      // An oval a little fuller than an ellipse.
      const rim = Math.sqrt(Math.sqrt(u * u * u * u + v * v * v * v + 1.6 * u * u * v * v))
      const loose = giveWay(rim)
      const skinX = u * touch.contactHalfWidth
      const skinY = v * touch.contactHalfHeight
      const giveX = touch.pullX - touch.twist * skinY
      const giveY = touch.pullY + touch.twist * skinX
      pressed.rim[at] = rim
      pressed.x[at] = skinX + touch.rollX + loose * giveX + touch.rippleXy * rippleX[at]!
      pressed.y[at] = skinY + touch.pitchY + loose * giveY + touch.rippleXy * rippleY[at]!
    }
  }
  return pressed
}

/** 0 in the still middle, growing without a kink to 1 well beyond the rim. */
function giveWay(rim: number): number {
  const t = (rim - stillPart) / (1.3 - stillPart)
  if (t <= 0) return 0
  return t >= 1 ? 1 : (1 - Math.cos(Math.PI * t)) / 2
}
