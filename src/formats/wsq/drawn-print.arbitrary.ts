// Drawn print — a picture with ridges for tests, of any sides.

import type { GrayImage } from '#formats/gray-image'

/** Rings around a core below the middle, nine pixels wide, fading to white at the rim. */
export function drawnPrint(width: number, height: number): GrayImage {
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromCore = Math.hypot(x - width / 2, 1.3 * (y - height * 0.6))
      const ink = Math.max(0, 1 - Math.hypot(2 * (x / width) - 1, 2 * (y / height) - 1))
      const ridge = 0.5 + 0.5 * Math.cos((2 * Math.PI * fromCore) / 9 + x / 40)
      pixels[y * width + x] = Math.round(250 - 200 * Math.min(1, 2 * ink) * ridge)
    }
  }
  return { width, height, pixels, dpi: 500 }
}
