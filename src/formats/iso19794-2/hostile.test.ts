// Hostile minutiae record tests — torn, lying and mutated records end in a coded issue, never a throw.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MinutiaeView, readMinutiaeRecord, writeMinutiaeRecord } from './index.ts'
import { minutiaeRecordWords } from './issues.ts'
import { recordBytesMax } from './limits.ts'
import { editions } from './record.arbitrary.ts'

const view: MinutiaeView = {
  position: 2,
  impression: 0,
  quality: 80,
  widthPx: 300,
  heightPx: 400,
  pixelsPerCm: 197,
  minutiae: Array.from({ length: 5 }, (_, i) => {
    return { kind: 'ending', x: 20 * i, y: 30, angleDeg: 90, quality: 50 }
  }),
  extended: Uint8Array.of(1, 0, 0, 5, 9),
}
const views = [view, { ...view, position: 3 as const }]
const good = Object.fromEntries(
  editions.map((edition) => [edition, writeMinutiaeRecord({ edition, views })]),
) as Record<(typeof editions)[number], Uint8Array>

const codeOf = (bytes: Uint8Array) => {
  const read = readMinutiaeRecord(bytes)
  return read.ok ? 'ok' : read.issue.code
}

describe('a slip is named', () => {
  const iso = good['iso-2005']
  const late = good['iso-2011']
  const viewAt = 15 + 18 + 6
  test.each([
    ['nothing', new Uint8Array(), 'fmr.not-a-minutiae-record'],
    ['a finger image', iso.with(1, 0x49), 'fmr.not-a-minutiae-record'],
    ['an edition to come', iso.with(5, 0x39), 'fmr.edition'],
    ['a length that lies', iso.with(10, 9), 'fmr.torn'],
    ['a length that is nobody’s', Uint8Array.of(...iso.with(11, 30), 0), 'fmr.field'],
    ['no view', iso.with(22, 0), 'fmr.views'],
    ['65 views', iso.with(22, 65), 'fmr.views'],
    ['one view of two', iso.with(22, 1), 'fmr.field'],
    ['three views of two', iso.with(22, 3), 'fmr.torn'],
    ['no width', iso.with(14, 0).with(15, 0), 'fmr.field'],
    ['a width of 16,684', iso.with(14, 0x41), 'fmr.field'],
    ['unequal resolutions', iso.with(19, 198), 'fmr.resolution'],
    ['no resolution', iso.with(19, 0).with(21, 0), 'fmr.resolution'],
    ['position 11', iso.with(24, 11), 'fmr.position'],
    ['a kind that is none', iso.with(28, 0xc0), 'fmr.field'],
    ['a minutia outside', iso.with(28, 0x7f), 'fmr.outside'],
    ['a count beyond the end', iso.with(27, 255), 'fmr.outside'],
    ['65 representations', late.with(13, 65), 'fmr.views'],
    ['minutiae of seven bytes', late.with(viewAt + 11, 0x71), 'fmr.field'],
    ['extended data beyond its representation', late.with(viewAt + 13 + 31, 6), 'fmr.torn'],
    ['a representation with a byte too many', late.with(viewAt + 13 + 31, 4), 'fmr.field'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('a record over the limit', () => {
    const bytes = new Uint8Array(recordBytesMax + 1)
    bytes.set(iso)
    expect(codeOf(bytes)).toBe('fmr.too-many-bytes')
  })
})

test.each(editions)('a record of %s torn anywhere is an issue', (edition) => {
  for (let length = 0; length < good[edition].length; length++) {
    expect(codeOf(good[edition].subarray(0, length)), `${length} bytes`).not.toBe('ok')
  }
})

const isNamed = (bytes: Uint8Array) => {
  const read = readMinutiaeRecord(bytes)
  if (!read.ok) return read.issue.code in minutiaeRecordWords
  return readMinutiaeRecord(writeMinutiaeRecord(read.value)).ok
}

test('any mutation is read and can be written again, or has a word for it', () => {
  const change = fc.tuple(fc.nat(400), fc.nat(255))
  let refused = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...editions),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      (edition, changes) => {
        const bytes = good[edition].slice()
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        if (codeOf(bytes) !== 'ok') refused++
        expect(isNamed(bytes)).toBe(true)
      },
    ),
    { numRuns: 4_000, seed: 378 },
  )
  expect(refused).toBeGreaterThan(500)
})

test('any bytes at all after the right beginning get an answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...editions),
      fc.nat(30),
      fc.uint8Array({ maxLength: 200 }),
      (edition, kept, bytes) => {
        const begun = Uint8Array.of(...good[edition].subarray(0, 8 + kept), ...bytes)
        expect(isNamed(begun)).toBe(true)
      },
    ),
    { numRuns: 3_000, seed: 2004 },
  )
})
