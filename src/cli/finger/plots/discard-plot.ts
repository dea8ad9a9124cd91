// Discard plot — the missed genuine pairs that are left, as the worst pictures are thrown away.

import { type Discard, type DiscardCurve, discardedShares, shareLeft } from '../discard-curve.ts'
import { renderChart, type Series, seriesColors } from './chart.ts'

const most = discardedShares.at(-1)!

/** One curve for each set in which a pair was missed, and a bold one for all together. */
export function renderDiscardPlot({ sets, pooled }: Discard): string {
  const series = sets.filter((it) => it.missed[0]! > 0).map(seriesOf)
  return renderChart({
    title: 'Genuine pairs missed at FMR 0.1 % without the worst pictures',
    across: {
      label: 'pictures thrown away, worst quality first, %',
      ticks: discardedShares.map((share) => ({ at: share / most, text: `${100 * share}` })),
    },
    up: {
      label: 'missed pairs that are left, %',
      ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: `${100 * at}` })),
    },
    series: [...series, { ...seriesOf(pooled, 0), color: '#1a1f24', look: 'bold-curve' }],
  })
}

function seriesOf(curve: DiscardCurve, i: number): Series {
  return {
    name: `${curve.set} (${curve.missed[0]})`,
    color: seriesColors[i % seriesColors.length]!,
    points: shareLeft(curve).map((share, k) => [discardedShares[k]! / most, share]),
    look: 'curve',
  }
}
