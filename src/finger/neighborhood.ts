// Neighborhood — the eight pixels around one, as the eight bits of a number.

export const n = 1
export const e = 4
export const s = 16
export const w = 64

/** Bit k of a neighborhood is the k-th neighbor clockwise from above: N NE E SE S SW W NW. */
export function neighborhoodAt(pixels: Uint8Array, width: number, i: number): number {
  return (
    pixels[i - width]! |
    (pixels[i - width + 1]! << 1) |
    (pixels[i + 1]! << 2) |
    (pixels[i + width + 1]! << 3) |
    (pixels[i + width]! << 4) |
    (pixels[i + width - 1]! << 5) |
    (pixels[i - 1]! << 6) |
    (pixels[i - width - 1]! << 7)
  )
}

/** How often the neighborhood changes from valley to ridge in one round: the lines that meet. */
export const crossings = Uint8Array.from({ length: 256 }, (_, around) => {
  const next = ((around << 1) | (around >> 7)) & 255
  return ridgesIn(next & ~around)
})

export function hasAll(around: number, bits: number): boolean {
  return (around & bits) === bits
}

/** How many of the eight are ridge. */
export function ridgesIn(around: number): number {
  let count = 0
  for (let rest = around; rest > 0; rest >>= 1) count += rest & 1
  return count
}
