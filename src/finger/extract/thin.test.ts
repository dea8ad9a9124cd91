// Thin tests — lines one pixel wide, whose shape stays.

import { expect, test } from 'vitest'
import { drawRidges } from '../drawn-ridges.arbitrary.ts'
import { kernels } from '../kernels/kernels.ts'
import type { Binary } from './binarize.ts'
import { linesMeetingAt } from './lines.ts'
import { draw, show } from './skeleton.arbitrary.ts'
import { thin as thinBy } from './thin.ts'

const thin = (binary: Binary) => thinBy(binary, kernels())

test('a bar becomes a line along its middle', () => {
  const bar = Array.from({ length: 5 }, () => '#'.repeat(30))
  const rows = show(thin(draw(...bar)))
  expect(rows[2]).toContain('#'.repeat(20))
  expect([rows[0], rows[1], rows[3], rows[4]].join('')).not.toContain('#')
})

test('corners are cut: a line that is already thin keeps no elbow', () => {
  expect(show(thin(draw('####', '...#', '...#', '...#')))).toEqual(['###.', '...#', '...#', '...#'])
})

test('a ring stays a ring and a fork a fork', () => {
  const count = (binary: Binary, lines: number) =>
    [...binary.pixels.keys()].filter((i) => linesMeetingAt(binary, i) === lines).length
  const ring = thin(draw('.#####.', '#######', '##...##', '##...##', '#######', '.#####.'))
  expect(count(ring, 1)).toBe(0)
  expect(count(ring, 2)).toBeGreaterThan(8)
  const fork = thin(
    draw(
      '###.........###',
      '.####.....####.',
      '...####.####...',
      '.....#####.....',
      '......###......',
      '......###......',
      '......###......',
      '......###......',
    ),
  )
  expect(count(fork, 1)).toBe(3)
  expect(count(fork, 3)).toBe(1)
})

test('within a line each pixel has two neighbors', () => {
  const { width, height, pixels } = drawRidges({ width: 120, height: 120, dislocations: [] })
  const ridges = {
    width,
    height,
    pixels: pixels.map((it, i) => (isFrame(i) ? 0 : it > 128 ? 1 : 0)),
  }
  function isFrame(i: number): boolean {
    const x = i % width
    const y = Math.floor(i / width)
    return x < 2 || y < 2 || x >= width - 2 || y >= height - 2
  }
  const skeleton = thin(ridges)
  const inLine = [...skeleton.pixels.keys()].filter((i) => linesMeetingAt(skeleton, i) === 2)
  expect(inLine.length).toBeGreaterThan(1_000)
  for (const i of inLine) {
    const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
    expect(around.filter((it) => skeleton.pixels[i + it] === 1)).toHaveLength(2)
  }
})
