// Split — error rates where the score's weights were fitted to other fingers than are measured.
//
// Of each folder every second finger goes to the one half, the rest to the other. Weights are
// fitted to the pairs within a half and measured on those within the other, both ways; pairs
// across the halves are left out. Beside them: the engine's own weights on the same pairs.

import { scoreLowest } from '#finger'
import { samplesOf, type TermPair, termPairsOf } from './calibrate.ts'
import { type Figures, figuresOf, type Scores } from './figures.ts'
import { type FolderPrints, fingerOf } from './read-print.ts'
import { fitWeights } from './regression.ts'
import { pairScores } from './scores.ts'

export interface SplitRow {
  readonly set: string
  /** On pairs within the halves: by the engine's own weights. */
  readonly builtIn: Figures
  /** On the same pairs: by weights fitted to the other half. */
  readonly otherHalf: Figures
}

export interface Split {
  /** Bias first; fitted to the first half of the fingers and to the second. */
  readonly weights: readonly [readonly number[], readonly number[]]
  readonly sets: readonly SplitRow[]
  readonly pooled: SplitRow
}

export function splitOf(folders: readonly FolderPrints[]): Split {
  const halves = folders.map((it) => [halfOf(it, 0), halfOf(it, 1)] as const)
  const { weights, scores } = measureAcross(
    halves.map(([first, second]) => [termPairsOf(first.prints), termPairsOf(second.prints)]),
  )
  const sets = folders.map(({ folder }, i) => ({
    set: folder,
    builtIn: joined(halves[i]!.map(pairScores)),
    otherHalf: scores[i]!,
  }))
  const pooled = {
    set: 'pooled',
    builtIn: joined(sets.map((it) => it.builtIn)),
    otherHalf: joined(scores),
  }
  return { weights, sets: sets.map(rowOf), pooled: rowOf(pooled) }
}

type Halves = readonly [readonly TermPair[], readonly TermPair[]]

/** The scores of each set's pairs by the weights fitted to all sets' other halves. */
export function measureAcross(sets: readonly Halves[]): {
  readonly weights: Split['weights']
  readonly scores: readonly Scores[]
} {
  const fittedTo = (half: 0 | 1) => fitWeights(sets.flatMap((both) => samplesOf(both[half])))
  const weights = [fittedTo(0), fittedTo(1)] as const
  const scores = sets.map(([first, second]) =>
    joined([scoresOf(first, weights[1]), scoresOf(second, weights[0])]),
  )
  return { weights, scores }
}

function rowOf(it: { set: string; builtIn: Scores; otherHalf: Scores }): SplitRow {
  return { set: it.set, builtIn: figuresOf(it.builtIn), otherHalf: figuresOf(it.otherHalf) }
}

function halfOf(folder: FolderPrints, half: 0 | 1): FolderPrints {
  const fingers = [...new Set(folder.prints.map((it) => fingerOf(it.file)))]
  const chosen = new Set(fingers.filter((_, i) => i % 2 === half))
  return { ...folder, prints: folder.prints.filter((it) => chosen.has(fingerOf(it.file))) }
}

/** The matcher's score with other weights: a pair that it gave up keeps the lowest. */
function scoresOf(pairs: readonly TermPair[], weights: readonly number[]): Scores {
  const [bias = 0, ...rest] = weights
  const scoreFrom = ({ terms }: TermPair) =>
    terms === undefined
      ? scoreLowest
      : Math.max(
          scoreLowest,
          terms.reduce((sum, it, i) => sum + it * rest[i]!, bias),
        )
  return {
    genuine: pairs.filter((it) => it.genuine).map(scoreFrom),
    impostor: pairs.filter((it) => !it.genuine).map(scoreFrom),
  }
}

function joined(parts: readonly Scores[]): Scores {
  return {
    genuine: parts.flatMap((it) => it.genuine),
    impostor: parts.flatMap((it) => it.impostor),
  }
}
