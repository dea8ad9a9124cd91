// Plots — shares lie where they belong on the axes, and the curves end where the scores do.

import { expect, test } from 'vitest'
import { scoreLowest } from '#finger'
import { renderDetPlot } from './det-plot.ts'
import { binned, renderHistogramPlot } from './histogram-plot.ts'
import { logScale } from './log-axis.ts'

test('each tenth of a share is as long as the next', () => {
  const { at, axis } = logScale('share', -4)
  expect([1, 0.1, 0.01, 0.0001].map(at)).toEqual([1, 0.75, 0.5, 0])
  expect([0, 1e-9, 7].map(at)).toEqual([0, 0, 1])
  expect(axis.ticks.map((it) => it.text)).toEqual(['0.01 %', '0.1 %', '1 %', '10 %', '100 %'])
})

test('every score is counted in one bin', () => {
  const bins = binned([scoreLowest, scoreLowest, scoreLowest + 1.5, 999])
  expect(bins.slice(0, 3)).toEqual([0.5, 0.25, 0])
  expect(bins.at(-1)).toBe(0.25)
})

const scores = { genuine: [3, 5, 8, 9], impostor: [-12, -12, -3, 4] }
const set = { set: 'a <set>', scores }

test('a DET curve ends where no impostor is let through', () => {
  const svg = renderDetPlot([set], { set: 'pooled', scores })
  const [curve] = [...svg.matchAll(/<path d="M([^"]+)" fill="none" stroke="#0072b2"/g)]
  const points = curve![1]!.split('L').map((it) => it.split(' ').map(Number))
  expect(points.length).toBeGreaterThan(2)
  for (const [i, [x]] of points.entries()) {
    if (i > 0) expect(x).toBeLessThanOrEqual(points[i - 1]![0]!)
  }
  // One of four impostor pairs stays until one of four genuine pairs is missed.
  expect(points[0]).toEqual([558.7, 384])
  expect(points.at(-1)).toEqual([527.4, 95.2])
  expect(svg).toContain('a &lt;set&gt;')
})

test('a histogram names both kinds of pairs and the thresholds', () => {
  const svg = renderHistogramPlot(set)
  expect(svg).toContain('genuine (4)')
  expect(svg).toContain('impostor (4)')
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(2)
})
