// Clean tests — noise on a skeleton goes, ridges stay.

import { expect, test } from 'vitest'
import { clean } from './clean.ts'
import { draw, levelFlow, show } from './skeleton.arbitrary.ts'

function cleaned(...rows: string[]): string[] {
  const skeleton = draw(...rows)
  return show(clean(skeleton, levelFlow(skeleton)))
}

const long = '#'.repeat(40)

test('a long line stays as it is', () => {
  expect(cleaned(long)).toEqual([long])
})

test('hair on a ridge is shaved', () => {
  const hair = `${'.'.repeat(20)}#${'.'.repeat(19)}`
  const rows = cleaned(hair, hair, hair, hair, long)
  expect(rows.slice(0, 3).join('')).not.toContain('#')
  expect(rows[4]).toBe(long)
})

test('a short line on its own is dust, a longer one is skin', () => {
  expect(cleaned('#'.repeat(12)).join('')).not.toContain('#')
  expect(cleaned('#'.repeat(24))).toEqual(['#'.repeat(24)])
})

test('two endings that face each other are one ridge, broken', () => {
  const half = '#'.repeat(20)
  expect(cleaned(`${half}........${half}`)).toEqual([`${half}########${half}`])
  const far = `${half}${'.'.repeat(20)}${half}`
  expect(cleaned(far)).toEqual([far])
})

test('endings side by side are not joined', () => {
  const right = `${'.'.repeat(20)}${'#'.repeat(24)}`
  const left = `${'#'.repeat(24)}${'.'.repeat(20)}`
  const rows = [left, '', '', '', '', '', right].map((it) => it.padEnd(44, '.'))
  expect(cleaned(...rows)).toEqual(rows)
})

test('a bridge across the flow falls', () => {
  const across = `${'.'.repeat(20)}#${'.'.repeat(19)}`
  const rows = cleaned(long, across, across, across, across, across, long)
  expect(rows[0]).toBe(long)
  expect(rows[6]).toBe(long)
  expect(rows.slice(2, 5).join('')).not.toContain('#')
})

test('a pore in a ridge is closed: one way around it stays', () => {
  const pad = (middle: string) => `${'.'.repeat(16)}${middle}${'.'.repeat(16)}`
  const rows = cleaned(
    pad('..####..'),
    pad('.#....#.'),
    `${'#'.repeat(17)}......${'#'.repeat(17)}`,
    pad('.#....#.'),
    pad('..####..'),
  )
  const upper = rows[0]!.includes('####')
  const lower = rows[4]!.includes('####')
  expect(upper).not.toBe(lower)
})
