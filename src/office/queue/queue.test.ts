// Queue test — two lanes, each in the order of arrival, and nobody passed over for ever.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getSampleResident, sampleToday } from '#resident/sample-cast'
import type { Lane } from '../cases/queue-place.ts'
import { decideLane, decideNext, orderOf, priorityWaitMs, type Standing } from './queue.ts'

const now = 50_000_000
const place = (number: string, inLineMs = now): Standing => ({
  number,
  lane: number.startsWith('B') ? 'B' : 'A',
  inLineMs,
})
const numbersOf = (places: readonly Standing[]) => places.map((it) => it.number).join(' ')

const line: fc.Arbitrary<readonly Standing[]> = fc
  .array(fc.tuple(fc.constantFrom<Lane>('A', 'B'), fc.nat(20 * 60_000)), { maxLength: 30 })
  .map((people) =>
    people.map(([lane, stoodMs], index) => ({
      number: `${lane}-${String(index).padStart(3, '0')}`,
      lane,
      inLineMs: now - stoodMs,
    })),
  )
const lanes = fc.array(fc.constantFrom<Lane>('A', 'B'), { maxLength: 6 })

describe('in one lane', () => {
  test('who came first is called first', () => {
    const standing = [place('A-003', now - 1), place('A-001', now - 3), place('A-002', now - 2)]
    expect(numbersOf(orderOf(standing, [], now))).toBe('A-001 A-002 A-003')
  })

  test('nobody overtakes, whatever happens in the other', () => {
    fc.assert(
      fc.property(line, lanes, (standing, called) => {
        const order = orderOf(standing, called, now)
        expect(order).toHaveLength(standing.length)
        for (const lane of ['A', 'B']) {
          const times = order.filter((it) => it.lane === lane).map((it) => it.inLineMs)
          expect(times).toEqual(times.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})

describe('between the lanes', () => {
  test('one of B after two of A', () => {
    const standing = ['A-001', 'A-002', 'A-003', 'A-004', 'B-001', 'B-002'].map((it) => place(it))
    expect(numbersOf(orderOf(standing, ['A', 'B'], now))).toBe(
      'A-001 B-001 A-002 A-003 B-002 A-004',
    )
  })

  test('the first of the day is of B', () => {
    expect(decideNext([place('A-001', now - 5), place('B-001')], [], now)?.number).toBe('B-001')
  })

  test('who stood long in B goes before A, but two of B in a row are enough', () => {
    const long = now - priorityWaitMs - 1
    const standing = [place('A-001'), place('B-001', long), place('B-002', long)]
    expect(decideNext(standing, ['A', 'B'], now)?.number).toBe('B-001')
    expect(decideNext(standing, ['B', 'A'], now)?.number).toBe('B-001')
    expect(decideNext(standing, ['B', 'B'], now)?.number).toBe('A-001')
    const short = [place('A-001'), place('B-001', long + 1)]
    expect(decideNext(short, ['B', 'A'], now)?.number).toBe('A-001')
  })

  test('of any three called while both wait, each lane has one', () => {
    fc.assert(
      fc.property(line, lanes, (standing, called) => {
        const order = orderOf(standing, called, now)
        for (let start = 0; start + 3 <= order.length; start++) {
          const rest = order.slice(start)
          const three = rest.slice(0, 3).map((it) => it.lane)
          const bothWait = ['A', 'B'].every((lane) => rest.slice(2).some((it) => it.lane === lane))
          if (bothWait) expect(new Set(three).size).toBe(2)
        }
      }),
    )
  })

  test('an empty lane holds up nobody', () => {
    expect(decideNext([place('A-001')], ['A', 'A'], now)?.number).toBe('A-001')
    expect(decideNext([place('B-001')], ['B', 'B'], now)?.number).toBe('B-001')
    expect(decideNext([], ['A'], now)).toBeUndefined()
  })
})

describe('the lane of a resident', () => {
  const young = getSampleResident('siti').biodata
  const old = { ...young, birthDate: '1960-01-02' as typeof young.birthDate }

  test('is B from sixty on, without asking', () => {
    expect(decideLane(undefined, old, sampleToday)).toMatchObject({ value: { lane: 'B' } })
    expect(decideLane(undefined, young, sampleToday)).toMatchObject({ value: { lane: 'A' } })
  })

  test('is B for a disability on the form, and for what the officer sees', () => {
    const blind = { ...young, disability: 'blind' as const }
    const b = { ok: true, value: { lane: 'B' } }
    expect(decideLane(undefined, blind, sampleToday)).toMatchObject(b)
    expect(decideLane('pregnant', young, sampleToday)).toMatchObject(b)
    expect(decideLane('disability', young, sampleToday)).toMatchObject(b)
  })

  test('does not become that of the elderly by a click', () => {
    expect(decideLane('elderly', young, sampleToday)).toEqual({
      ok: false,
      issue: { code: 'queue.not-elderly', age: 18 },
    })
  })
})
