// Gabor bank — the oriented filters that make ridges grow, one for each direction and period.

import { ridgePeriodPxMax, ridgePeriodPxMin } from './ridge-period.ts'

const directionCount = 60
const periodCount = 20

/** A filter as steps in a grid of one fixed width: its middle, and each step both forth and back. */
export interface GaborFilter {
  readonly middle: number
  readonly offsets: Int32Array
  readonly weights: Float32Array
}

export interface GaborBank {
  /** Pixels around the grid that filters may reach into. */
  readonly margin: number
  /** The filter at `direction × periodCount + period`. */
  filterAt(bin: number): GaborFilter
}

/**
 * Filters for a grid `gridWidth` wide whose pixels are `pixelPx` pixels of 500 dpi. Their bell
 * spans about three ridges, as in SFinGe; they answer 0 to an even gray and 1 to ridges that fit.
 */
export function makeGaborBank(gridWidth: number, pixelPx: number): GaborBank {
  const margin = reachOf(ridgePeriodPxMax / pixelPx)
  const made = new Map<number, GaborFilter>()
  return {
    margin,
    filterAt: (bin) => {
      const known = made.get(bin)
      if (known) return known
      const direction = (Math.floor(bin / periodCount) * Math.PI) / directionCount
      const period = periodOfBin(bin % periodCount) / pixelPx
      const filter = makeFilter(direction, period, gridWidth)
      made.set(bin, filter)
      return filter
    },
  }
}

/** The bin of the filter that fits a direction (radians in [0, π)) and a period (px of 500 dpi). */
export function binOf(direction: number, periodPx: number): number {
  const directionBin = Math.round((direction / Math.PI) * directionCount) % directionCount
  const span = ridgePeriodPxMax - ridgePeriodPxMin
  const periodBin = Math.round(((periodPx - ridgePeriodPxMin) / span) * (periodCount - 1))
  return directionBin * periodCount + periodBin
}

function periodOfBin(bin: number): number {
  return ridgePeriodPxMin + ((ridgePeriodPxMax - ridgePeriodPxMin) * bin) / (periodCount - 1)
}

/** The bell's deviation in periods: along the ridge a little longer than across. */
const across = 0.4
const along = 0.46
/** Beyond so many deviations the bell is left out. */
const reachBells = 2.5

function reachOf(period: number): number {
  return Math.ceil(reachBells * along * period)
}

function makeFilter(direction: number, period: number, gridWidth: number): GaborFilter {
  const reach = reachOf(period)
  const stepAlong = [Math.cos(direction) / period, -Math.sin(direction) / period] as const
  const stepAcross = [Math.sin(direction) / period, Math.cos(direction) / period] as const
  const offsets: number[] = []
  const waves: number[] = []
  const bells: number[] = []
  // A filter looks the same from both sides, so half of it, without its middle, is kept.
  for (let dy = 0; dy <= reach; dy++) {
    for (let dx = dy === 0 ? 1 : -reach; dx <= reach; dx++) {
      // Rows run down, directions turn counterclockwise: hence the signs.
      const u = dx * stepAlong[0] + dy * stepAlong[1]
      const v = dx * stepAcross[0] + dy * stepAcross[1]
      const distance = (u / along) ** 2 + (v / across) ** 2
      if (distance > reachBells ** 2) continue
      offsets.push(dy * gridWidth + dx)
      bells.push(Math.exp(-distance / 2))
      waves.push(Math.cos(2 * Math.PI * v))
    }
  }
  return balanced(offsets, waves, bells)
}

/** Weights that answer 0 to an even gray and 1 to the wave itself. */
function balanced(offsets: number[], waves: number[], bells: number[]): GaborFilter {
  let bellSum = 1
  let waveSum = 1
  for (let i = 0; i < bells.length; i++) {
    bellSum += 2 * bells[i]!
    waveSum += 2 * bells[i]! * waves[i]!
  }
  const mean = waveSum / bellSum
  let answer = 1 - mean
  for (let i = 0; i < bells.length; i++) answer += 2 * bells[i]! * (waves[i]! - mean) * waves[i]!
  return {
    middle: (1 - mean) / answer,
    offsets: Int32Array.from(offsets),
    weights: Float32Array.from(bells, (bell, i) => (bell * (waves[i]! - mean)) / answer),
  }
}
