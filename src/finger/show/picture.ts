// Picture — a plane of inks and what can be drawn on it: lines, rings and squares.

import { inks } from './inks.ts'

/** One byte a pixel, the number of an ink in the palette, row by row from the top left. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** A picture all of one ink. */
export function emptyPicture(width: number, height: number, ink: number = inks.paper): Picture {
  return { width, height, pixels: new Uint8Array(width * height).fill(ink) }
}

/** A picture whose every pixel is asked for. */
export function pictureByPixel(
  width: number,
  height: number,
  inkAt: (x: number, y: number) => number,
): Picture {
  const picture = emptyPicture(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) picture.pixels[y * width + x] = inkAt(x, y)
  }
  return picture
}

/** Each pixel drawn as a square of `times` × `times`. */
export function enlarged(picture: Picture, times: number): Picture {
  const { width, height, pixels } = picture
  return pictureByPixel(width * times, height * times, (x, y) => {
    return pixels[Math.floor(y / times) * width + Math.floor(x / times)]!
  })
}

/** What lies outside of the picture is left out. */
export function drawDot({ width, height, pixels }: Picture, x: number, y: number, ink: number) {
  const column = Math.round(x)
  const row = Math.round(y)
  if (column < 0 || row < 0 || column >= width || row >= height) return
  pixels[row * width + column] = ink
}

/** A straight line, `thick` px wide. */
export function drawLine(
  picture: Picture,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  ink: number,
  thick = 1,
): void {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const steps = Math.min(longestPx, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))))
  const isSteep = Math.abs(dy) > Math.abs(dx)
  for (let k = 0; k <= steps; k++) {
    const x = from.x + (dx * k) / Math.max(1, steps)
    const y = from.y + (dy * k) / Math.max(1, steps)
    for (let side = 0; side < thick; side++) {
      const aside = side - (thick - 1) / 2
      drawDot(picture, isSteep ? x + aside : x, isSteep ? y : y + aside, ink)
    }
  }
}

/** No picture that is drawn here has a longer diagonal. */
const longestPx = 8_000

/** A ring or, for a fork, a square; two px thick. */
export function drawMark(
  picture: Picture,
  middle: { readonly x: number; readonly y: number },
  shape: { readonly isFork: boolean; readonly radius: number },
  ink: number,
): void {
  const { isFork, radius } = shape
  const reach = Math.ceil(radius) + 1
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const away = isFork ? Math.max(Math.abs(x), Math.abs(y)) : Math.hypot(x, y)
      if (Math.abs(away - radius) <= 1) drawDot(picture, middle.x + x, middle.y + y, ink)
    }
  }
}
