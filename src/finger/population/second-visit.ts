// Second visit — the same fingers as another visit shows them: turned, shifted, stretched, in part.

import type { FingerPosition } from '#formats/finger-position'
import { type Seeded, seeded } from '#kit/seeded'
import { roughlyNormal } from '../synthetic/smooth-noise.ts'
import {
  type FingerTemplate,
  flowBlockPx,
  flowDirections,
  outside,
  type RidgeFlow,
} from '../template/finger-template.ts'
import { type Bending, bendingAt, drawBending } from './bending.ts'
import { Gathered, isWithin } from './gathered.ts'
import { visit } from './parameters.ts'
import { ridgeTurned, turnIn } from './turning.ts'

/** Each finger's second impression. */
export function secondVisitOf(
  fingers: ReadonlyMap<FingerPosition, FingerTemplate>,
  seed: string,
): ReadonlyMap<FingerPosition, FingerTemplate> {
  return new Map(
    [...fingers].map(([position, it]) => [position, secondImpressionOf(it, `${seed}/${position}`)]),
  )
}

/** The template with a ridge flow, or without, as of a second print; the same seed, the same print. */
export function secondImpressionOf(template: FingerTemplate, seed: string): FingerTemplate {
  const chance = seeded(`second-visit/${seed}`)
  const hardness = 0.4 + 1.6 * chance.unit() ** 2
  const flow = template.flow ?? wholeSkin(template)
  const bending = bendingOf(flow, hardness, chance)
  const turned = { columns: flow.columns, rows: flow.rows, directions: flowOf(flow, bending) }
  cutEdges(turned, hardness, chance)
  const gathered = new Gathered()
  findAgain(template, turned, bending, gathered, hardness, chance)
  findWrongly(turned, gathered, hardness, chance)
  const second = gathered.toTemplate(template, turned)
  return template.flow === undefined ? { ...second, flow: undefined } : second
}

/** What a template without a flow is taken to show: everything, by level ridges. */
function wholeSkin({ width, height }: FingerTemplate): RidgeFlow {
  const columns = Math.ceil(width / flowBlockPx)
  const rows = Math.ceil(height / flowBlockPx)
  return { columns, rows, directions: new Uint8Array(columns * rows) }
}

function bendingOf(flow: RidgeFlow, hardness: number, chance: Seeded): Bending {
  const spread = (deviation: number) => deviation * hardness * roughlyNormal(chance)
  const turn = spread(visit.turn)
  const bending = drawBending(chance, flow, {
    deviationPx: visit.stretchPx * hardness,
    knotBlocks: visit.stretchKnotBlocks,
    xByX: Math.cos(turn) - 1 + spread(visit.stretchShare),
    yByY: Math.cos(turn) - 1 + spread(visit.stretchShare),
    xByY: Math.sin(turn) + spread(visit.stretchShare),
    yByX: -Math.sin(turn),
  })
  const shiftX = spread(visit.shiftPx)
  const shiftY = spread(visit.shiftPx)
  for (let at = 0; at < flow.directions.length; at++) {
    bending.x[at]! += shiftX
    bending.y[at]! += shiftY
  }
  return bending
}

function flowOf(flow: RidgeFlow, bending: Bending): Uint8Array {
  const { columns, rows, directions } = flow
  const turned = new Uint8Array(directions.length).fill(outside)
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const fromColumn = Math.floor(column + 0.5 + bending.x[at]! / flowBlockPx)
      const fromRow = Math.floor(row + 0.5 + bending.y[at]! / flowBlockPx)
      if (fromColumn < 0 || fromRow < 0 || fromColumn >= columns || fromRow >= rows) continue
      const direction = directions[fromRow * columns + fromColumn]!
      if (direction !== outside) turned[at] = ridgeTurned(bending, column, row, direction)
    }
  }
  return turned
}

/** What lies beyond a line on one side is not seen this time. */
function cutEdges({ columns, directions }: RidgeFlow, hardness: number, chance: Seeded) {
  const angle = 2 * Math.PI * chance.unit()
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let edge = 0
  const across = (at: number) => (at % columns) * cos + Math.floor(at / columns) * sin
  for (let at = 0; at < directions.length; at++) {
    if (directions[at] !== outside) edge = Math.max(edge, across(at))
  }
  edge -= Math.abs((visit.cutPx / flowBlockPx) * hardness * roughlyNormal(chance))
  for (let at = 0; at < directions.length; at++) if (across(at) > edge) directions[at] = outside
}

const drawn = new Float64Array(2)

function findAgain(
  { minutiae }: FingerTemplate,
  flow: RidgeFlow,
  bending: Bending,
  gathered: Gathered,
  hardness: number,
  chance: Seeded,
): void {
  for (const it of minutiae) {
    const lost = visit.lost + visit.lostDoubtful * (1 - it.quality / 100)
    if (gathered.isFull || chance.unit() < lost * hardness) continue
    let x = it.x
    let y = it.y
    for (let round = 0; round < 6; round++) {
      bendingAt(bending, x, y, drawn)
      x = it.x - drawn[0]!
      y = it.y - drawn[1]!
    }
    x += visit.jitterPx * roughlyNormal(chance)
    y += visit.jitterPx * roughlyNormal(chance)
    if (!isWithin(flow, x, y, 0)) continue
    const turn = turnIn(
      bending,
      Math.floor(x / flowBlockPx),
      Math.floor(y / flowBlockPx),
      it.direction,
    )
    const jitter = visit.jitterTurn * roughlyNormal(chance)
    const isFork = (it.kind === 'bifurcation') !== chance.unit() < visit.kindWrong ? 1 : 0
    const quality = it.quality + visit.quality * roughlyNormal(chance)
    gathered.add(x, y, it.direction + turn + jitter, isFork, quality)
  }
}

/** Minutiae that are none: anywhere, along the ridges, and of little quality as a rule. */
function findWrongly(flow: RidgeFlow, gathered: Gathered, hardness: number, chance: Seeded): void {
  const { columns, directions } = flow
  const count = Math.round(gathered.count * visit.spurious * hardness * 2 * chance.unit())
  for (let k = 0; k < count && !gathered.isFull; k++) {
    const at = chance.below(directions.length)
    const direction = directions[at]!
    if (direction === outside) continue
    const x = ((at % columns) + chance.unit()) * flowBlockPx
    const y = (Math.floor(at / columns) + chance.unit()) * flowBlockPx
    if (!gathered.hasRoomAt(x, y, 6)) continue
    const way = direction * (256 / flowDirections / 2) + 128 * chance.below(2)
    gathered.add(x, y, way, chance.below(2), 20 + 50 * chance.unit())
  }
}
