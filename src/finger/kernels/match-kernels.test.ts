// Match kernels tests — what codes, likeness and relaxation promise, and the same bits from both.

import { describe, expect, test } from 'vitest'
import { present } from '#kit/assert'
import { seeded } from '#kit/seeded'
import { movedTemplate, strewnTemplate } from '../drawn-ridges.arbitrary.ts'
import { minutiaeMax } from '../limits.ts'
import { prepare } from '../match/prepare.ts'
import { matchTables } from '../match/tables.ts'
import type { FingerTemplate } from '../template/finger-template.ts'
import { knownAt, type MatchKernels, recordBytes } from './match-contract.ts'
import { matchKernels, referenceMatchKernels } from './match-kernels.ts'
import { startMatchKernels } from './match-wasm.ts'

const wasm = present(startMatchKernels(matchTables), 'Node 20 has SIMD')
const makers: [string, MatchKernels][] = [
  ['TypeScript', referenceMatchKernels],
  ['WebAssembly', wasm],
]

test('WebAssembly is chosen where it runs', () => {
  expect(matchKernels().name).toBe('wasm')
})

describe.each(makers)('in %s', (_, kernels) => {
  const finger = strewnTemplate('one finger')
  const likePairs = (a: FingerTemplate, b: FingerTemplate) => {
    const [x, y] = [prepare(a, kernels), prepare(b, kernels)]
    const found = kernels.likePairs(x.records, y.records)
    const pairs = Array.from({ length: found.count }, (_, t) => {
      const place = found.pairs[2 * t + 1]!
      const a = x.order[Math.floor(place / y.count)]!
      const b = y.order[place % y.count]!
      return { a, b, alike: found.pairs[2 * t]!, strength: found.strength[t]! }
    })
    return { pairs, x, y, found }
  }

  test('every minutia of a print is wholly like itself', () => {
    const { pairs } = likePairs(finger, finger)
    expect(pairs.length).toBe(matchTables.likeness.pairsMax)
    expect(pairs.every((it) => it.a === it.b && it.alike === 65_535)).toBe(true)
  })

  test('turned and shifted, the same minutiae find each other', () => {
    const { pairs } = likePairs(finger, movedTemplate(finger, 20, 12, -7))
    const own = pairs.filter((it) => it.a === it.b)
    expect(own.length).toBeGreaterThan(0.9 * pairs.length)
  })

  test('pairs that fit together end stronger than those of another finger', () => {
    const mean = (all: { strength: number }[]) =>
      all.reduce((sum, it) => sum + it.strength / all.length, 0)
    const same = mean(likePairs(finger, movedTemplate(finger, 20, 12, -7)).pairs)
    const other = mean(likePairs(finger, strewnTemplate('another finger')).pairs)
    expect(same).toBeGreaterThan(5 * other)
  })

  test('laid on itself turned, a print coincides with itself', () => {
    const { x, y, found } = likePairs(finger, movedTemplate(finger, 20, 12, -7))
    const { motion, pairs } = kernels.align(x.records, y.records, found)
    expect(Math.atan2(motion.sin, motion.cos)).toBeCloseTo((20 * Math.PI) / 128, 2)
    const own = Array.from({ length: pairs.length / 3 }, (_, k) =>
      x.order[pairs[3 * k]!] === y.order[pairs[3 * k + 1]!] ? 1 : 0,
    )
    expect(own.reduce((sum: number, it) => sum + it, 0)).toBeGreaterThan(35)
  })

  test('directions too far apart are never compared', () => {
    const { pairs } = likePairs(finger, movedTemplate(finger, 44, 0, 0))
    expect(pairs.filter((it) => it.a === it.b)).toEqual([])
  })

  test('a minutia alone likens nothing', () => {
    const alone = { ...finger, minutiae: finger.minutiae.slice(0, 1) }
    const { records } = prepare(alone, kernels)
    expect(records.bytes.subarray(0, knownAt + 8).every((it) => it === 0)).toBe(true)
    expect(likePairs(alone, alone).pairs).toEqual([])
  })
})

describe('both makers give the same bits', () => {
  const crowd = (seed: string, count: number): FingerTemplate => {
    const chance = seeded(seed)
    const minutiae = Array.from({ length: count }, () => ({
      x: 100 + chance.below(4),
      y: 100,
      direction: chance.below(8),
      kind: 'ending' as const,
      quality: 100,
    }))
    return { width: 300, height: 300, minutiae, flow: undefined }
  }
  const withFlow = (it: FingerTemplate, seed: string): FingerTemplate => {
    const chance = seeded(seed)
    const directions = Uint8Array.from({ length: 20 * 25 }, () =>
      chance.below(5) === 0 ? 255 : chance.below(64),
    )
    return { ...it, flow: { columns: 20, rows: 25, directions } }
  }
  const base = strewnTemplate('base', 60)
  const templates: [string, FingerTemplate][] = [
    ['of no minutia', { ...base, minutiae: [] }],
    ['of one', { ...base, minutiae: base.minutiae.slice(0, 1) }],
    ['of two', { ...base, minutiae: base.minutiae.slice(0, 2) }],
    ['of sixty', base],
    ['of sixty with a flow', withFlow(base, 'flow')],
    ['of the same moved', movedTemplate(base, 17, 21, -9)],
    ['of as many as there may be', strewnTemplate('many', minutiaeMax)],
    ['of as many on one spot', crowd('spot', minutiaeMax)],
  ]

  test.each(templates)('of codes %s', (_, template) => {
    const [plain, fast] = [referenceMatchKernels, wasm].map((it) => prepare(template, it).records)
    expect(fast!.bytes.length).toBe(template.minutiae.length * recordBytes)
    expect(Buffer.from(fast!.bytes).equals(plain!.bytes)).toBe(true)
  })

  test.each(templates)('of comparisons %s', (_, template) => {
    for (const [, other] of templates) {
      const [plain, fast] = [referenceMatchKernels, wasm].map((it) => {
        const a = prepare(template, it).records
        const b = prepare(other, it).records
        const found = it.likePairs(a, b)
        const { count } = found
        return {
          likeness: found.likeness().join(),
          pairs: found.pairs.slice(0, 2 * count).join(),
          strength: found.strength.slice(0, count).join(),
          strongest: found.strongest,
          aligned: it.align(a, b, found),
        }
      })
      expect(fast).toEqual(plain)
    }
  })
})
