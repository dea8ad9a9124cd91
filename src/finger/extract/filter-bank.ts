// Filter bank — Gabor filters for every direction and period, as 16-bit whole numbers.
//
// Whole numbers make the kernel's sums exact, so that every machine sees the same picture. The
// filters are for the quarters of a picture: every second pixel, smoothed before.

import { filterStride } from '../kernels/contract.ts'
import * as parameters from '../parameters.ts'
import { everySecondTap } from './every-second-tap.ts'

let bank: Int16Array | undefined

/** All filters one after the other: for each period each direction. Made once. */
export function filterBank(): Int16Array {
  bank ??= makeBank()
  return bank
}

function makeBank(): Int16Array {
  const { radius, taps, directions, periods, periodMin, periodMax, shift } = parameters.gabor
  const tapsOf = everySecondTap(2 * radius + 1, taps)
  const all = new Int16Array(taps * filterStride * directions * periods)
  for (let i = 0; i < directions * periods; i++) {
    const period =
      periodMin + ((periodMax - periodMin) * Math.floor(i / directions)) / (periods - 1)
    const fitted = tapsOf(makeFilter(((i % directions) * Math.PI) / directions, period))
    for (let k = 0; k < taps * taps; k++) {
      const row = i * taps + Math.floor(k / taps)
      all[row * filterStride + (k % taps)] = Math.round(fitted[k]! * 2 ** shift)
    }
  }
  return all
}

/** A wave across the ridges under a Gaussian hill, without a mean, of gain one at its period. */
function makeFilter(direction: number, period: number): Float64Array {
  const { radius, sigmaAcross, sigmaAlong } = parameters.gabor
  const side = 2 * radius + 1
  const hill = new Float64Array(side * side)
  const wave = new Float64Array(side * side)
  for (let i = 0; i < hill.length; i++) {
    const x = (i % side) - radius
    const y = Math.floor(i / side) - radius
    const along = x * Math.cos(direction) + y * Math.sin(direction)
    const across = -x * Math.sin(direction) + y * Math.cos(direction)
    const reach = (across / (sigmaAcross * period)) ** 2 + (along / sigmaAlong) ** 2
    hill[i] = Math.exp(-reach / 2)
    wave[i] = Math.cos((2 * Math.PI * across) / period)
  }
  const mean = sumOf(hill, wave) / sumOf(hill)
  const weights = hill.map((it, i) => it * (wave[i]! - mean))
  const gain = 1 / sumOf(weights, wave)
  return weights.map((it) => it * gain)
}

function sumOf(values: Float64Array, factors?: Float64Array): number {
  return values.reduce((sum, it, i) => sum + it * (factors?.[i] ?? 1), 0)
}
