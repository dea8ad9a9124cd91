// Patches — the skin of a new finger, put together from several where their ridges run alike.
//
// The base lends its ridge flow, and one patch of its minutiae; every other patch is lent by the
// finger, of some tried, whose ridges run there as the base's do once it is turned a little.

import type { Seeded } from '#kit/seeded'
import { roughlyNormal } from '../synthetic/smooth-noise.ts'
import { flowBlockPx, flowDirections, outside } from '../template/finger-template.ts'
import { roomForField } from './bending.ts'
import { type Donor, directionAt } from './donor.ts'
import { type Laid, layUnder } from './lay.ts'
import { patch } from './parameters.ts'

/** A place of the lender is turned about `from` and shifted until `from` lies on `to` of the base. */
export interface Patch {
  readonly donor: Donor
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
  /** Counterclockwise, 256ths of a turn, and its cosine and sine. */
  readonly turn: number
  readonly cos: number
  readonly sin: number
}

export interface Patches {
  readonly all: readonly Patch[]
  /** For each block of the footprint the number of its patch. */
  readonly byBlock: Uint8Array
}

const byBlock = new Uint8Array(roomForField().length)

/** What it answers lies in room that the next call uses again. */
export function drawPatches(
  print: Donor,
  base: Laid,
  fingers: readonly Donor[],
  chance: Seeded,
): Patches {
  const { columns } = print
  const centers = drawCenters(print, chance)
  divide(print, centers)
  const own = chance.below(centers.length)
  const all = centers.map((at, n) => {
    const x = ((at % columns) + 0.5) * flowBlockPx
    const y = (Math.floor(at / columns) + 0.5) * flowBlockPx
    return n === own ? patchOf(base, base, x, y, 0) : bestPatch(print, base, x, y, fingers, chance)
  })
  return { all, byBlock }
}

/** Blocks in the middle of patches, apart from each other: the best of a few random ones each time. */
function drawCenters(print: Donor, chance: Seeded): readonly number[] {
  const { columns, skin } = print
  const count = Math.max(1, Math.min(patch.countMax, Math.round(skin.length / patch.blocks)))
  const centers: number[] = []
  for (let n = 0; n < count; n++) {
    let best = 0
    let farthest = -1
    for (let k = 0; k < patch.centerTries; k++) {
      const at = skin[chance.below(skin.length)]!
      let nearest = Number.POSITIVE_INFINITY
      for (const it of centers) nearest = Math.min(nearest, squareBetween(at, it, columns))
      if (nearest <= farthest) continue
      farthest = nearest
      best = at
    }
    centers.push(best)
  }
  return centers
}

function squareBetween(a: number, b: number, columns: number): number {
  const across = (a % columns) - (b % columns)
  const down = Math.floor(a / columns) - Math.floor(b / columns)
  return across * across + down * down
}

/** Each block is of the patch whose middle lies nearest. */
function divide({ columns, rows }: Donor, centers: readonly number[]): void {
  const count = centers.length
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      let nearest = Number.POSITIVE_INFINITY
      for (let n = 0; n < count; n++) {
        const across = column - (centers[n]! % columns)
        const down = row - Math.floor(centers[n]! / columns)
        const square = across * across + down * down
        if (square >= nearest) continue
        nearest = square
        byBlock[at] = n
      }
    }
  }
}

const radiansPerTurn256 = Math.PI / 128

/** The place of the base under the px (x, y) of the footprint, and the lender's about there. */
function patchOf(base: Laid, lender: Laid, x: number, y: number, turn: number): Patch {
  return {
    donor: lender.donor,
    fromX: x + lender.shiftX,
    fromY: y + lender.shiftY,
    toX: x + base.shiftX,
    toY: y + base.shiftY,
    turn,
    cos: Math.cos(turn * radiansPerTurn256),
    sin: Math.sin(turn * radiansPerTurn256),
  }
}

function bestPatch(
  print: Donor,
  base: Laid,
  x: number,
  y: number,
  fingers: readonly Donor[],
  chance: Seeded,
): Patch {
  let best: Patch | undefined
  let least = Number.POSITIVE_INFINITY
  const ofBase = directionAt(base.donor, x + base.shiftX, y + base.shiftY)
  for (let k = 0; k < patch.tries; k++) {
    const near = layUnder(print, chance.pick(fingers), chance)
    const lender = {
      donor: near.donor,
      shiftX: near.shiftX + patch.awayPx * roughlyNormal(chance),
      shiftY: near.shiftY + patch.awayPx * roughlyNormal(chance),
    }
    const ofLender = directionAt(lender.donor, x + lender.shiftX, y + lender.shiftY)
    if (ofLender === outside && best !== undefined) continue
    const turn = ofBase === outside || ofLender === outside ? 0 : 2 * turnOf(ofLender, ofBase)
    const asked = patchOf(
      base,
      lender,
      x,
      y,
      Math.max(-patch.turnMax, Math.min(patch.turnMax, turn)),
    )
    const crossing = crossingOf(base.donor, asked, least)
    if (crossing >= least) continue
    least = crossing
    best = asked
  }
  return best!
}

/** From one ridge direction to another, the shorter way: −32 … 31. */
export function turnOf(from: number, to: number): number {
  const half = flowDirections / 2
  return ((to - from + half + flowDirections) & (flowDirections - 1)) - half
}

const squareSine = Float64Array.from(
  { length: flowDirections },
  (_, it) => Math.sin((it * Math.PI) / flowDirections) ** 2,
)

/** Places around a patch's middle where the ridges of both are compared, px. */
const compared = [0.45, 1].flatMap((share, ring) =>
  Array.from({ length: 8 }, (_, k) => {
    const angle = (k / 8 + ring / 16) * 2 * Math.PI
    const radius = patch.comparedPx * share
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  }),
)

/** How far the ridges of both cross; no further looked at than up to `least`. */
function crossingOf(base: Donor, it: Patch, least: number): number {
  let crossing = 0
  const turn = Math.round(it.turn / 2)
  for (let k = 0; k < compared.length && crossing < least; k++) {
    const { x, y } = compared[k]!
    const ofBase = directionAt(base, it.toX + x, it.toY + y)
    // The base's place, turned back: counterclockwise on the picture is y up.
    const fromX = it.fromX + it.cos * x - it.sin * y
    const fromY = it.fromY + it.sin * x + it.cos * y
    const ofLender = directionAt(it.donor, fromX, fromY)
    if (ofLender === outside) crossing += patch.bareCost
    else if (ofBase !== outside)
      crossing += squareSine[(ofLender + turn - ofBase) & (flowDirections - 1)]!
  }
  return crossing
}
