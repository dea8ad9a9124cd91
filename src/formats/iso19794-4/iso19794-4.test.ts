// ISO/IEC 19794-4 tests — records of both editions, from other hands and our own, byte by byte.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GrayImage } from '#formats/gray-image'
import { isReversibleJp2 } from '#formats/jpeg2000'
import { encodePng } from '#formats/png'
import { encodeWsq, standardBitsPerPixel } from '#formats/wsq'
import { hexOf } from '#kit/bytes'
import {
  decodeFingerView,
  encodeFingerView,
  type FingerImageView,
  readFingerImageRecord,
  writeFingerImageRecord,
} from './index.ts'
import { fingerImageRecord } from './record.arbitrary.ts'

const image: GrayImage = {
  width: 40,
  height: 48,
  pixels: Uint8Array.from({ length: 40 * 48 }, (_, i) => (i * 11 + (i >> 4)) & 255),
  dpi: 500,
}

const raw: FingerImageView = {
  position: 2,
  impression: 0,
  capturedAtMs: Date.UTC(2021, 5, 2, 17, 39, 7, 795),
  quality: [{ score: 80, vendorId: 15, algorithmId: 15 }],
  widthPx: 2,
  heightPx: 3,
  dpi: 500,
  compression: 'none',
  bytes: Uint8Array.of(1, 2, 3, 4, 5, 6),
}

test('what is written is what is read, in both editions', () => {
  fc.assert(
    fc.property(fingerImageRecord, (record) => {
      expect(readFingerImageRecord(writeFingerImageRecord(record))).toEqual({
        ok: true,
        value: record,
      })
    }),
  )
})

test('a record of 2011 is laid out as the standard says', () => {
  const second = { ...raw, capturedAtMs: undefined, quality: [] }
  expect(hexOf(writeFingerImageRecord({ edition: '2011', views: [raw, second] }))).toBe(
    [
      '46495200' + '30323000' + '00000073' + '0002' + '00' + '01',
      // first representation
      '00000034' + '07e50602112707031b' + '00' + '0000' + '0000',
      '01' + '50' + '000f' + '000f',
      '02' + '00' + '01' + '01f4' + '01f4' + '01f4' + '01f4' + '08' + '00' + '00',
      '0002' + '0003' + '00000006' + '010203040506',
      // second representation of the same finger
      '0000002f' + 'ffffffffffffffffff' + '00' + '0000' + '0000',
      '00',
      '02' + '01' + '01' + '01f4' + '01f4' + '01f4' + '01f4' + '08' + '00' + '00',
      '0002' + '0003' + '00000006' + '010203040506',
    ].join(''),
  )
})

test('a record of 2005 is laid out as the standard says', () => {
  const view = { ...raw, capturedAtMs: undefined }
  const other = { ...view, position: 7 as const, quality: [] }
  expect(hexOf(writeFingerImageRecord({ edition: '2005', views: [view, other] }))).toBe(
    [
      '46495200' + '30313000' + '000000000048' + '0000' + '001f' + '02' + '01',
      '01f4' + '01f4' + '01f4' + '01f4' + '08' + '00' + '0000',
      '00000014' + '02' + '01' + '01' + '50' + '00' + '0002' + '0003' + '00' + '010203040506',
      '00000014' + '07' + '01' + '01' + 'fe' + '00' + '0002' + '0003' + '00' + '010203040506',
    ].join(''),
  )
})

test('a certified record is read past its certificates, and past what follows the image', () => {
  const plain = writeFingerImageRecord({ edition: '2011', views: [raw] })
  const certificates = Uint8Array.of(2, 0, 1, 9, 0, 2, 9)
  const imageAt = 16 + 18 + 6
  const extended = Uint8Array.of(0, 1, 0, 6, 7, 7)
  const bytes = Uint8Array.from([
    ...plain.subarray(0, imageAt),
    ...certificates,
    ...plain.subarray(imageAt),
    ...extended,
  ])
  const grown = certificates.length + extended.length
  bytes[14] = 1
  bytes[11]! += grown
  bytes[16 + 3]! += grown
  expect(readFingerImageRecord(bytes)).toEqual({
    ok: true,
    value: { edition: '2011', views: [raw] },
  })
})

test('a resolution in centimeters is turned into inches', () => {
  const bytes = writeFingerImageRecord({ edition: '2011', views: [raw] })
  const scaleAt = 16 + 18 + 6 + 2
  bytes[scaleAt] = 2
  for (const at of [scaleAt + 5, scaleAt + 7]) bytes.set([0, 197], at)
  expect(readFingerImageRecord(bytes)).toMatchObject({ value: { views: [{ dpi: 500 }] } })
})

