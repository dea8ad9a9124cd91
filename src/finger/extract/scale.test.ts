// Scale tests — pictures of every resolution come to 500 dpi.

import { expect, test } from 'vitest'
import { scaleTo500Dpi } from './scale.ts'

const ramp = (width: number, height: number, dpi: number) => ({
  width,
  height,
  dpi,
  pixels: Uint8Array.from({ length: width * height }, (_, i) => i % width),
})

test('near 500 dpi the pixels stay and the scale is told', () => {
  const image = ramp(100, 80, 512)
  expect(scaleTo500Dpi(image)).toMatchObject({ pixels: image.pixels, to500: 500 / 512 })
})

test('at 1000 dpi the picture is halved and a ramp stays a ramp', () => {
  const scaled = scaleTo500Dpi(ramp(200, 80, 1000))
  expect(scaled).toMatchObject({ width: 100, height: 40, to500: 1 })
  for (let x = 2; x < 98; x++)
    expect(Math.abs(scaled.pixels[20 * 100 + x]! - (2 * x + 0.5))).toBeLessThanOrEqual(1)
})

test('at 250 dpi the picture is doubled', () => {
  const scaled = scaleTo500Dpi(ramp(100, 50, 250))
  expect(scaled).toMatchObject({ width: 200, height: 100, to500: 1 })
  expect(scaled.pixels[50 * 200 + 100]).toBeGreaterThanOrEqual(49)
  expect(scaled.pixels[50 * 200 + 100]).toBeLessThanOrEqual(51)
})
