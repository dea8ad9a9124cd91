// Good files — what is spoiled: files of our own making from prints of nobody, and real ones where
// they lie beside this repository.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encode } from 'fast-png'
import {
  extractTemplate,
  type FingerTemplate,
  growFinger,
  impressionOf,
  minutiaeOf,
  writeTemplate,
} from '../../src/finger/index.ts'
import type { GrayImage } from '../../src/formats/gray-image/index.ts'
import { writeMinutiaeRecord } from '../../src/formats/iso19794-2/index.ts'
import { encodeFingerView, writeFingerImageRecord } from '../../src/formats/iso19794-4/index.ts'
import { encodeJp2 } from '../../src/formats/jpeg2000/index.ts'
import { encodePng } from '../../src/formats/png/index.ts'
import { encodeWsq } from '../../src/formats/wsq/index.ts'
import { present } from '../../src/kit/assert.ts'

export interface GoodFiles {
  readonly images: readonly GrayImage[]
  readonly templates: readonly FingerTemplate[]
  readonly png: readonly Uint8Array[]
  readonly wsq: readonly Uint8Array[]
  readonly jp2: readonly Uint8Array[]
  readonly fingerImages: readonly Uint8Array[]
  readonly minutiae: readonly Uint8Array[]
  readonly ownTemplates: readonly Uint8Array[]
}

/** Made anew each time, from the same seeds. */
export async function makeGoodFiles(): Promise<GoodFiles> {
  const whole = impressionOf(growFinger('fuzz'), 'whole')
  const other = impressionOf(growFinger('fuzz'), 'other')
  const small = cutOut(whole, 96, 112)
  const tiny = cutOut(whole, 33, 17)
  const templates = [whole, other].map(templateOf)
  const jp2 = await Promise.all([small, tiny].map(encodeJp2))
  return {
    images: [whole, other, small],
    templates,
    png: [encodePng(small), encodePng(tiny), ...pngsOfOtherColors(tiny), pngOf4000()],
    wsq: [encodeWsq(small, 0.75), encodeWsq(small, 2.25), encodeWsq(whole, 0.75)],
    jp2: [...jp2, ...jp2.map((it) => it.subarray(Buffer.from(it).indexOf(codestreamStart)))],
    fingerImages: await fingerImageRecords(small, tiny),
    minutiae: (['iso-2005', 'iso-2011', 'ansi-2004', 'ansi-2009'] as const).map((edition) =>
      writeMinutiaeRecord({
        edition,
        views: templates.map((it, i) => minutiaeOf(it, i === 0 ? 1 : 2)),
      }),
    ),
    ownTemplates: templates.map(writeTemplate),
  }
}

const codestreamStart = Uint8Array.of(0xff, 0x4f, 0xff, 0x51)

function templateOf(image: GrayImage): FingerTemplate {
  const extracted = extractTemplate(image)
  return present(extracted.ok ? extracted.value : undefined, 'a synthetic print has minutiae')
}

function cutOut(image: GrayImage, width: number, height: number): GrayImage {
  const [left, top] = [(image.width - width) >> 1, (image.height - height) >> 1]
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    return image.pixels[(top + Math.floor(i / width)) * image.width + left + (i % width)]!
  })
  return { ...image, width, height, pixels }
}

function pngsOfOtherColors({ width, height, pixels }: GrayImage): Uint8Array[] {
  return [2, 3, 4].map((channels) => {
    const data = Uint8Array.from({ length: pixels.length * channels }, (_, i) => {
      return pixels[Math.floor(i / channels)]!
    })
    return encode({ width, height, data, channels })
  })
}

/** Few bytes that ask for sixteen million pixels, as they may. */
function pngOf4000(): Uint8Array {
  const side = 4_000
  return encodePng({ width: side, height: side, dpi: 500, pixels: new Uint8Array(side * side) })
}

async function fingerImageRecords(small: GrayImage, tiny: GrayImage): Promise<Uint8Array[]> {
  const about = { position: 2, capturedAtMs: 0, quality: [] } as const
  const views = await Promise.all([
    encodeFingerView(small, about, 'wsq'),
    encodeFingerView(tiny, about, 'jpeg2000-lossless'),
    encodeFingerView(tiny, about, 'none'),
  ])
  // The 2005 edition has one code for JPEG 2000, lossless or not.
  const older = views.map((it) =>
    it.compression === 'jpeg2000-lossless' ? { ...it, compression: 'jpeg2000' as const } : it,
  )
  return [
    ...views.map((it) => writeFingerImageRecord({ edition: '2011', views: [it] })),
    ...older.map((it) => writeFingerImageRecord({ edition: '2005', views: [it] })),
  ]
}

const shared = fileURLToPath(new URL('../../../shared/fingerprints', import.meta.url))

/** The same with a few real files of each kind, where there are any. */
export function withRealFiles(made: GoodFiles): GoodFiles {
  const png = realFiles('fvc2002-db1', '.png', 3)
  return {
    ...made,
    png: [...made.png, ...png],
    wsq: [...made.wsq, ...realFiles('wsq', '.wsq', 4)],
    minutiae: [
      ...made.minutiae,
      ...realFiles('iso/samples', '.dat', 3),
      ...realFiles('iso/secugen-fvc2002-db1', '', 4),
    ],
  }
}

function realFiles(folder: string, ending: string, count: number): Uint8Array[] {
  const path = join(shared, folder)
  const names = existsSync(path) ? readdirSync(path).sort() : []
  return (
    names
      .filter((it) => it.endsWith(ending))
      .slice(0, count)
      // A Buffer's slice is no copy: what is spoiled must not be the file that is spoiled next.
      .map((it) => Uint8Array.from(readFileSync(join(path, it))))
  )
}
