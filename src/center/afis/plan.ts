// Plan — what a search asks in each of its looks, and what it makes of whom the last one found.
//
// The same wherever the gallery is: in threads of this process or in processes of many machines.

import { type FingerPosition, isFingerPosition } from '#enrollment/fingers'
import { type FingerTemplate, type SketchAsk, sketchProbeOf, writeTemplate } from '#finger'
import {
  byScoreThenCase,
  type Fingers,
  type Found,
  type SearchAsk,
  type StoredFingers,
} from './gallery.ts'
import { type Labeling, labelingsOf, quickLabelingsOf } from './labelings.ts'
import { cascade, type Keep } from './parameters.ts'
import type { ShardState } from './shard.ts'

/** One look: what is asked of every visit, and how many are kept, ties beside them. */
export interface PlannedLook {
  readonly ask: SketchAsk
  readonly wanted: number
}

export interface SearchPlan {
  readonly quick: PlannedLook
  readonly close: PlannedLook
  readonly asSaid: Labeling
  /** By the number of the hypothesis that the close look finds best. */
  readonly labelings: readonly Labeling[]
}

/** Undefined where there is nothing to search with, or nobody to search among. */
export function planOf(newcomer: Fingers, visits: number): SearchPlan | undefined {
  const positions = [...newcomer.keys()]
  if (positions.length === 0 || visits === 0) return undefined
  const stages = positions.length === 1 ? cascade.oneFinger : cascade.severalFingers
  const labelings = labelingsOf(positions)
  const wanted = keptOf(stages.quick, visits)
  return {
    quick: {
      // Where everybody is kept anyway, nobody is to be lost by haste.
      ask: askOf(
        newcomer,
        quickLabelingsOf(chosenOf(newcomer)),
        visits > wanted ? 'quick' : 'close',
        stages.quickRows,
      ),
      wanted,
    },
    close: { ask: askOf(newcomer, labelings, 'close'), wanted: keptOf(stages.close, visits) },
    asSaid: labelings[0]!,
    labelings,
  }
}

/** Of each person the visit that is most alike, best first. */
export function bestPeople(
  found: readonly Found[],
  { scoreMin, candidatesMax }: Pick<SearchAsk, 'scoreMin' | 'candidatesMax'>,
): readonly Found[] {
  const best = new Map<string, Found>()
  for (const it of found.toSorted(byScoreThenCase)) {
    if (it.score >= scoreMin && !best.has(it.personId)) best.set(it.personId, it)
  }
  return [...best.values()].slice(0, candidatesMax)
}

export function storedFingers(newcomer: Fingers): StoredFingers {
  return new Map([...newcomer].map(([position, it]) => [position, writeTemplate(it)]))
}

function askOf(
  newcomer: Fingers,
  labelings: readonly Labeling[],
  look: SketchAsk['look'],
  rows?: number,
): SketchAsk {
  const asked = new Set(labelings.flatMap((it) => it.map(([position]) => position)))
  const probes = new Map(
    [...newcomer]
      .filter(([position]) => asked.has(position))
      .map(([position, it]) => [position, sketchProbeOf(it, rows)]),
  )
  const numbers = new Map<string, number>()
  const compares: SketchAsk['compares'][number][] = []
  const hypotheses = labelings.map((labeling) =>
    labeling.map(([position, recorded]) => {
      const key = `${position} ${recorded}`
      const number = numbers.get(key) ?? compares.length
      if (number === compares.length) {
        numbers.set(key, number)
        compares.push({ probe: probes.get(position)!, slot: recorded - 1 })
      }
      return number
    }),
  )
  return { compares, hypotheses, look }
}

/** The best finger of each hand, or the best two of one. */
function chosenOf(newcomer: Fingers): readonly FingerPosition[] {
  const worth = ({ minutiae }: FingerTemplate) => minutiae.reduce((sum, it) => sum + it.quality, 0)
  const best = [...newcomer]
    .toSorted(([a, x], [b, y]) => worth(y) - worth(x) || a - b)
    .map(([position]) => position)
  const right = best.filter((it) => it <= 5)
  const left = best.filter((it) => it > 5)
  if (right.length === 0 || left.length === 0) return best.slice(0, cascade.quickFingers)
  return [right[0]!, left[0]!]
}

function keptOf({ share, min }: Keep, visits: number): number {
  return Math.max(min, Math.ceil(share * visits))
}

/** Visits that have a finger where the newcomer has one. */
export function visitsWith(
  { positions }: Pick<ShardState, 'positions'>,
  newcomer: readonly FingerPosition[],
): number {
  const wanted = newcomer.filter(isFingerPosition).reduce((bits, it) => bits | (1 << (it - 1)), 0)
  let count = 0
  for (const [bits, visits] of positions) if ((bits & wanted) !== 0) count += visits
  return count
}
