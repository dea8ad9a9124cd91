// Gray image — 8-bit gray pixels with their resolution: what every decoder yields and the engine takes.

export interface GrayImage {
  readonly width: number
  readonly height: number
  /** Row by row from the top left; 0 is black, 255 white. Length is width × height. */
  readonly pixels: Uint8Array
  /** Pixels per inch. */
  readonly dpi: number
}

/** No finger image of any sensor known to the standards is larger than this on a side. */
export const imageSidePxMax = 4_000
export const imageDpiMin = 100
export const imageDpiMax = 1_200
