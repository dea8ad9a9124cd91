// ISO/IEC 19794-2 tests — minutiae records of all editions, byte by byte and there and back.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hexOf } from '#kit/bytes'
import {
  dpiOf,
  inEdition,
  type MinutiaeRecord,
  type MinutiaeView,
  readMinutiaeRecord,
  writeMinutiaeRecord,
} from './index.ts'
import { editions, minutiaeRecord } from './record.arbitrary.ts'

const view: MinutiaeView = {
  position: 7,
  impression: 0,
  quality: 90,
  widthPx: 300,
  heightPx: 400,
  pixelsPerCm: 197,
  minutiae: [
    { kind: 'ending', x: 258, y: 3, angleDeg: 90, quality: 80 },
    { kind: 'bifurcation', x: 4, y: 399, angleDeg: 180, quality: undefined },
  ],
  extended: Uint8Array.of(1, 2, 3),
}
const plain = { ...view, extended: new Uint8Array() }

function readAgain(record: MinutiaeRecord) {
  const read = readMinutiaeRecord(writeMinutiaeRecord(record))
  if (!read.ok) throw new Error(read.issue.code)
  return read.value
}

test('what is written is what is read, in all editions', () => {
  fc.assert(
    fc.property(minutiaeRecord, (record) => {
      expect(readAgain(record)).toEqual(record)
    }),
    { numRuns: 200, seed: 19794 },
  )
})

describe('a record is laid out as its standard says', () => {
  const image = '012c' + '0190' + '00c5' + '00c5'
  const twice = ['0003', '010203']
  test.each([
    [
      'iso-2005',
      ['464d5200', '20323000', '0000002d', '0000', image, '01', '00', '07', '00', '5a', '02'],
      ['4102', '0003', '40', '50', '8004', '018f', '80', '00', ...twice],
    ],
    [
      'ansi-2004',
      ['464d5200', '20323000', '002f', '0000', '0000', '0000', image, '01', '00'],
      ['07', '00', '5a', '02', '4102', '0003', '2d', '50', '8004', '018f', '5a', '00', ...twice],
    ],
    [
      'ansi-2009',
      ['464d5200', '30333000', '00000037', '0000', '0000', '00', '0000', '01', '00', '07', '00'],
      ['00', '5a', '0000', '0000', image, '02', '4102', '0003', '2d', '50', '8004', '018f', '5a'],
      ['fe', ...twice],
    ],
    [
      'iso-2011',
      ['464d5200', '30333000', '00000045', '0001', '00', '00000036', 'ffffffffffffffffff', '00'],
      ['0000', '0000', '01', '5a', '0000', '0000', '07', '00', '00c5', '00c5', '00', '012c'],
      ['0190', '61', '02', '4102', '0003', '40', '50', '8004', '018f', '80', 'fe', ...twice],
    ],
  ] as const)('%s', (edition, ...parts) => {
    const bytes = writeMinutiaeRecord({ edition, views: [view] })
    expect(hexOf(bytes)).toBe(parts.flat().join(''))
  })
})

test('views of one finger are numbered, and those of another anew', () => {
  const views = [plain, plain, { ...plain, position: 2 as const }].map((it) => ({
    ...it,
    minutiae: [],
  }))
  const bytes = writeMinutiaeRecord({ edition: 'iso-2005', views })
  expect([24, 30, 36].map((at) => bytes[at + 1]! >> 4)).toEqual([0, 1, 0])
})

test('197 pixels per centimeter are 500 dpi', () => {
  expect(dpiOf(view)).toBe(500)
  expect(dpiOf({ pixelsPerCm: 394 })).toBe(1001)
})

