// New finger — a finger that nobody has, of donors' skin: laid, patched, bent, its minutiae renewed.

import type { Seeded } from '#kit/seeded'
import { roughlyNormal } from '../synthetic/smooth-noise.ts'
import { type FingerTemplate, flowBlockPx, outside } from '../template/finger-template.ts'
import { type Bending, bendingAt, drawBending, roomForField } from './bending.ts'
import { type Donor, directionAt } from './donor.ts'
import { fillUp } from './fill.ts'
import { Gathered, isWithin } from './gathered.ts'
import { type Grown, type PreparedDonors, qualityFrom } from './growing.ts'
import { type Laid, layFootprint } from './lay.ts'
import * as parameters from './parameters.ts'
import { drawPatches, type Patch, turnOf } from './patches.ts'
import { ridgeTurned, turnIn } from './turning.ts'
import { pointAsBase } from './way.ts'

/** The finger as a visit to a sensor shows it; the same chance gives the same finger. */
export function newFinger(donors: PreparedDonors, chance: Seeded): FingerTemplate {
  const { print, laid } = layFootprint(chance.pick(donors.fingers), donors.footprints, chance)
  const bending = bendingOf(print, chance)
  const patches = drawPatches(print, laid, donors.fingers, chance)
  const flow = {
    columns: print.columns,
    rows: print.rows,
    directions: flowOf(print, laid, bending),
  }
  gathered.clear()
  const grown = { print, flow, gathered }
  for (const [n, it] of patches.all.entries()) {
    takePatch(grown, it, laid, bending, { byBlock: patches.byBlock, n }, chance)
  }
  fillUp(grown, donors, chance)
  pointAsBase(gathered, laid, chance)
  return gathered.toTemplate(print, flow)
}

// Room that each finger uses anew: a population is made of millions.
const gathered = new Gathered()
const bendX = roomForField()
const bendY = roomForField()
const bare = new Uint8Array(bendX.length)

function bendingOf(print: Donor, chance: Seeded): Bending {
  const { deviationPx, knotBlocks, stretch, turn } = parameters.bend
  const turned = turn * roughlyNormal(chance)
  const asked = {
    deviationPx,
    knotBlocks,
    xByX: stretch * roughlyNormal(chance),
    yByY: stretch * roughlyNormal(chance),
    xByY: turned + stretch * roughlyNormal(chance),
    yByX: -turned,
  }
  return drawBending(chance, print, asked, bendX, bendY)
}

/** The base's ridges, turned as the skin is bent, within the footprint. */
function flowOf(print: Donor, { donor, shiftX, shiftY }: Laid, bending: Bending): Uint8Array {
  const directions = new Uint8Array(print.directions.length).fill(outside)
  for (let row = 0, at = 0; row < print.rows; row++) {
    for (let column = 0; column < print.columns; column++, at++) {
      if (print.directions[at] === outside) continue
      const x = (column + 0.5) * flowBlockPx + bending.x[at]! + shiftX
      const y = (row + 0.5) * flowBlockPx + bending.y[at]! + shiftY
      const direction = directionAt(donor, x, y)
      if (direction !== outside) directions[at] = ridgeTurned(bending, column, row, direction)
    }
  }
  for (let round = 0; round < parameters.place.bareBlocks; round++) coverBare(print, directions)
  return directions
}

/** Ridges run on for a block where the base has no skin and the footprint shows some. */
function coverBare({ columns, directions: shown }: Donor, directions: Uint8Array): void {
  const before = bare.subarray(0, directions.length)
  before.set(directions)
  for (let at = 0; at < directions.length; at++) {
    if (before[at] !== outside || shown[at] === outside) continue
    const column = at % columns
    const left = column > 0 ? before[at - 1]! : outside
    const right = column < columns - 1 ? before[at + 1]! : outside
    const above = before[at - columns] ?? outside
    const below = before[at + columns] ?? outside
    directions[at] = Math.min(left, right, above, below)
  }
}

const spot = new Float64Array(2)

/** Where the base's px (x, y) comes to lie once the skin is bent, in `spot`. */
function unbend(bending: Bending, { shiftX, shiftY }: Laid, x: number, y: number): void {
  const toX = x - shiftX
  const toY = y - shiftY
  let atX = toX
  let atY = toY
  for (let round = 0; round < 4; round++) {
    bendingAt(bending, atX, atY, spot)
    atX = toX - spot[0]!
    atY = toY - spot[1]!
  }
  spot[0] = atX
  spot[1] = atY
}

function takePatch(
  { print, flow, gathered }: Grown,
  patch: Patch,
  laid: Laid,
  bending: Bending,
  { byBlock, n }: { readonly byBlock: Uint8Array; readonly n: number },
  chance: Seeded,
): void {
  const { lost, jitterPx, jitterTurn, kindAnew, apartPx, borderPx, turnMax } = parameters.renew
  const { donor, cos, sin } = patch
  for (let i = 0; i < donor.count && !gathered.isFull; i++) {
    const dx = donor.x[i]! - patch.fromX
    const dy = donor.y[i]! - patch.fromY
    if (dx * dx + dy * dy > parameters.patch.reachPx ** 2) continue
    const onBaseX = patch.toX + cos * dx + sin * dy
    const onBaseY = patch.toY - sin * dx + cos * dy
    unbend(bending, laid, onBaseX, onBaseY)
    const x = spot[0]! + jitterPx * roughlyNormal(chance)
    const y = spot[1]! + jitterPx * roughlyNormal(chance)
    if (chance.unit() < lost || !isWithin(flow, x, y, borderPx)) continue
    const column = Math.floor(x / flowBlockPx)
    const row = Math.floor(y / flowBlockPx)
    if (byBlock[row * print.columns + column] !== n) continue
    const here = flow.directions[row * print.columns + column]!
    const there = directionAt(donor, donor.x[i]!, donor.y[i]!)
    const bent = turnIn(bending, column, row, (donor.direction[i]! + patch.turn) & 255)
    const turned = patch.turn + bent
    const off = there === outside ? 0 : turnOf(there + Math.round(turned / 2), here)
    if (Math.abs(off) > turnMax || !gathered.hasRoomAt(x, y, apartPx)) continue
    const direction = donor.direction[i]! + turned + 2 * off + jitterTurn * roughlyNormal(chance)
    const isFork = chance.unit() < kindAnew ? chance.below(2) : donor.isFork[i]!
    gathered.add(x, y, direction, isFork, qualityFrom(print, chance))
  }
}
