// Population tests — anybody can be made again, fits into bytes, and is nobody else.

import { beforeAll, describe, expect, test } from 'vitest'
import { fingerPositions } from '#formats/finger-position'
import { matchTemplates } from '../match-templates.ts'
import { readTemplate, writeTemplate } from '../template/bytes.ts'
import { outside } from '../template/finger-template.ts'
import { thresholds } from '../thresholds.ts'
import { createPopulation, type Population, type PopulationDonors } from './population.ts'
import { secondVisitOf } from './second-visit.ts'
import { syntheticDonors } from './synthetic-donors.ts'

let donors: PopulationDonors
let population: Population

beforeAll(() => {
  donors = syntheticDonors('population test', 6)
  population = createPopulation({ seed: 'test', donors })
})

describe('a person', () => {
  test('is the same again, alone, in another population of this seed', () => {
    const again = createPopulation({ seed: 'test', donors })
    expect(again.person(7)).toEqual(population.person(7))
    expect(again.finger(7, 3)).toEqual(population.person(7).get(3))
  })

  test('is somebody else by another number or seed', () => {
    const other = createPopulation({ seed: 'other', donors })
    expect(other.finger(7, 3)).not.toEqual(population.finger(7, 3))
    expect(population.finger(8, 3)).not.toEqual(population.finger(7, 3))
  })

  test('has ten fingers, but for a few who have at least two', () => {
    const counts = Array.from({ length: 300 }, (_, n) => population.person(n).size)
    const lacking = counts.filter((it) => it < 10)
    expect(lacking.length).toBeGreaterThan(2)
    expect(lacking.length).toBeLessThan(30)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2)
  })
})

describe('a new finger', () => {
  test('is a template as the engine makes it', () => {
    for (const it of fingersOf(20)) {
      expect(readTemplate(writeTemplate(it))).toEqual({ ok: true, value: it })
      expect(it.minutiae.length).toBeGreaterThan(5)
      const skin = it.flow?.directions.filter((direction) => direction !== outside)
      expect(skin?.length).toBeGreaterThan(50)
    }
  })

  test('is not taken for another, of the same donors', () => {
    const fingers = fingersOf(20)
    const high = fingers.flatMap((a, i) =>
      fingers.slice(i + 1).filter((b) => matchTemplates(a, b) > thresholds.fingerFmr10000),
    )
    expect(high.length).toBeLessThanOrEqual(20)
  })
})

describe('a second visit', () => {
  test('shows the same fingers, seen anew', () => {
    let found = 0
    for (let n = 0; n < 5; n++) {
      const first = population.person(n)
      const second = secondVisitOf(first, `again ${n}`)
      expect([...second.keys()]).toEqual([...first.keys()])
      for (const [position, it] of second) {
        expect(it).not.toEqual(first.get(position))
        expect(readTemplate(writeTemplate(it))).toEqual({ ok: true, value: it })
        if (matchTemplates(first.get(position)!, it) > thresholds.fingerFmr10000) found++
      }
    }
    expect(found).toBeGreaterThan(40)
  })

  test('is the same again, by its seed', () => {
    const first = population.person(1)
    expect(secondVisitOf(first, 'a')).toEqual(secondVisitOf(first, 'a'))
    expect(secondVisitOf(first, 'a')).not.toEqual(secondVisitOf(first, 'b'))
  })
})

function fingersOf(persons: number) {
  return Array.from({ length: persons }, (_, n) => {
    return fingerPositions.map((position) => population.finger(n, position))
  }).flat()
}
