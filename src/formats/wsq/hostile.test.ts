// Hostile WSQ tests — torn, lying and mutated files end in a coded issue, cheaply.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat } from '#kit/bytes'
import { drawnPrint } from './drawn-print.arbitrary.ts'
import { decodeWsq, encodeWsq } from './index.ts'
import { segmentsMax, wsqBytesMax } from './limits.ts'
import { marker } from './markers.ts'

const good = encodeWsq(drawnPrint(64, 56), 0.75)

function codeOf(bytes: Uint8Array): string {
  const decoded = decodeWsq(bytes)
  return decoded.ok ? 'ok' : decoded.issue.code
}

/** Where the content of the segment begins, from its marker's second appearance on or its first. */
function contentOf(code: number, nth = 1): number {
  let found = 0
  for (let at = 0; at + 1 < good.length; at++) {
    if (good[at] === 0xff && good[at + 1] === (code & 0xff) && ++found === nth) return at + 4
  }
  throw new Error('the segment is there')
}

/** `good` with other bytes in one place. */
function changed(at: number, ...bytes: readonly number[]): Uint8Array {
  const other = good.slice()
  other.set(bytes, at)
  return other
}

function without(code: number): Uint8Array {
  const at = contentOf(code)
  const end = at - 2 + good[at - 2]! * 256 + good[at - 1]!
  return concat(good.subarray(0, at - 4), good.subarray(end))
}

const frame = contentOf(marker.startOfFrame)
const bins = contentOf(marker.quantizationTable)
const block = contentOf(marker.startOfBlock)
const table = contentOf(marker.huffmanTable)

test('the file that is spoiled here is a good one', () => {
  expect(codeOf(good)).toBe('ok')
})

describe('a slip is named', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'wsq.not-a-wsq'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'wsq.not-a-wsq'],
    ['a side of 4,001', changed(frame + 2, 0x0f, 0xa1), 'wsq.too-large'],
    ['a side of 65,535', changed(frame + 4, 0xff, 0xff), 'wsq.too-large'],
    ['no pixels', changed(frame + 4, 0, 0), 'wsq.broken'],
    ['more pixels than are coded', changed(frame + 4, 0, 200), 'wsq.torn'],
    ['fewer pixels than are coded in a run', changed(frame + 2, 0, 1), 'wsq.broken'],
    ['no frame', without(marker.startOfFrame), 'wsq.broken'],
    ['no filters', without(marker.transformTable), 'wsq.broken'],
    ['no bins', without(marker.quantizationTable), 'wsq.broken'],
    ['no codes', without(marker.huffmanTable), 'wsq.broken'],
    ['other filters', changed(contentOf(marker.transformTable), 8, 8), 'wsq.unsupported'],
    ['a coded last quarter', changed(bins + 3 + 6 * 63, 3, 1, 1), 'wsq.unsupported'],
    ['codes of a ninth table', changed(table, 8), 'wsq.broken'],
    ['a table that is not there', changed(block, 5), 'wsq.broken'],
    ['more codes of a bit than there are', changed(table + 1, 3), 'wsq.torn'],
    ['a segment shorter than its length', changed(table - 2, 0, 1), 'wsq.broken'],
    ['a segment that lies', changed(table - 2, 0xff, 0xff), 'wsq.torn'],
    ['an unknown marker', changed(table - 3, 0x33), 'wsq.broken'],
    [
      'two blocks of three',
      concat(good.subarray(0, contentOf(0xffa3, 3) - 4), good.subarray(-2)),
      'wsq.torn',
    ],
    ['a fourth block', concat(good.subarray(0, -2), good.subarray(block - 4)), 'wsq.broken'],
    [
      'bins that change half way',
      concat(good.subarray(0, -2), good.subarray(bins - 4)),
      'wsq.broken',
    ],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('a file over the limit', () => {
    const bytes = new Uint8Array(wsqBytesMax + 1)
    bytes.set(good)
    expect(codeOf(bytes)).toBe('wsq.too-many-bytes')
  })

  test('comments without an end', () => {
    const comment = Uint8Array.of(0xff, 0xa8, 0, 2)
    const comments = Array.from({ length: segmentsMax }, () => comment)
    expect(codeOf(concat(good.subarray(0, 2), ...comments, good.subarray(2)))).toBe('wsq.broken')
  })
})

test('a file torn anywhere is an issue', () => {
  for (let length = 0; length < good.length; length++) {
    expect(codeOf(good.subarray(0, length)), `${length} bytes`).toMatch(/^wsq\./)
  }
})

test('any mutation gets an answer: as many pixels as its sides say, or an issue', () => {
  let refused = 0
  // The sides are left alone: they may ask for sixteen million pixels, which is legal and slow.
  const place = fc
    .integer({ min: 0, max: good.length - 1 })
    .filter((it) => it < frame + 2 || it > frame + 5)
  const change = fc.tuple(place, fc.integer({ min: 0, max: 255 }))
  const mutation = fc.array(change, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(mutation, fc.nat(good.length), fc.boolean(), (changes, length, isTorn) => {
      const bytes = good.slice(0, isTorn ? length : good.length)
      for (const [at, byte] of changes) bytes[at] = byte
      const decoded = decodeWsq(bytes)
      if (decoded.ok) {
        expect(decoded.value.pixels.length).toBe(decoded.value.width * decoded.value.height)
      } else {
        refused++
        expect(decoded.issue.code).toMatch(/^wsq\./)
      }
    }),
    { seed: 4_101, numRuns: 1_500 },
  )
  expect(refused).toBeGreaterThan(700)
})

test('any bytes at all after the right beginning get an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(codeOf(concat(Uint8Array.of(0xff, 0xa0), bytes))).toMatch(/^wsq\./)
    }),
    { seed: 4_102, numRuns: 500 },
  )
})

test('the largest picture there can be, of nothing, costs little', () => {
  const runs = [0xff, 0xa3, 0, 3, 0]
  const empty = concat(
    good.subarray(0, bins),
    good.subarray(bins, bins + 3),
    new Uint8Array(6 * 64),
    changed(frame + 2, 0x0f, 0xa0, 0x0f, 0xa0).subarray(bins + 3 + 6 * 64, block - 4),
    Uint8Array.from([...runs, ...runs, ...runs, 0xff, 0xa1]),
  )
  const cpu = process.cpuUsage()
  const decoded = decodeWsq(empty)
  expect(decoded).toMatchObject({ ok: true, value: { width: 4_000, height: 4_000 } })
  expect(process.cpuUsage(cpu).user).toBeLessThan(1_000_000)
})
