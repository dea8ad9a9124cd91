// Bit allocation — how wide the bins of each subband are, so that the picture comes to a bit rate.
// IAFIS-IC-0110 (V3.1), clause 6 and annex E.
//
// A subband with much in it gets narrow bins, one with next to nothing none at all. All bins
// together are then widened or narrowed by one factor; where that leaves a subband without a bit,
// the rate is shared out anew among the others.

import type { Bin, Quantization } from './quantization.ts'
import { codedSubbands, type Region } from './subbands.ts'
import type { Plane } from './wavelet.ts'

/** Below this a subband is not coded. */
const varianceMin = 1.01
/** With less than this in the four lowest subbands, what lies at the rim counts as well. */
const faintVariance = 20_000
const lowestSubbands = 4
const tableSubbands = 64
const zeroBinFactor = 1.2
const binCenter = 0.44
/** Wider than any coefficient, and room for it is left in the file. */
const widthMax = 50_000
/** Finer than gray itself, and the largest coefficient is still a number that can be written. */
const widthMin = 1 / 8
/** Coefficients of a subband reach to so many deviations. */
const loadingFactor = 2.5

/** The eye's weights for 52 … 59; 1 for all below. Table E.1. */
const highWeights = [1.32, 1.08, 1.42, 1.08, 1.32, 1.42, 1.08, 1.08]
const highWeightsFrom = codedSubbands - highWeights.length

/** Of the picture's samples, those that lie in the subband. */
function shareOf(subband: number): number {
  return subband < lowestSubbands ? 1 / 1024 : subband < 51 ? 1 / 256 : 1 / 16
}

/** `bitsPerPixel` is what the formula aims at; fingerprints come out at about two thirds of it. */
export function allocateBits(
  plane: Plane,
  subbands: readonly Region[],
  bitsPerPixel: number,
): Quantization {
  const variances = variancesOf(plane, subbands)
  const widths = variances.map(relativeWidth)
  const factor = factorFor(bitsPerPixel, variances, widths)
  const bins: Bin[] = widths.map((it) => {
    // Where few subbands share the rate, the formula gives them more than there is to say.
    const width = it === 0 ? 0 : Math.min(Math.max(it / factor, widthMin), widthMax)
    return { width, zeroWidth: zeroBinFactor * width }
  })
  while (bins.length < tableSubbands) bins.push({ width: 0, zeroWidth: 0 })
  return { center: binCenter, bins }
}

/** Nought for a subband that is not coded. */
function relativeWidth(variance: number, subband: number): number {
  if (variance < varianceMin) return 0
  if (subband < lowestSubbands) return 1
  return 10 / ((highWeights[subband - highWeightsFrom] ?? 1) * Math.log(variance))
}

function factorFor(
  bitsPerPixel: number,
  variances: readonly number[],
  widths: readonly number[],
): number {
  let sharing = widths.flatMap((width, subband) => (width > 0 ? [subband] : []))
  let factor = 1
  // Each round leaves one subband out at least, or is the last.
  while (sharing.length > 0) {
    let share = 0
    let logProduct = 0
    for (const subband of sharing) {
      const mine = shareOf(subband)
      share += mine
      logProduct += mine * Math.log(Math.sqrt(variances[subband]!) / widths[subband]!)
    }
    factor = 2 ** (bitsPerPixel / share - 1) / loadingFactor / Math.exp(logProduct / share)
    const served = sharing.filter(
      (it) => widths[it]! / factor < 2 * loadingFactor * Math.sqrt(variances[it]!),
    )
    if (served.length === sharing.length) break
    sharing = served
  }
  return factor
}

function variancesOf(plane: Plane, subbands: readonly Region[]): number[] {
  const inner = subbands.map((it) => varianceOf(plane, middleOf(it)))
  const lowest = inner.slice(0, lowestSubbands).reduce((sum, it) => sum + it, 0)
  return lowest < faintVariance ? subbands.map((it) => varianceOf(plane, it)) : inner
}

/** Where the finger is. */
function middleOf({ x, y, width, height }: Region): Region {
  return {
    x: x + Math.floor(width / 8),
    y: y + Math.floor((9 * height) / 32),
    width: Math.floor((3 * width) / 4),
    height: Math.floor((7 * height) / 16),
  }
}

function varianceOf(plane: Plane, region: Region): number {
  const count = region.width * region.height
  let sum = 0
  let squares = 0
  for (let y = region.y; y < region.y + region.height; y++) {
    const from = y * plane.width + region.x
    for (let at = from; at < from + region.width; at++) {
      const sample = plane.samples[at]!
      sum += sample
      squares += sample * sample
    }
  }
  // The picture's mean was taken out, so a lone sample is its own distance from it.
  return count < 2 ? squares : (squares - (sum * sum) / count) / (count - 1)
}
