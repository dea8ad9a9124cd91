// Subbands — how the picture's plane is cut into 64 subbands. IAFIS-IC-0110 (V3.1), clause 5.
//
// A region is cut into four: low and high along x, low and high along y. What is low both ways is
// cut on, five times in all; the rest less often, as ridges have little there.

export interface Region {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A region and how it is cut; without parts it is a subband. */
export interface Band extends Region {
  /**
   * The high half lies first. It does so where the region is itself a right (or lower) half: a
   * high half has its frequencies turned round, and turned twice they stand in their order.
   */
  readonly highFirstX: boolean
  readonly highFirstY: boolean
  /** Upper left, upper right, lower left, lower right. */
  readonly parts: readonly Band[]
}

type Cut = readonly Cut[]
const whole: Cut = []
const four: Cut = [whole, whole, whole, whole]
const sixteen: Cut = [four, four, four, four]
const lowest: Cut = [[four, whole, whole, whole], four, four, four]
/** The last quarter, high both ways, would be subbands 60 … 63: it is never coded. */
const picture: Cut = [[lowest, sixteen, sixteen, whole], four, four, whole]

export const codedSubbands = 60

/** The subbands of each coded block, by number: the first and one past the last. */
export const blocks = [
  { from: 0, to: 19 },
  { from: 19, to: 52 },
  { from: 52, to: codedSubbands },
] as const

export function bandsOf(width: number, height: number): Band {
  return cutUp({ x: 0, y: 0, width, height }, picture, false, false)
}

function cutUp(region: Region, cut: Cut, highFirstX: boolean, highFirstY: boolean): Band {
  const [first, second, third, fourth] = cut
  if (!first || !second || !third || !fourth)
    return { ...region, highFirstX, highFirstY, parts: [] }
  const left = firstHalf(region.width, highFirstX)
  const upper = firstHalf(region.height, highFirstY)
  const right = { x: region.x + left, width: region.width - left }
  const lower = { y: region.y + upper, height: region.height - upper }
  const corner = { ...region, width: left, height: upper }
  const parts = [
    cutUp(corner, first, false, false),
    cutUp({ ...corner, ...right }, second, true, false),
    cutUp({ ...corner, ...lower }, third, false, true),
    cutUp({ ...right, ...lower }, fourth, true, true),
  ]
  return { ...region, highFirstX, highFirstY, parts }
}

/** Of an odd number of samples the low half gets one more. */
function firstHalf(samples: number, highFirst: boolean): number {
  return highFirst ? Math.floor(samples / 2) : Math.ceil(samples / 2)
}

/** The coded subbands, in the order of their numbers, 0 … 59. */
export function subbandsOf(band: Band): readonly Region[] {
  return leavesOf(band).slice(0, codedSubbands)
}

function leavesOf(band: Band): readonly Region[] {
  return band.parts.length === 0 ? [band] : band.parts.flatMap(leavesOf)
}
