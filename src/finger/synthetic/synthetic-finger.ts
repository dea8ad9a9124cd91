// Synthetic finger — a finger that nobody has: its whole ridge pattern, from a seed.

import type { FingerPosition } from '#formats/iso19794-4'
import { type Seeded, seeded } from '#kit/seeded'
import { growRidges } from './grow-ridges.ts'
import { drawPatternClass, drawPatternClassOf, type PatternClass } from './pattern-class.ts'
import { drawRidgeFlow } from './ridge-flow.ts'
import { drawRidgePeriods } from './ridge-period.ts'
import { drawCreases, drawPores, type SkinMarks } from './skin-marks.ts'

/** The master print: the skin as it is, before any visit to a sensor. */
export interface SyntheticFinger {
  /** What it grew from; its impressions depend on it too. */
  readonly seed: string
  readonly patternClass: PatternClass
  /** Pixels at 500 dpi, as of all maps here, which go row by row from the tip's left. */
  readonly width: number
  readonly height: number
  /** 127 on top of a ridge, -127 in a valley, 0 where there is no skin. */
  readonly relief: Int8Array
  readonly pores: SkinMarks
  readonly creases: SkinMarks
  /** Half of the skin's extent in pixels. */
  readonly halfWidth: number
  readonly halfHeight: number
  /** How the skin usually is: below 0 dry, above 0 moist; about -1 to 1. */
  readonly moisture: number
}

/** What the fingers of one person have in common, and what a finger's place on the hand adds. */
interface Traits {
  readonly patternClass: PatternClass
  readonly ridgePeriodPx: number
  readonly size: number
  readonly age: number
  readonly moisture: number
}

/** Grows a finger of any class: the same seed, the same finger. About half a second of one core. */
export function growFinger(seed: string): SyntheticFinger {
  const name = `synthetic-finger/${seed}`
  const chance = seeded(name)
  const person = drawPerson(chance.fork('person'))
  return grow(name, { ...person, patternClass: drawPatternClass(chance.fork('class')) })
}

/** Grows one finger of a person: the ten share size, ridge period, skin, and a leaning in class. */
export function syntheticPersonFinger(
  personSeed: string,
  position: FingerPosition,
): SyntheticFinger {
  const ofPerson = `synthetic-person/${personSeed}`
  const name = `${ofPerson}/${position}`
  const chance = seeded(name)
  const person = drawPerson(seeded(ofPerson))
  const digit = digits[(position - 1) % 5]!
  const patternClass = drawPatternClassOf(position, person.leaning, chance.fork('class'))
  return grow(name, {
    patternClass,
    ridgePeriodPx: person.ridgePeriodPx * digit.period,
    size: person.size * digit.size,
    age: person.age,
    moisture: person.moisture + 0.15 * chance.fork('moisture').normal(),
  })
}

/** Thumb to little finger, relative to the middle of the hand. */
const digits = [
  { size: 1.06, period: 1.06 },
  { size: 0.97, period: 1 },
  { size: 0.99, period: 1 },
  { size: 0.95, period: 0.98 },
  { size: 0.86, period: 0.94 },
] as const

function drawPerson(chance: Seeded) {
  const leaning = chance.normal()
  // Bigger hands have wider ridges; about 0.38 to 0.54 mm over adults.
  const build = Math.max(-2, Math.min(2, chance.normal()))
  return {
    leaning,
    ridgePeriodPx: 8.9 + 0.35 * build + 0.3 * Math.max(-2, Math.min(2, chance.normal())),
    size: 0.97 + 0.035 * build,
    age: chance.unit(),
    moisture: 0.4 * chance.normal(),
  }
}

const width = 400
const height = 560
const halfWidthMax = 194
const halfHeightMax = 274

function grow(seed: string, traits: Traits): SyntheticFinger {
  const chance = seeded(seed)
  const halfWidth = Math.min(halfWidthMax, 190 * traits.size)
  const halfHeight = Math.min(halfHeightMax, 270 * traits.size)
  const isSkin = outline(halfWidth, halfHeight)
  const flow = drawRidgeFlow(traits.patternClass, width, height, chance.fork('flow'))
  const periods = drawRidgePeriods(flow, traits.ridgePeriodPx, chance.fork('period'))
  const heights = growRidges(flow, periods, isSkin, chance.fork('growth'))
  return {
    seed,
    patternClass: traits.patternClass,
    width,
    height,
    relief: Int8Array.from(heights, (h) => Math.round(127 * h)),
    pores: drawPores(heights, width, height, chance.fork('pores')),
    creases: drawCreases(width, height, traits.age, chance.fork('creases')),
    halfWidth,
    halfHeight,
    moisture: Math.max(-1, Math.min(1, traits.moisture)),
  }
}

/** Where there is skin: an oval with full flanks. */
function outline(halfWidth: number, halfHeight: number): Uint8Array {
  const isSkin = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const v = Math.abs(row - height / 2) / halfHeight
    if (v >= 1) continue
    const reach = halfWidth * Math.sqrt(Math.sqrt(1 - v * v) * (1 - v * v * v))
    const from = Math.ceil(width / 2 - reach)
    const to = Math.floor(width / 2 + reach)
    isSkin.fill(1, row * width + from, row * width + to + 1)
  }
  return isSkin
}
