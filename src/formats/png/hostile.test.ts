// Hostile PNG tests — torn, lying, exploding and mutated files end in a coded issue, cheaply.

import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { concat } from '#kit/bytes'
import { seeded } from '#kit/seeded'
import { chunkHead, imageHeader, signature } from './chunks.ts'
import { decodePng, encodePng } from './index.ts'
import { pngBytesMax } from './limits.ts'

const image = {
  width: 48,
  height: 40,
  pixels: Uint8Array.from({ length: 48 * 40 }, (_, i) => (i * 13) & 255),
  dpi: 500,
}
const good = encodePng(image)

function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = concat(chunkHead.write({ length: data.length, type }), data, new Uint8Array(4))
  new DataView(whole.buffer).setUint32(whole.length - 4, crc32(whole.subarray(4, -4)))
  return whole
}

function png(header: Partial<Parameters<typeof imageHeader.write>[0]>, ...chunks: Uint8Array[]) {
  const plain = { widthPx: 1, heightPx: 1, bitDepth: 8, colorType: 0 }
  const rest = { compression: 0, filter: 0, interlace: 0 }
  const ihdr = chunk('IHDR', imageHeader.write({ ...plain, ...rest, ...header }))
  return concat(signature.write({}), ihdr, ...chunks, chunk('IEND', new Uint8Array(0)))
}

const idat = (raw: Uint8Array) => chunk('IDAT', zlibSync(raw))
const codeOf = (bytes: Uint8Array) => {
  const decoded = decodePng(bytes)
  return decoded.ok ? 'ok' : decoded.issue.code
}

test('the smallest file made here is a good one', () => {
  expect(decodePng(png({}, idat(Uint8Array.of(0, 77))))).toMatchObject({
    ok: true,
    value: { width: 1, height: 1, pixels: Uint8Array.of(77), dpi: 500 },
  })
})

describe('a slip is named', () => {
  const twoRows = idat(Uint8Array.of(0, 7, 0, 9))
  test.each([
    ['nothing', new Uint8Array(0), 'png.not-a-png'],
    ['text', Buffer.from('<html>not here</html>'), 'png.not-a-png'],
    ['no header', concat(signature.write({}), twoRows), 'png.torn'],
    ['a header that is not first', png({}).with(12, 0x4a), 'png.broken'],
    ['a side of 4,001', png({ widthPx: 4_001 }, twoRows), 'png.too-large'],
    ['a side of 2³²−1', png({ heightPx: 0xffffffff }, twoRows), 'png.too-large'],
    ['no pixels', png({ widthPx: 0 }, twoRows), 'png.broken'],
    ['3 bits', png({ bitDepth: 3 }, twoRows), 'png.unsupported'],
    ['16-bit palette', png({ bitDepth: 16, colorType: 3 }, twoRows), 'png.unsupported'],
    ['color type 5', png({ colorType: 5 }, twoRows), 'png.unsupported'],
    ['interlaced', png({ interlace: 1 }, twoRows), 'png.unsupported'],
    ['filter method 1', png({ heightPx: 2, filter: 1 }, twoRows), 'png.broken'],
    ['an unknown filter', png({}, idat(Uint8Array.of(5, 7))), 'png.broken'],
    ['a row too many', png({}, twoRows), 'png.too-much-data'],
    ['a row too few', png({ heightPx: 3 }, twoRows), 'png.torn'],
    ['no image data', png({}), 'png.broken'],
    ['image data that is not zlib', png({}, chunk('IDAT', Buffer.from('hello'))), 'png.broken'],
    ['a wrong check sum', png({}, idat(Uint8Array.of(0, 7)).with(-1, 0)), 'png.broken'],
    ['a length that lies', good.with(8 + 25, 0x7f), 'png.torn'],
  ])('%s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  test('a file over the limit', () => {
    const bytes = new Uint8Array(pngBytesMax + 1)
    bytes.set(good)
    expect(codeOf(bytes)).toBe('png.too-many-bytes')
  })
})

describe('a bomb is defused before it is laid out in memory', () => {
  const megabyte = 1024 * 1024
  const zeros = zlibSync(new Uint8Array(400 * megabyte), { level: 9 })

  test.each([
    ['in the image data', png({}, chunk('IDAT', zeros)), 'png.too-much-data'],
    [
      'in a color profile beside an image that is good',
      png({}, chunk('iCCP', concat(Buffer.from('p\0\0'), zeros)), idat(Uint8Array.of(0, 7))),
      'ok',
    ],
  ])('%s', (_, bytes, code) => {
    expect(bytes.length).toBeLessThan(megabyte)
    const before = process.memoryUsage()
    const cpu = process.cpuUsage()
    expect(codeOf(bytes)).toBe(code)
    expect(process.cpuUsage(cpu).user).toBeLessThan(300_000)
    const after = process.memoryUsage()
    const grown = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed
    expect(grown).toBeLessThan(30 * megabyte)
  })
})

test('a file torn anywhere is an issue', () => {
  for (let length = 0; length < good.length; length++) {
    expect(codeOf(good.subarray(0, length)), `${length} bytes`).not.toBe('ok')
  }
})

test('any mutation gets an answer: the same sides, or an issue', () => {
  const chance = seeded('hostile-png')
  let refused = 0
  for (let round = 0; round < 3_000; round++) {
    const bytes = good.slice()
    const changes = 1 + chance.below(4)
    for (let i = 0; i < changes; i++) bytes[chance.below(bytes.length)] = chance.below(256)
    const decoded = decodePng(bytes)
    if (decoded.ok) {
      expect(decoded.value.pixels.length).toBe(decoded.value.width * decoded.value.height)
    } else refused++
  }
  expect(refused).toBeGreaterThan(2_500)
})
