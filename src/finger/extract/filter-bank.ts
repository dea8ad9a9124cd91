// Filter bank — Gabor filters for every direction and period, as 16-bit whole numbers.
//
// Whole numbers make the kernel's sums exact, so that every machine sees the same picture.

import * as parameters from '../parameters.ts'

/** Rows of a filter are as long as this: the next multiple of eight, for eight-lane loads. */
export const filterStride = Math.ceil((2 * parameters.gabor.radius + 1) / 8) * 8

let bank: Int16Array | undefined

/** All filters one after the other: for each period each direction. Made once. */
export function filterBank(): Int16Array {
  bank ??= makeBank()
  return bank
}

function makeBank(): Int16Array {
  const { radius, directions, periods, periodMin, periodMax } = parameters.gabor
  const size = (2 * radius + 1) * filterStride
  const all = new Int16Array(size * directions * periods)
  for (let step = 0; step < periods; step++) {
    const period = periodMin + ((periodMax - periodMin) * step) / (periods - 1)
    for (let turn = 0; turn < directions; turn++) {
      all.set(makeFilter((turn * Math.PI) / directions, period), (step * directions + turn) * size)
    }
  }
  return all
}

/** A wave across the ridges under a Gaussian hill, without a mean, of gain one at its period. */
function makeFilter(direction: number, period: number): Int16Array {
  const { radius, sigmaAcross, sigmaAlong, shift } = parameters.gabor
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
  const gain = 2 ** shift / sumOf(weights, wave)
  const filter = new Int16Array(side * filterStride)
  for (let i = 0; i < weights.length; i++) {
    filter[Math.floor(i / side) * filterStride + (i % side)] = Math.round(weights[i]! * gain)
  }
  return filter
}

function sumOf(values: Float64Array, factors?: Float64Array): number {
  return values.reduce((sum, it, i) => sum + it * (factors?.[i] ?? 1), 0)
}
