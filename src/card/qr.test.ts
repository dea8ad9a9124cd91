// QR — square, with its three finder patterns, and the same on paper and on a screen.

import sharp from 'sharp'
import { expect, test } from 'vitest'
import { darkRunsOf, QUIET_ZONE_MODULES, qrCodeOf, qrSvg } from './qr.ts'
import { escapeXml } from './svg.ts'

const link = 'https://loket.example/k/TJ-7K4M-2Q'

test('a code has a finder pattern in three corners and none in the fourth', () => {
  const code = qrCodeOf(link)
  const last = code.side - 7
  const isFinder = (x: number, y: number) =>
    [0, 1, 2, 3, 4, 5, 6].every((i) => code.isDark(x + i, y) && code.isDark(x, y + i)) &&
    [1, 2, 3, 4, 5].every((i) => !code.isDark(x + i, y + 1)) &&
    code.isDark(x + 3, y + 3)
  expect([isFinder(0, 0), isFinder(last, 0), isFinder(0, last)]).toEqual([true, true, true])
  expect(isFinder(last, last)).toBe(false)
})

test('the runs are exactly the dark modules', () => {
  const code = qrCodeOf(link)
  const dark = new Set<string>()
  for (const [column, row, length] of darkRunsOf(code)) {
    for (let i = 0; i < length; i++) dark.add(`${column + i},${row}`)
  }
  for (let y = 0; y < code.side; y++) {
    for (let x = 0; x < code.side; x++) expect(dark.has(`${x},${y}`)).toBe(code.isDark(x, y))
  }
})

test('another text gives another code, a longer one a larger code', () => {
  expect(darkRunsOf(qrCodeOf('A'))).not.toEqual(darkRunsOf(qrCodeOf('B')))
  expect(qrCodeOf(link.repeat(4)).side).toBeGreaterThan(qrCodeOf(link).side)
})

test('the drawing for a screen has the same modules inside its quiet zone', async () => {
  const code = qrCodeOf(link)
  const size = code.side + 2 * QUIET_ZONE_MODULES
  const svg = Buffer.from(qrSvg(link, 'Kode'))
  const { data, info } = await sharp(svg)
    .resize(size * 4)
    .grayscale()
    .raw()
    .toBuffer({
      resolveWithObject: true,
    })
  const isDark = (x: number, y: number) =>
    (data[((y * 4 + 2) * info.width + x * 4 + 2) * info.channels] ?? 255) < 128
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [column, row] = [x - QUIET_ZONE_MODULES, y - QUIET_ZONE_MODULES]
      const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < code.side
      expect(isDark(x, y)).toBe(isInside && code.isDark(column, row))
    }
  }
})

test('a label cannot break out of its attribute', () => {
  expect(qrSvg(link, '"><script>')).toContain('aria-label="&quot;&gt;&lt;script&gt;"')
  expect(escapeXml('a\u0000b')).toBe('ab')
})

test('what no phone could read is refused', () => {
  expect(() => qrCodeOf('x'.repeat(1201))).toThrow('a phone can read')
  expect(() => qrCodeOf('')).toThrow('says something')
})
