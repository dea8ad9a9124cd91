// Histogram plot — how genuine and impostor pairs score, each as shares of their own number.

import { scoreLowest, thresholds } from '#finger'
import { renderChart, type Series } from './chart.ts'
import type { ScoredSet } from './det-plot.ts'
import { logScale } from './log-axis.ts'

const scoreHighest = 42
const span = scoreHighest - scoreLowest

/** Bins of one score. The scale up is logarithmic: errors are made where the tails meet. */
export function renderHistogramPlot({ set, scores }: ScoredSet): string {
  const shares = logScale('share of the pairs', -5)
  const across = (score: number) => (score - scoreLowest) / span
  const areaOf = (name: string, color: string, values: readonly number[]): Series => ({
    name: `${name} (${values.length})`,
    color,
    points: binned(values).flatMap((share, bin): [number, number][] => {
      const y = shares.at(share)
      return [
        [across(scoreLowest + bin), y],
        [across(scoreLowest + bin + 1), y],
      ]
    }),
    look: 'area',
  })
  const thresholdAt = (name: string, score: number, color: string): Series => ({
    name: `${name}: ${score}`,
    color,
    points: [
      [across(score), 0],
      [across(score), 1],
    ],
    look: 'dashes',
  })
  const ticks = Array.from({ length: span / 6 + 1 }, (_, i) => scoreLowest + 6 * i)
  return renderChart({
    title: `Scores: ${set}`,
    across: {
      label: 'score, a natural log-likelihood ratio',
      ticks: ticks.map((score) => ({ at: across(score), text: String(score).replace('-', '−') })),
    },
    up: shares.axis,
    series: [
      areaOf('impostor', '#d55e00', scores.impostor),
      areaOf('genuine', '#0072b2', scores.genuine),
      thresholdAt('1 in 1,000', thresholds.fingerFmr1000, '#56606a'),
      thresholdAt('1 in 10,000', thresholds.fingerFmr10000, '#1a1f24'),
    ],
  })
}

/** The share of the scores in each bin; what lies beyond the last is counted there. */
export function binned(values: readonly number[]): number[] {
  const bins = Array.from({ length: span }, () => 0)
  for (const score of values) {
    const bin = Math.max(0, Math.min(span - 1, Math.floor(score - scoreLowest)))
    bins[bin]! += 1 / values.length
  }
  return bins
}
