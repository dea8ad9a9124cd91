// Gray — decoded PNG samples of any depth and color type to one 8-bit gray value a pixel.

import type { DecodedPng } from 'fast-png'

/** Length is width × height. */
export function grayOf(png: DecodedPng): Uint8Array {
  const { width, height, channels, depth, palette } = png
  const isGrayAlready = channels === 1 && depth === 8 && palette === undefined
  if (isGrayAlready) return Uint8Array.from(png.data)

  const sample = sampler(png)
  const pixels = new Uint8Array(width * height)
  const lumaOfEntry = palette?.map(([red = 0, green = 0, blue = 0]) => luma(red, green, blue))
  const highest = depth === 16 ? 255 : 2 ** depth - 1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (channel: number) => sample(y, x * channels + channel)
      const pixel = y * width + x
      if (lumaOfEntry !== undefined) {
        // An index past the palette is an error in the file; libpng, too, shows it black.
        pixels[pixel] = lumaOfEntry[at(0)] ?? 0
      } else if (channels === 1) {
        pixels[pixel] = Math.round((at(0) * 255) / highest)
      } else if (channels === 2) {
        pixels[pixel] = overWhite(at(0), at(1))
      } else {
        const gray = luma(at(0), at(1), at(2))
        pixels[pixel] = channels === 4 ? overWhite(gray, at(3)) : gray
      }
    }
  }
  return pixels
}

/** Samples below eight bits lie packed in a row, the leftmost in the highest bits. */
function sampler({ data, width, channels, depth }: DecodedPng): (y: number, i: number) => number {
  const samplesPerRow = width * channels
  if (depth === 16) return (y, i) => (data[y * samplesPerRow + i] ?? 0) >> 8
  if (depth === 8) return (y, i) => data[y * samplesPerRow + i] ?? 0
  const bytesPerRow = Math.ceil((samplesPerRow * depth) / 8)
  const perByte = 8 / depth
  const mask = 2 ** depth - 1
  return (y, i) => {
    const byte = data[y * bytesPerRow + Math.floor(i / perByte)] ?? 0
    return (byte >> (8 - depth * ((i % perByte) + 1))) & mask
  }
}

/** Rec. ITU-R BT.601. */
function luma(red: number, green: number, blue: number): number {
  return Math.round((299 * red + 587 * green + 114 * blue) / 1000)
}

function overWhite(gray: number, alpha: number): number {
  return Math.round((gray * alpha + 255 * (255 - alpha)) / 255)
}
