// Platen — the fingers that lie on the glass now, with their quality; the preview and the capture
// look at the same press.

import { examineFinger } from '#finger'
import type { GrayImage } from '#formats/gray-image'
import type { FingerPosition } from '#formats/iso19794-4'
import { type DeviceSubId, slapFingers } from '#formats/sbi'
import type { FingerSource } from './source/finger-source.ts'

export interface PressedFinger {
  readonly position: FingerPosition
  readonly image: GrayImage
  /** 0 … 100, by the engine. */
  readonly quality: number
}

/** In the order in which the fingers lie; a finger that is not there is not among them. */
export type Press = readonly PressedFinger[]

export interface Platen {
  /** The press that lies there now. */
  look(deviceSubId: DeviceSubId): Promise<Press>
  /** Fingers are lifted and pressed anew. */
  lift(deviceSubId: DeviceSubId): void
  readonly varies: boolean
}

export function platenFor(source: FingerSource): Platen {
  const attempts = new Map<DeviceSubId, number>()
  const lying = new Map<DeviceSubId, Promise<Press>>()
  return {
    varies: source.varies,
    look(deviceSubId) {
      const there = lying.get(deviceSubId)
      if (there !== undefined) return there
      const press = pressSlap(source, deviceSubId, attempts.get(deviceSubId) ?? 1)
      lying.set(deviceSubId, press)
      // A press that failed must not lie there for good.
      press.catch(() => lying.delete(deviceSubId))
      return press
    },
    lift(deviceSubId) {
      lying.delete(deviceSubId)
      attempts.set(deviceSubId, (attempts.get(deviceSubId) ?? 1) + 1)
    },
  }
}

async function pressSlap(
  source: FingerSource,
  deviceSubId: DeviceSubId,
  attempt: number,
): Promise<Press> {
  const pressed: PressedFinger[] = []
  for (const position of slapFingers[deviceSubId]) {
    const image = await source.press(position, attempt)
    if (image !== undefined) {
      pressed.push({ position, image, quality: examineFinger(image).quality.score })
    }
    // Each finger takes a good part of a second: others may be served in between.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return pressed
}

/** The mean over the fingers that count; 0 where none is there. SBI 0.9.5, registration capture. */
export function meanQuality(press: Press): number {
  if (press.length === 0) return 0
  return press.reduce((sum, it) => sum + it.quality, 0) / press.length
}
