// Prometheus text tests — what is written is what the format asks for, letter by letter.

import { expect, test } from 'vitest'
import { prometheusText } from './prometheus-text.ts'

test('gauges and counters stand with their help, their type and their labels', () => {
  const text = prometheusText([
    { type: 'gauge', name: 'up', help: 'A line\nand \\ another.', samples: [{ value: 1 }] },
    {
      ...{ type: 'counter', name: 'asks_total', help: 'Asks.' },
      samples: [{ labels: { of: 'a "b"\n\\', how: 'x' }, value: 2.5 }],
    },
    { type: 'gauge', name: 'nothing', help: 'Left out.', samples: [] },
    { type: 'gauge', name: 'far', help: 'Far.', samples: [{ value: Number.NEGATIVE_INFINITY }] },
  ])
  expect(text).toBe(
    [
      '# HELP up A line\\nand \\\\ another.',
      '# TYPE up gauge',
      'up 1',
      '# HELP asks_total Asks.',
      '# TYPE asks_total counter',
      'asks_total{of="a \\"b\\"\\n\\\\",how="x"} 2.5',
      '# HELP far Far.',
      '# TYPE far gauge',
      'far -Inf',
      '',
    ].join('\n'),
  )
})

test('a histogram counts up to its last bound and beyond', () => {
  const sample = { bounds: [0.1, 1], within: [2, 3], count: 4, sum: 7.5, labels: { of: 'a' } }
  const text = prometheusText([
    { type: 'histogram', name: 'took_seconds', help: 'Took.', samples: [sample] },
  ])
  expect(text.split('\n').slice(2)).toEqual([
    'took_seconds_bucket{of="a",le="0.1"} 2',
    'took_seconds_bucket{of="a",le="1"} 3',
    'took_seconds_bucket{of="a",le="+Inf"} 4',
    'took_seconds_sum{of="a"} 7.5',
    'took_seconds_count{of="a"} 4',
    '',
  ])
})
