// Images test — photo and signature as they come from a camera and a pad, and as they must not come.

import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { portrait, signature } from '../../../test/support/captures.ts'
import { makePhoto, makeSignature } from './images.ts'

async function photoOf(bytes: Uint8Array) {
  const made = await makePhoto(bytes)
  if (!made.ok) throw new Error(made.issue.code)
  return { bytes: made.value, facts: await sharp(made.value).metadata() }
}

describe('a photo', () => {
  test.each([
    ['upright', 720, 960],
    ['wide', 1280, 960],
    ['tall', 700, 1600],
    ['large', 3000, 4000],
  ])('that is %s is cut to three by four, and small', async (_, width, height) => {
    const { facts, bytes } = await photoOf(await portrait(width, height))
    expect(facts.format).toBe('jpeg')
    expect(Math.abs((facts.width ?? 0) / (facts.height ?? 1) - 0.75)).toBeLessThan(0.005)
    expect(facts.height).toBeLessThanOrEqual(960)
    expect(facts.height).toBeGreaterThanOrEqual(640)
    expect(bytes.length).toBeLessThanOrEqual(200 * 1024)
  })

  test('of much detail still fits', async () => {
    const noise = Buffer.from(
      Array.from({ length: 1200 * 1600 * 3 }, (_, i) => (i * 2654435761) % 251),
    )
    const raw = { width: 1200, height: 1600, channels: 3 } as const
    const { facts } = await photoOf(await sharp(noise, { raw }).png().toBuffer())
    expect(facts.format).toBe('jpeg')
  })

  test('is turned upright, and tells nothing of where it was taken', async () => {
    const lying = await sharp(await portrait(960, 720))
      .withExif({
        IFD0: { Make: 'Kamera', Copyright: 'Rahasia' },
        IFD3: { GPSLatitude: '2/1 0/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { facts } = await photoOf(lying)
    expect([facts.width, facts.height]).toEqual([720, 960])
    expect(facts.exif).toBeUndefined()
  })

  test('below 480 by 640 after the cut is refused with its size', async () => {
    expect(await makePhoto(await portrait(640, 480))).toMatchObject({
      issue: { code: 'photo.too-small', width: 640, height: 480, widthMin: 480, heightMin: 640 },
    })
  })

  test.each([
    ['torn', async () => (await portrait()).subarray(0, 4_000)],
    ['no picture', async () => Buffer.from('hello')],
    [
      'a drawing made of instructions',
      async () =>
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"/>'),
    ],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await makePhoto(await bytes())).toMatchObject({ issue: { code: 'image.unreadable' } })
  })
})

describe('a signature', () => {
  test('is its strokes alone on a clear ground', async () => {
    const made = await makeSignature(await signature())
    if (!made.ok) throw new Error(made.issue.code)
    const { data, info } = await sharp(made.value).raw().toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(4)
    expect(info.width).toBeLessThan(300)
    const alphas = Array.from({ length: info.width * info.height }, (_, i) => data[i * 4 + 3] ?? 0)
    expect(alphas[0]).toBe(0)
    expect(Math.max(...alphas)).toBeGreaterThan(200)
  })

  test.each([
    [
      'of an empty box',
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240"/>',
      'signature.blank',
    ],
    [
      'of one dot',
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240"><circle cx="50" cy="50" r="3"/></svg>',
      'signature.blank',
    ],
    [
      'that is black all over',
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240"><rect width="600" height="240"/></svg>',
      'signature.not-a-line',
    ],
  ])('%s is refused', async (_, svg, code) => {
    const png = await sharp(Buffer.from(svg)).png().toBuffer()
    expect(await makeSignature(png)).toMatchObject({ issue: { code } })
  })
})
