// Tables — the matcher's parameters as the kernels read them: whole numbers in small tables.

import {
  type CylinderTables,
  type MatchTables,
  type RelaxTables,
  stretchZero,
} from '../kernels/match-contract.ts'
import * as parameters from '../parameters.ts'
import { cosOf, sinOf } from './turn-tables.ts'

const { radius, cells, sections, sigmaPx, sigmaDirection, reachPx } = parameters.cylinder
const cellPx = (2 * radius) / cells
const one15 = 2 ** 15
const one12 = 2 ** 12
const lanes = 8

const inCircle = Uint8Array.from({ length: cells * cells }, (_, cell) => {
  const center = (it: number) => (it + 0.5) * cellPx - radius
  return Math.hypot(center(cell % cells), center(Math.floor(cell / cells))) <= radius ? 1 : 0
})
const cellsInCircle = inCircle.reduce((sum, it) => sum + it, 0)

const cylinder: CylinderTables = {
  cos: cosOf,
  sin: sinOf,
  inCircle,
  /** exp(−d² ÷ 2σ²) as far as the corner of the reach. */
  nearness: Int16Array.from({ length: 2 * (reachPx + cellPx) ** 2 + 2 }, (_, square) =>
    Math.min(one15 - 1, Math.round(one15 * Math.exp(-square / (2 * sigmaPx * sigmaPx)))),
  ),
  shares: Int16Array.from({ length: 256 * lanes }, (_, i) => {
    const turn = ((Math.floor(i / lanes) / 256) * 2 - 1) * Math.PI
    return i % lanes < sections ? Math.round((one15 - 1) * shareOf(turn, i % lanes)) : 0
  }),
  radius: radius * 16,
  cell: cellPx * 16,
  reach: reachPx * 16,
  contributionMin: Math.round(parameters.cylinder.contributionMin * one15),
  knownMin: Math.ceil(parameters.cylinder.knownShareMin * cellsInCircle),
  neighborsMin: parameters.cylinder.neighborsMin,
}

const { distanceMid, distanceShare, distanceSlope, angleMid, angleSlope } = parameters.relax
/** What agrees less than this is not counted at all. */
const fitMin = 0.01

const relax: RelaxTables = {
  stretch: tableOf((it) => falling((it - stretchZero) / 16, 0, distanceSlope)),
  turn: tableOf((it) => falling((it * Math.PI) / 128, angleMid, angleSlope)),
  bearing: tableOf((it) => falling(Math.asin(Math.min(1, it / 256)), angleMid, angleSlope)),
  allowed: distanceMid * 16,
  // Of the mean of the two lengths.
  allowedShare: Math.round((distanceShare / 2) * 1024),
  rounds: parameters.relax.rounds,
  strongestShare: parameters.relax.strongestShare,
  strongestMin: parameters.relax.strongestMin,
  strongestMax: parameters.relax.strongestMax,
}

export const matchTables: MatchTables = {
  cylinder,
  likeness: {
    turnMax: parameters.local.turnMax,
    knownMin: Math.ceil(parameters.local.knownShareMin * cellsInCircle),
    roughMin: Math.round(256 * parameters.local.roughMin),
    pairsMax: parameters.relax.pairsMax,
  },
  relax,
  align: {
    seeds: parameters.align.seeds,
    rounds: parameters.align.rounds,
    reach: parameters.align.reachPx,
    reachShare: parameters.align.reachShare,
    seedTurn: Math.round((parameters.align.turnMax * 128) / Math.PI),
    turnWindow: parameters.align.turnWindow,
    turnCost: 1 / (1 - Math.round(1e6 * Math.cos(parameters.align.turnMax)) / 1e6),
    pullEase: parameters.align.pullEase,
    pullFall: 1 / (4 * parameters.align.pullPx ** 2),
    nearMax: parameters.align.nearMax,
  },
}

/** The values of a falling function at 0, 1, 2 …, 4096 being one, until they are hardly any more. */
function tableOf(value: (it: number) => number): Int32Array {
  const values: number[] = []
  while (values.length < 256 && value(values.length) >= fitMin) {
    values.push(Math.round(one12 * value(values.length)))
  }
  return Int32Array.from(values)
}

/** 1 well below `mid`, ½ at it, 0 well above. */
function falling(value: number, mid: number, slope: number): number {
  return 1 / (1 + Math.exp(slope * (value - mid)))
}

/** The part of a Gaussian around `turn` (radians, −π … π) that falls into a section. */
function shareOf(turn: number, section: number): number {
  const width = (2 * Math.PI) / sections
  const from = -Math.PI + section * width
  const away = Math.atan2(Math.sin(from + width / 2 - turn), Math.cos(from + width / 2 - turn))
  return (
    cumulative((away + width / 2) / sigmaDirection) -
    cumulative((away - width / 2) / sigmaDirection)
  )
}

/** The normal distribution's cumulative function, to about 1e-7 (Abramowitz and Stegun 7.1.26). */
function cumulative(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const half = (1 - tail * Math.exp(-x * x)) / 2
  return z >= 0 ? 0.5 + half : 0.5 - half
}
