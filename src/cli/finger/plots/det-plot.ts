// DET plot — missed genuine pairs against false matches, as the threshold moves, on log axes.

import { ratesOf, type Scores } from '../figures.ts'
import { renderChart, type Series, seriesColors } from './chart.ts'
import { logScale } from './log-axis.ts'

export interface ScoredSet {
  readonly set: string
  readonly scores: Scores
}

/** A step on either axis that nobody could see. */
const seenMin = 0.001

/** One curve a set, and a bold one for all pairs together. */
export function renderDetPlot(sets: readonly ScoredSet[], pooled: ScoredSet): string {
  const falseMatches = logScale('false matches among the impostor pairs', -5)
  const missed = logScale('missed among the genuine pairs', -4)
  const curveOf = ({ scores }: ScoredSet) => {
    const points: [number, number][] = []
    for (const { falseMatch, falseNonMatch } of ratesOf(scores)) {
      // Where all pass or none does, nothing is measured.
      if (falseMatch === 0 || falseMatch === 1) continue
      const x = falseMatches.at(falseMatch)
      const y = missed.at(falseNonMatch)
      const before = points.at(-1)
      const moved = before === undefined ? 1 : Math.hypot(x - before[0], y - before[1])
      if (moved >= seenMin) points.push([x, y])
    }
    return points
  }
  const series = sets.map(
    (it, i): Series => ({
      name: it.set,
      color: seriesColors[i % seriesColors.length]!,
      points: curveOf(it),
      look: 'curve',
    }),
  )
  return renderChart({
    title: 'Detection error trade-off',
    across: falseMatches.axis,
    up: missed.axis,
    series: [
      ...series,
      { name: pooled.set, color: '#1a1f24', points: curveOf(pooled), look: 'bold-curve' },
    ],
  })
}