describe('from one edition to another', () => {
  test.each(editions)('%s keeps all but the extended data', (edition) => {
    const other = edition === 'iso-2005' ? 'iso-2011' : 'iso-2005'
    const moved = inEdition({ edition: other, views: [view] }, edition)
    expect(moved).toEqual({ ok: true, value: { edition, views: [plain] } })
    expect(moved.ok && readAgain(moved.value).views).toEqual([plain])
  })

  test('directions are rounded to the nearest of two degrees', () => {
    const turned = { ...plain, minutiae: [{ ...plain.minutiae[0]!, angleDeg: 1.40625 * 255 }] }
    const ansi = readAgain({ edition: 'ansi-2004', views: [turned] })
    expect(ansi.views[0]?.minutiae[0]?.angleDeg).toBe(358)
    const nearTurn = { ...plain, minutiae: [{ ...plain.minutiae[0]!, angleDeg: 359.5 }] }
    expect(readAgain({ edition: 'ansi-2004', views: [nearTurn] }).views[0]?.minutiae[0]).toEqual({
      ...plain.minutiae[0],
      angleDeg: 0,
    })
  })

  test.each([
    ['two sizes', [plain, { ...plain, widthPx: 301 }], { code: 'fmr.views-differ' }],
    ['a late impression type', [{ ...plain, impression: 29 }], { code: 'fmr.field' }],
    ['seventeen views', Array.from({ length: 17 }, () => plain), { code: 'fmr.views', count: 17 }],
  ] as const)('a first edition has no room for %s', (_, views, issue) => {
    expect(inEdition({ edition: 'iso-2011', views }, 'iso-2005')).toMatchObject({ issue })
  })

  test('a first edition has no quality 0', () => {
    const worst = { ...plain, quality: 0 }
    expect(readAgain({ edition: 'ansi-2009', views: [worst] }).views[0]?.quality).toBe(0)
    expect(readAgain({ edition: 'ansi-2004', views: [worst] }).views[0]?.quality).toBe(1)
  })
})

describe('as other makers write it', () => {
  test('a record in a longer buffer is read', () => {
    for (const edition of editions) {
      const bytes = writeMinutiaeRecord({ edition, views: [view] })
      const padded = Uint8Array.of(...bytes, 0, 0, 0)
      expect(readMinutiaeRecord(padded)).toEqual({ ok: true, value: { edition, views: [view] } })
    }
  })

  test('a record read from a buffer does not change with it', () => {
    const buffer = Buffer.from(writeMinutiaeRecord({ edition: 'iso-2005', views: [view] }))
    const read = readMinutiaeRecord(buffer)
    buffer.fill(0)
    expect(read).toEqual({ ok: true, value: { edition: 'iso-2005', views: [view] } })
  })

  test('a record of ANSI with a long length is read and written', () => {
    const views = [{ ...view, extended: new Uint8Array(0xffff) }]
    const bytes = writeMinutiaeRecord({ edition: 'ansi-2004', views })
    expect(hexOf(bytes.subarray(8, 14))).toBe('00000001002f')
    expect(readAgain({ edition: 'ansi-2004', views })).toEqual({ edition: 'ansi-2004', views })
  })

  test('minutiae without qualities and certificates are read from a record of 2011', () => {
    const bytes = writeMinutiaeRecord({ edition: 'iso-2011', views: [{ ...plain, quality: 7 }] })
    const certificates = Uint8Array.of(1, 9, 9, 9)
    const at = 15 + 18 + 6
    const shorter = Uint8Array.from([
      ...bytes.subarray(0, at),
      ...certificates,
      ...bytes.subarray(at, at + 11),
      0x51,
      2,
      ...bytes.subarray(at + 13, at + 18),
      ...bytes.subarray(at + 19, at + 24),
      ...bytes.subarray(at + 25),
    ])
    shorter[14] = 1
    for (const lengthAt of [11, 18]) shorter[lengthAt]! += certificates.length - 2
    const minutiae = plain.minutiae.map((it) => ({ ...it, quality: undefined }))
    expect(readMinutiaeRecord(shorter)).toEqual({
      ok: true,
      value: { edition: 'iso-2011', views: [{ ...plain, quality: 7, minutiae }] },
    })
  })
})