describe('pixels', () => {
  test('go through lossless JPEG 2000 unchanged', async () => {
    const about = { position: 5, capturedAtMs: 0, quality: [] } as const
    const view = await encodeFingerView({ ...image, dpi: 1000 }, about)
    expect(isReversibleJp2(view.bytes)).toBe(true)
    const read = readFingerImageRecord(writeFingerImageRecord({ edition: '2011', views: [view] }))
    expect(read.ok && (await decodeFingerView(read.value.views[0]!))).toEqual({
      ok: true,
      value: { ...image, dpi: 1000 },
    })
  })

  test.each(['none', 'png', 'jpeg2000'] as const)('are read from %s', async (compression) => {
    const sides = { widthPx: image.width, heightPx: image.height }
    const { bytes: jp2 } = await encodeFingerView(image, { ...raw, capturedAtMs: 0 })
    const bytes = { none: image.pixels, png: encodePng(image), jpeg2000: jp2 }[compression]
    const view = { ...raw, ...sides, compression, bytes, dpi: 512 }
    expect(await decodeFingerView(view)).toEqual({ ok: true, value: { ...image, dpi: 512 } })
  })

  test.each(['2005', '2011'] as const)(
    'go through WSQ, in edition %s, nearly unchanged',
    async (edition) => {
      const ramp = { ...image, pixels: image.pixels.map((_, i) => 60 + 3 * (i % image.width)) }
      const about = { position: 5, capturedAtMs: 0, quality: [] } as const
      const view = await encodeFingerView({ ...ramp, dpi: 1000 }, about, 'wsq')
      const bytes = writeFingerImageRecord({ edition, views: [view] })
      const compressionAt = edition === '2005' ? 29 : 16 + 18 + 1 + 12
      expect(bytes[compressionAt]).toBe(2)
      const read = readFingerImageRecord(bytes)
      if (!read.ok) throw new Error(read.issue.code)
      const pixels = await decodeFingerView(read.value.views[0]!)
      if (!pixels.ok) throw new Error(pixels.issue.code)
      expect(pixels.value).toMatchObject({ width: 40, height: 48, dpi: 1000 })
      const furthest = pixels.value.pixels.map((it, i) => Math.abs(it - ramp.pixels[i]!))
      expect(Math.max(...furthest)).toBeLessThan(6)
      expect(view.bytes).toEqual(encodeWsq({ ...ramp, dpi: 1000 }, standardBitsPerPixel))
    },
  )

  test('go uncompressed as they are', async () => {
    const about = { position: 5, capturedAtMs: 0, quality: [] } as const
    const view = await encodeFingerView(image, about, 'none')
    expect(await decodeFingerView(view)).toEqual({ ok: true, value: image })
  })

  test.each(['jpeg', 'bit-packed'] as const)('in %s are not supported', async (it) => {
    expect(await decodeFingerView({ ...raw, compression: it })).toEqual({
      ok: false,
      issue: { code: 'fir.compression-unsupported', compression: it },
    })
  })

  test('with other sides than the record says are refused', async () => {
    const view = { ...raw, compression: 'png' as const, bytes: encodePng(image) }
    expect(await decodeFingerView(view)).toEqual({
      ok: false,
      issue: { code: 'fir.sides-differ', widthPx: 40, heightPx: 48 },
    })
  })

  test('that are broken say what their format says', async () => {
    const view = { ...raw, compression: 'jpeg2000-lossless' as const }
    expect(await decodeFingerView(view)).toMatchObject({ issue: { code: 'jp2.not-a-jp2' } })
    const asWsq = { ...raw, compression: 'wsq' as const }
    expect(await decodeFingerView(asWsq)).toMatchObject({ issue: { code: 'wsq.not-a-wsq' } })
  })
})

// Records of another maker, where they lie beside the repository; they are not part of it.
const samples = fileURLToPath(
  new URL('../../../../shared/standards/mosip/finger-sets/', import.meta.url),
)
if (existsSync(samples)) {
  const positions: Readonly<Record<string, number>> = {
    ...{ Right_Thumb: 1, Right_IndexFinger: 2, Right_MiddleFinger: 3, Right_RingFinger: 4 },
    ...{ Right_LittleFinger: 5, Left_Thumb: 6, Left_IndexFinger: 7, Left_MiddleFinger: 8 },
    ...{ Left_RingFinger: 9, Left_LittleFinger: 10 },
  }
  const files = ['A', 'B'].flatMap((person) =>
    readdirSync(`${samples}${person}`).map((name) => ({ person, name })),
  )
  test.each(files)('a MOSIP record is read: $person $name', async ({ person, name }) => {
    const bytes = readFileSync(`${samples}${person}/${name}`)
    const read = readFingerImageRecord(bytes)
    expect(read).toMatchObject({ ok: true, value: { edition: '2011' } })
    if (!read.ok) return
    const [view, ...more] = read.value.views
    expect(more).toEqual([])
    expect(view).toMatchObject({
      position: positions[name.replace('.iso', '')],
      quality: [{ score: 80, vendorId: 15, algorithmId: 15 }],
      dpi: 500,
      compression: 'jpeg2000-lossless',
    })
    expect(new Date(view!.capturedAtMs!).toISOString()).toMatch(/^2021-06-0/)
    const pixels = await decodeFingerView(view!)
    expect(pixels).toMatchObject({ ok: true, value: { width: 275, height: 400, dpi: 500 } })
    expect(pixels.ok && new Set(pixels.value.pixels).size).toBeGreaterThan(100)
    // All but the device's own identifiers, which are not kept, come out again as they came in.
    const again = writeFingerImageRecord(read.value)
    expect(hexOf(again.subarray(62))).toBe(hexOf(bytes.subarray(62)))
    expect(hexOf(again.subarray(0, 29))).toBe(hexOf(bytes.subarray(0, 29)))
  })
}
