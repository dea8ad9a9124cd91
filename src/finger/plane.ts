// Plane — signed 16-bit pixels with a margin around them, so that a filter never asks where it is.

export interface Plane {
  /** Size of the picture itself, without the margin, in px. */
  readonly width: number
  readonly height: number
  /** Px of zeros on each side. */
  readonly margin: number
  /** Px from one row to the next: width and two margins, rounded up to a multiple of eight. */
  readonly stride: number
  readonly data: Int16Array
}

export function emptyPlane(width: number, height: number, margin: number): Plane {
  const stride = Math.ceil((width + 2 * margin) / 8) * 8
  return { width, height, margin, stride, data: new Int16Array(stride * (height + 2 * margin)) }
}

/** Index of the picture's pixel (0, 0) in `data`. */
export function originOf(plane: Plane): number {
  return plane.margin * plane.stride + plane.margin
}
