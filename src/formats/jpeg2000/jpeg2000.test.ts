// JPEG 2000 tests — nothing is lost, the boxes say what they should, and hostile bytes do no harm.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { concat, hexOf } from '#kit/bytes'
import { seeded } from '#kit/seeded'
import { imageSize } from './codestream.ts'
import { decodeJp2, encodeJp2, isReversibleJp2 } from './index.ts'
import { jp2BytesMax } from './limits.ts'

/** Ridges with noise: like a print, neither flat nor incompressible. */
function ridges(width: number, height: number, dpi = 500): GrayImage {
  const chance = seeded(`ridges-${width}-${height}`)
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const wave = Math.sin((i % width) / 1.5 + Math.floor(i / width) / 4)
    return 128 + 90 * wave + 30 * chance.unit()
  })
  return { width, height, pixels, dpi }
}

const codeOf = async (bytes: Uint8Array) => {
  const decoded = await decodeJp2(bytes)
  return decoded.ok ? 'ok' : decoded.issue.code
}

const codestreamAt = 12 + 20 + 71 + 8
const sizAt = codestreamAt + 2

test('every pixel comes back, and the resolution', async () => {
  const image = fc.record({
    width: fc.constantFrom(1, 2, 31, 64, 65, 200),
    height: fc.constantFrom(1, 3, 64, 90),
    dpi: fc.constantFrom(100, 500, 508, 512, 1000, 1200),
  })
  await fc.assert(
    fc.asyncProperty(image, async ({ width, height, dpi }) => {
      const before = ridges(width, height, dpi)
      const bytes = await encodeJp2(before)
      expect(await decodeJp2(bytes)).toEqual({ ok: true, value: before })
      expect(isReversibleJp2(bytes)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('the boxes stand as the standard orders them', async () => {
  const bytes = await encodeJp2(ridges(40, 30))
  expect(hexOf(bytes.subarray(0, codestreamAt + 4))).toBe(
    [
      '0000000c6a5020200d0a870a', // signature
      '00000014667479706a703220000000006a703220', // file type jp2, compatible with jp2
      '000000476a703268', // header
      '0000001669686472' + '0000001e' + '00000028' + '0001' + '07' + '07' + '00' + '00',
      '0000000f636f6c72' + '01' + '00' + '00' + '00000011', // gray
      '0000001a72657320' + '0000001272657363' + '4ce50001' + '4ce50001' + '0000', // 19685 / m
      `${hexOf(bytes.subarray(codestreamAt - 8, codestreamAt - 4))}6a703263`,
      'ff4fff51', // codestream
    ].join(''),
  )
  const length = new DataView(bytes.buffer).getUint32(codestreamAt - 8)
  expect(length).toBe(bytes.length - codestreamAt + 8)
})

test('a bare codestream is read at 500 dpi', async () => {
  const image = ridges(50, 60, 1000)
  const codestream = (await encodeJp2(image)).subarray(codestreamAt)
  expect(await decodeJp2(codestream)).toEqual({ ok: true, value: { ...image, dpi: 500 } })
})

test('a last box of length 0 reaches to the end of the file', async () => {
  const bytes = await encodeJp2(ridges(50, 60))
  new DataView(bytes.buffer).setUint32(codestreamAt - 8, 0)
  expect(await codeOf(bytes)).toBe('ok')
})

const good = await encodeJp2(ridges(40, 30))

describe('a slip is named', () => {
  const field = (offset: number, value: number) => {
    const bytes = good.slice()
    new DataView(bytes.buffer).setUint32(sizAt + offset, value)
    return bytes
  }
  const codingStyleAt = sizAt + imageSize.size
  test.each([
    ['nothing', new Uint8Array(0), 'jp2.not-a-jp2'],
    ['text', Buffer.from('hello world'), 'jp2.not-a-jp2'],
    ['a signature alone', good.subarray(0, 12), 'jp2.torn'],
    ['no codestream', good.subarray(0, codestreamAt - 8), 'jp2.torn'],
    [
      'an empty codestream',
      concat(good.subarray(0, codestreamAt - 8), Buffer.from('\0\0\0\x08jp2c')),
      'jp2.broken',
    ],
    ['a bare codestream of 2 bytes', good.subarray(codestreamAt, codestreamAt + 2), 'jp2.torn'],
    ['a box shorter than its head', good.with(12 + 3, 7), 'jp2.broken'],
    ['a side of 4,001', field(6, 4_001), 'jp2.too-large'],
    ['a side of 2³²−1', field(10, 0xffffffff), 'jp2.too-large'],
    ['no height', field(10, 0), 'jp2.broken'],
    ['a side that ends before it begins', field(14, 41), 'jp2.broken'],
    ['tiles of no width', field(22, 0), 'jp2.broken'],
    ['600 tiles', field(22, 1).with(sizAt + 29, 2), 'jp2.unsupported'],
    ['three components', good.with(sizAt + 39, 3), 'jp2.unsupported'],
    ['16 bits', good.with(sizAt + 40, 15), 'jp2.unsupported'],
    ['half the columns', good.with(sizAt + 41, 2), 'jp2.unsupported'],
    ['65,535 layers', good.with(codingStyleAt + 6, 0xff), 'jp2.unsupported'],
    ['33 decompositions', good.with(codingStyleAt + 9, 33), 'jp2.unsupported'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('a file over the limit', async () => {
    expect(await codeOf(new Uint8Array(jp2BytesMax + 1))).toBe('jp2.too-many-bytes')
  })

  test('precincts of a few pixels', async () => {
    // Style 1 means that a byte a resolution follows: five for four halvings.
    const style = good.slice(codingStyleAt, codingStyleAt + 14)
    style[3] = 12 + 5
    style[4] = 1
    const tiny = concat(style, new Uint8Array(5).fill(0x11))
    const wide = concat(style, new Uint8Array(5).fill(0x77))
    const around = (it: Uint8Array) =>
      concat(good.subarray(codestreamAt, codingStyleAt), it, good.subarray(codingStyleAt + 14))
    expect(await codeOf(around(tiny))).toBe('jp2.unsupported')
    expect(await codeOf(around(wide))).toBe('ok')
  })
})

test('a file torn anywhere is an issue', async () => {
  for (let length = 0; length < good.length; length += 1 + (length >> 5)) {
    expect(await codeOf(good.subarray(0, length)), `${length} bytes`).not.toBe('ok')
  }
})

test('a codestream without its end is torn, although its pixels may all be there', async () => {
  expect(await codeOf(good.subarray(codestreamAt))).toBe('ok')
  expect(await codeOf(good.subarray(codestreamAt, -2))).toBe('jp2.torn')
})

test('any mutation gets an answer, and a good picture is still read afterwards', async () => {
  const image = ridges(64, 64)
  const good = await encodeJp2(image)
  const chance = seeded('hostile-jp2')
  let refused = 0
  for (let round = 0; round < 1_500; round++) {
    const bytes = good.slice()
    const inHeader = round % 2 === 0
    const until = inHeader ? codestreamAt + 160 : bytes.length
    for (let i = 0; i <= chance.below(3); i++) bytes[chance.below(until)] = chance.below(256)
    const decoded = await decodeJp2(bytes)
    if (decoded.ok) {
      expect(decoded.value.pixels.length).toBe(decoded.value.width * decoded.value.height)
    } else refused++
  }
  expect(refused).toBeGreaterThan(200)
  expect(await decodeJp2(good)).toEqual({ ok: true, value: image })
})
