// Frame — one picture of the preview: the slap's fingers side by side, as they appear on the glass.

import sharp, { type OverlayOptions } from 'sharp'
import type { GrayImage } from '#formats/gray-image'
import type { FingerPosition } from '#formats/iso19794-4'
import type { DeviceSubId } from '#formats/sbi'
import type { Press } from '../platen.ts'
import { type Cell, marksSvg } from './marks.ts'

const canvas = { width: 800, height: 320 }

/** From left to right as the operator sees them: hands lie palm down. */
const asTheyLie: Readonly<Record<DeviceSubId, readonly FingerPosition[]>> = {
  1: [10, 9, 8, 7],
  2: [2, 3, 4, 5],
  3: [6, 1],
}
const margin = 12
const belowCell = 24
const jpegQuality = 70

/**
 * JPEG. `shown` is how far the fingers are down, from 0, nothing on the glass, to 1; marks are
 * drawn when they are all the way down.
 */
export async function renderFrame(
  deviceSubId: DeviceSubId,
  press: Press,
  shown: number,
): Promise<Uint8Array> {
  const slap = asTheyLie[deviceSubId]
  const isDown = shown >= 1
  const cells = slap.map((position, i): Cell => {
    const width = canvas.width / slap.length - 2 * margin
    const left = i * (width + 2 * margin) + margin
    const height = canvas.height - margin - belowCell
    const finger = press.find((it) => it.position === position)
    return { left, top: margin, width, height, quality: isDown ? finger?.quality : undefined }
  })
  const fingers = slap.flatMap((position, i) => {
    const finger = press.find((it) => it.position === position)
    const cell = cells[i]
    return finger === undefined || cell === undefined || shown <= 0
      ? []
      : [placeFinger(finger.image, cell, shown)]
  })
  const marks = Buffer.from(marksSvg(canvas.width, canvas.height, cells))
  return sharp({ create: { ...canvas, channels: 3, background: '#ffffff' } })
    .composite([...(await Promise.all(fingers)), { input: marks, left: 0, top: 0 }])
    .jpeg({ quality: jpegQuality })
    .toBuffer()
}

/** Scaled into its cell; paler the less it is down. */
async function placeFinger(image: GrayImage, cell: Cell, shown: number): Promise<OverlayOptions> {
  const { width, height, pixels } = image
  const room = { width: Math.floor(cell.width) - 8, height: Math.floor(cell.height) - 8 }
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .resize({ ...room, fit: 'inside', kernel: 'linear' })
    .linear(shown, 255 * (1 - shown))
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return {
    input: data,
    left: Math.round(cell.left + (cell.width - info.width) / 2),
    top: Math.round(cell.top + (cell.height - info.height) / 2),
  }
}
