// Huffman tests — codes that can be told apart, short enough, and never all ones.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBlock, encodeBlock, tableFor } from './block.ts'
import { codeBitsMax, codesOf, huffmanTableFor, lookupOf } from './huffman.ts'

const seed = 20_26

function codesFor(counts: readonly number[]) {
  return codesOf(huffmanTableFor(counts)).flatMap((it) => (it === undefined ? [] : [it]))
}

const text = ({ bits, length }: { bits: number; length: number }) =>
  bits.toString(2).padStart(length, '0')

test('no code begins with another, and none is all ones', () => {
  const counts = fc.array(fc.constantFrom(0, 1, 2, 50, 9_999), { minLength: 1, maxLength: 256 })
  fc.assert(
    fc.property(counts, (it) => {
      if (it.every((count) => count === 0)) return
      const codes = codesFor(it).map(text).sort()
      expect(codes).toHaveLength(it.filter((count) => count > 0).length)
      for (const [i, code] of codes.entries()) {
        expect(code).toMatch(/0/)
        expect(code.length).toBeLessThanOrEqual(codeBitsMax)
        expect(codes[i + 1]?.startsWith(code) ?? false).toBe(false)
      }
    }),
    { seed, numRuns: 100 },
  )
})

test('what occurs often has a short code', () => {
  expect(codesFor([100, 1, 1, 1]).map(({ length }) => length)).toEqual([1, 3, 3, 3])
})

test('where the best codes would be too long, they are the best of sixteen bits', () => {
  const golden = [1, 1]
  while (golden.length < 30) golden.push(golden.at(-1)! + golden.at(-2)!)
  const lengths = codesFor(golden).map(({ length }) => length)
  expect(Math.max(...lengths)).toBe(codeBitsMax)
  const bits = lengths.reduce((sum, length, i) => sum + length * golden[i]!, 0)
  // 5,702,884 without the limit: the sum of all nodes of the unlimited tree.
  expect(bits).toBeGreaterThan(5_702_000)
  expect(bits).toBeLessThan(5_720_000)
})

test('a table with more codes than there can be has no lookup', () => {
  const countOfLength = new Uint8Array(16)
  countOfLength[0] = 3
  expect(lookupOf({ countOfLength, symbols: Uint8Array.of(1, 2, 3) })).toBeUndefined()
})

const coefficient = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: -80, max: 80 }) },
  fc.constantFrom(-73, -74, 74, 75, 255, 256, -255, -256, 65_535, -65_535),
)
const row = fc.array(coefficient, { maxLength: 400 }).map((it) => Int32Array.from(it))

test('what is coded is what is decoded, in one piece or parted by restarts', () => {
  fc.assert(
    fc.property(row, row, (a, b) => {
      const table = tableFor([a, b])
      const lookup = lookupOf(table)!
      const intervals = [a, b].map((it) => encodeBlock(it, table))
      expect(decodeBlock([intervals[0]!], lookup, a.length)).toEqual({ ok: true, value: a })
      expect(decodeBlock(intervals, lookup, a.length + b.length)).toEqual({
        ok: true,
        value: Int32Array.from([...a, ...b]),
      })
    }),
    { seed, numRuns: 200 },
  )
})

test.each([100, 101, 255, 256, 65_535, 65_536, 140_000])(
  '%d noughts are coded in a few bytes',
  (count) => {
    const noughts = new Int32Array(count)
    const table = tableFor([noughts])
    const bytes = encodeBlock(noughts, table)
    expect(bytes.length).toBeLessThan(10)
    expect(decodeBlock([bytes], lookupOf(table)!, count)).toEqual({ ok: true, value: noughts })
  },
)
