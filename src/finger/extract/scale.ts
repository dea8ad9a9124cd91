// Scale — the image brought near 500 dpi, and the factor that brings positions exactly there.

import type { GrayImage } from '#formats/gray-image'
import * as parameters from '../parameters.ts'

export interface Scaled {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  /** Px at 500 dpi that one px of this image is. */
  readonly to500: number
}

/** An image near 500 dpi keeps its pixels: resampling would blur more than the scale is worth. */
export function scaleTo500Dpi(image: GrayImage): Scaled {
  const { dpiKeptMin, dpiKeptMax } = parameters.scale
  if (image.dpi >= dpiKeptMin && image.dpi <= dpiKeptMax) {
    return { ...image, to500: parameters.dpi / image.dpi }
  }
  const ratio = image.dpi / parameters.dpi
  const width = Math.round(image.width / ratio)
  const height = Math.round(image.height / ratio)
  const across = resample(image.pixels, image.width, image.height, width, ratio)
  const pixels = resample(across, image.height, width, height, ratio)
  return { width, height, pixels: Uint8Array.from(pixels, (it) => Math.round(it)), to500: 1 }
}

/**
 * Each row drawn anew with `lengthOut` samples, by a triangle as wide as one new px (so that
 * nothing folds over), and the picture turned over its diagonal: twice is both directions.
 */
function resample(
  values: Uint8Array | Float32Array,
  length: number,
  rows: number,
  lengthOut: number,
  ratio: number,
): Float32Array {
  const out = new Float32Array(lengthOut * rows)
  const reach = Math.max(1, ratio)
  for (let o = 0; o < lengthOut; o++) {
    const center = (o + 0.5) * ratio - 0.5
    const first = Math.max(0, Math.ceil(center - reach))
    const last = Math.min(length - 1, Math.floor(center + reach))
    const weights: number[] = []
    for (let i = first; i <= last; i++) weights.push(reach - Math.abs(i - center))
    const total = weights.reduce((sum, it) => sum + it, 0)
    for (let row = 0; row < rows; row++) {
      let sum = 0
      for (let i = first; i <= last; i++) sum += weights[i - first]! * values[row * length + i]!
      out[o * rows + row] = sum / total
    }
  }
  return out
}
