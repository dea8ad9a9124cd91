// Pattern class, tested — the shares of nature come out, and loops open to the little finger.

import { expect, it } from 'vitest'
import type { FingerPosition } from '#formats/iso19794-4'
import { seeded } from '#kit/seeded'
import {
  drawPatternClass,
  drawPatternClassOf,
  type PatternClass,
  patternShares,
} from './pattern-class.ts'

const drawCount = 4_000

it('draws every class as often as it occurs', () => {
  const chance = seeded('shares')
  const drawn = Array.from({ length: drawCount }, () => drawPatternClass(chance))
  for (const [patternClass, share] of patternShares) {
    const count = drawn.filter((it) => it === patternClass).length
    const deviation = Math.sqrt(drawCount * share * (1 - share))
    expect(Math.abs(count - drawCount * share)).toBeLessThan(4 * deviation)
  }
})

const positions: FingerPosition[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

function drawPersons(count: number): PatternClass[][] {
  return Array.from({ length: count }, (_, person) => {
    const chance = seeded(`person-${person}`)
    const leaning = chance.normal()
    return positions.map((position) => drawPatternClassOf(position, leaning, chance))
  })
}

it('opens most loops to the side of the little finger, which hands mirror', () => {
  const persons = drawPersons(400)
  const share = (position: FingerPosition, patternClass: PatternClass) =>
    persons.filter((classes) => classes[position - 1] === patternClass).length / persons.length
  expect(share(5, 'right-loop')).toBeGreaterThan(0.7)
  expect(share(10, 'left-loop')).toBeGreaterThan(0.7)
  expect(share(5, 'left-loop')).toBeLessThan(0.03)
  expect(share(2, 'left-loop')).toBeGreaterThan(0.1)
})

it('lets the fingers of a person resemble each other', () => {
  const whorls = drawPersons(400).map((classes) => classes.filter((it) => it === 'whorl').length)
  const mean = whorls.reduce((sum, count) => sum + count, 0) / whorls.length
  const variance = whorls.reduce((sum, count) => sum + (count - mean) ** 2, 0) / whorls.length
  expect(mean).toBeGreaterThan(2)
  expect(mean).toBeLessThan(4)
  // Ten independent fingers would spread by p (1 - p) × 10, about 2.
  expect(variance).toBeGreaterThan(4)
})
