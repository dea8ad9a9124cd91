// Hostile finger record tests — torn, lying and mutated records end in a coded issue, never a throw.

import { describe, expect, test } from 'vitest'
import { seeded } from '#kit/seeded'
import {
  decodeFingerView,
  encodeFingerView,
  type FingerImageView,
  readFingerImageRecord,
  writeFingerImageRecord,
} from './index.ts'
import { recordBytesMax } from './limits.ts'

const view: FingerImageView = {
  position: 2,
  impression: 0,
  capturedAtMs: 0,
  quality: [{ score: 80, vendorId: 15, algorithmId: 15 }],
  widthPx: 16,
  heightPx: 3,
  dpi: 500,
  compression: 'none',
  bytes: new Uint8Array(48).fill(7),
}
const views = [view, { ...view, position: 3 as const }]
const good2011 = writeFingerImageRecord({ edition: '2011', views })
const good2005 = writeFingerImageRecord({ edition: '2005', views })

const codeOf = (bytes: Uint8Array) => {
  const read = readFingerImageRecord(bytes)
  return read.ok ? 'ok' : read.issue.code
}

const imageAt = 16 + 18 + 6

describe('a slip in a record of 2011 is named', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'fir.not-a-finger-record'],
    ['a minutiae record', good2011.with(1, 0x4d), 'fir.not-a-finger-record'],
    ['an edition to come', good2011.with(5, 0x33), 'fir.edition'],
    ['a byte too long', Uint8Array.of(...good2011, 0), 'fir.field'],
    ['a length that lies', good2011.with(11, good2011[11]! + 1), 'fir.torn'],
    ['no representation', good2011.with(13, 0), 'fir.views'],
    ['one representation of two', good2011.with(13, 1), 'fir.field'],
    ['three representations of two', good2011.with(13, 3), 'fir.torn'],
    ['65 representations', good2011.with(13, 65), 'fir.views'],
    ['a representation of no length', good2011.with(19, 0), 'fir.torn'],
    ['certificates that are not there', good2011.with(14, 1), 'fir.torn'],
    ['quality 101', good2011.with(16 + 19, 101), 'fir.field'],
    ['position 0', good2011.with(imageAt, 0), 'fir.position'],
    ['position 11', good2011.with(imageAt, 11), 'fir.position'],
    ['unit 3', good2011.with(imageAt + 2, 3), 'fir.field'],
    ['unequal resolutions', good2011.with(imageAt + 8, 0), 'fir.resolution'],
    ['4 bits', good2011.with(imageAt + 11, 4), 'fir.bit-depth'],
    ['compression 7', good2011.with(imageAt + 12, 7), 'fir.compression'],
    ['no width', good2011.with(imageAt + 15, 0), 'fir.field'],
    ['a width of 4,112', good2011.with(imageAt + 14, 16), 'fir.too-large'],
    ['a row less than the pixels', good2011.with(imageAt + 17, 4), 'fir.field'],
    ['image data beyond its representation', good2011.with(imageAt + 18, 1), 'fir.torn'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('a record over the limit', () => {
    const bytes = new Uint8Array(recordBytesMax + 1)
    bytes.set(good2011)
    expect(codeOf(bytes)).toBe('fir.too-many-bytes')
  })
})

describe('a slip in a record of 2005 is named', () => {
  const viewAt = 32
  const header = good2005.slice(0, viewAt).with(13, viewAt)
  test.each([
    ['a length that lies', good2005.with(13, good2005[13]! + 1), 'fir.torn'],
    ['a byte too long', Uint8Array.of(...good2005, 0), 'fir.field'],
    ['no view', header, 'fir.views'],
    ['a view of no length', good2005.with(viewAt + 3, 0), 'fir.field'],
    ['a view beyond its record', good2005.with(viewAt, 1), 'fir.torn'],
    ['position 13, a slap', good2005.with(viewAt + 4, 13), 'fir.position'],
    ['no such compression', good2005.with(29, 6), 'fir.compression'],
    ['1 bit', good2005.with(28, 1), 'fir.bit-depth'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })
})

test.each([
  ['2011', good2011],
  ['2005', good2005],
])('a record of %s torn anywhere is an issue', (_, good) => {
  for (let length = 0; length < good.length; length++) {
    expect(codeOf(good.subarray(0, length)), `${length} bytes`).not.toBe('ok')
  }
})

test('any mutation gets an answer, pixels included', async () => {
  const chance = seeded('hostile-fir')
  const image = { width: 32, height: 32, pixels: new Uint8Array(1024).fill(9), dpi: 500 }
  const compressed = await encodeFingerView(image, { position: 1, capturedAtMs: 0, quality: [] })
  const good = writeFingerImageRecord({ edition: '2011', views: [compressed] })
  let refused = 0
  for (let round = 0; round < 4_000; round++) {
    const bytes = [good, good2011, good2005][round % 3]!.slice()
    for (let i = 0; i <= chance.below(4); i++) bytes[chance.below(bytes.length)] = chance.below(256)
    const read = readFingerImageRecord(bytes)
    if (!read.ok) refused++
    else if (round % 9 === 0) {
      for (const it of read.value.views) {
        const pixels = await decodeFingerView(it)
        if (pixels.ok) expect(pixels.value.pixels.length).toBe(it.widthPx * it.heightPx)
      }
    }
  }
  expect(refused).toBeGreaterThan(500)
})

test('any bytes at all after the right beginning get an answer', () => {
  const chance = seeded('random-fir')
  for (let round = 0; round < 4_000; round++) {
    const bytes = Uint8Array.from({ length: chance.below(200) }, () => chance.below(256))
    bytes.set(good2011.subarray(0, Math.min(8, bytes.length)))
    if (round % 2 === 0 && bytes.length > 8) bytes[5] = 0x31
    expect(codeOf(bytes)).toMatch(/^fir\./)
  }
})
