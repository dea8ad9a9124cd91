// PNG tests — pixels come back, whoever wrote the file; and no bytes at all can hurt the reader.

import fc from 'fast-check'
import { encode, type ImageData } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { type Color, decodePng, encodeColorPng, encodePng } from './index.ts'

function ramp(width: number, height: number, dpi = 500): GrayImage {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => (i * 7 + (i >> 5)) & 255)
  return { width, height, pixels, dpi }
}

test('what is encoded is what is decoded, with its resolution', () => {
  const image = fc.record({
    width: fc.constantFrom(1, 2, 31, 32, 33, 300),
    height: fc.constantFrom(1, 2, 17),
    dpi: fc.constantFrom(100, 499, 500, 508, 512, 1000, 1200),
  })
  fc.assert(
    fc.property(image, ({ width, height, dpi }) => {
      const before = ramp(width, height, dpi)
      expect(decodePng(encodePng(before))).toEqual({ ok: true, value: before })
    }),
  )
})

test('another library reads what is encoded, resolution included', async () => {
  const image = ramp(40, 30, 508)
  const bytes = encodePng(image)
  const gray = await sharp(bytes).toColourspace('b-w').raw().toBuffer()
  expect(Uint8Array.from(gray)).toEqual(image.pixels)
  const { width, height, channels, density } = await sharp(bytes).metadata()
  expect({ width, height, channels, density }).toEqual({
    width: 40,
    height: 30,
    channels: 1,
    density: 508,
  })
})

test('another library reads a drawing in its colors', async () => {
  const palette: Color[] = [
    [255, 255, 255],
    [200, 60, 0],
    [0, 90, 181],
  ]
  const bytes = encodeColorPng(
    { width: 3, height: 2, pixels: Uint8Array.of(0, 1, 2, 2, 1, 0) },
    palette,
  )
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: 3, height: 2, channels: 3 })
  expect([...data]).toEqual([0, 1, 2, 2, 1, 0].flatMap((it) => [...palette[it]!]))
})

describe('every kind of PNG becomes gray', () => {
  const red = [255, 0, 0]
  const kinds: [string, ImageData, number[]][] = [
    ['8-bit gray', { width: 2, height: 1, data: Uint8Array.of(3, 250), channels: 1 }, [3, 250]],
    [
      '16-bit gray',
      { width: 2, height: 1, data: Uint16Array.of(0x1234, 0xffff), channels: 1, depth: 16 },
      [0x12, 255],
    ],
    [
      '1-bit gray',
      { width: 3, height: 1, data: Uint8Array.of(0b10100000), channels: 1, depth: 1 },
      [255, 0, 255],
    ],
    [
      '2-bit gray',
      { width: 5, height: 1, data: Uint8Array.of(0b00011011, 0b01000000), channels: 1, depth: 2 },
      [0, 85, 170, 255, 85],
    ],
    [
      'color',
      { width: 2, height: 1, data: Uint8Array.of(...red, 0, 255, 0), channels: 3 },
      [76, 150],
    ],
    [
      'gray with alpha, over white',
      { width: 3, height: 1, data: Uint8Array.of(0, 0, 0, 255, 100, 51), channels: 2 },
      [255, 0, 224],
    ],
    [
      'color with alpha, over white',
      { width: 2, height: 1, data: Uint8Array.of(...red, 255, ...red, 0), channels: 4 },
      [76, 255],
    ],
    [
      'a palette',
      {
        width: 2,
        height: 1,
        data: Uint8Array.of(1, 0),
        channels: 1,
        palette: [red, [1, 1, 1]],
      },
      [1, 76],
    ],
  ]
  test.each(kinds)('%s', (_, image, pixels) => {
    const decoded = decodePng(encode(image))
    expect(decoded.ok && Array.from(decoded.value.pixels)).toEqual(pixels)
  })

  test('as another library writes them', async () => {
    const raw = { width: 32, height: 8, channels: 1 as const }
    const image = sharp(ramp(32, 8).pixels, { raw }).withMetadata({ density: 400 })
    for (const options of [{}, { compressionLevel: 0 }, { adaptiveFiltering: true }]) {
      const decoded = decodePng(await image.clone().png(options).toBuffer())
      expect(decoded).toEqual({ ok: true, value: ramp(32, 8, 400) })
    }
  })
})

describe('the resolution', () => {
  const withPerMeter = (x: number, y: number, unit: number) => {
    const bytes = encodePng(ramp(4, 4))
    const at = Buffer.from(bytes).indexOf('pHYs') + 4
    new DataView(bytes.buffer).setUint32(at, x)
    new DataView(bytes.buffer).setUint32(at + 4, y)
    bytes[at + 8] = unit
    return decodePng(bytes)
  }
  test.each([
    ['is read', 20079, 20079, 1, 510],
    ['is 500 where the unit is not stated', 1, 1, 0, 500],
    ['is 500 where a graphics program wrote that of a screen', 2835, 2835, 1, 500],
  ])('%s', (_, x, y, unit, dpi) => {
    expect(withPerMeter(x, y, unit)).toMatchObject({ ok: true, value: { dpi } })
  })
  test.each([
    ['lower than any scanner’s', 3898, 3898],
    ['higher than any scanner’s', 47284, 47284],
    ['not square', 19685, 39370],
    ['absurd', 0xffffffff, 0xffffffff],
  ])('%s is refused', (_, x, y) => {
    expect(withPerMeter(x, y, 1)).toMatchObject({ issue: { code: 'png.resolution' } })
  })
})
