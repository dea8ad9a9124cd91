// Images — photo and signature as they came, made into what a card is printed from.
//
// Both are decoded to the last pixel and encoded anew, so that nothing but the picture is kept: no
// place where it was taken, no name of a camera.

import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { assert } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'

/** A JPEG of three wide to four high. */
export const photoMediaType = 'image/jpeg'
export const signatureMediaType = 'image/png'

const pixelsMax = 40_000_000
const photoWidthMin = 480
const photoHeightMin = 640
const photoHeightMax = 960
const photoBytesMax = 200 * 1024
const photoQualities = [90, 82, 74, 66, 58, 50] as const

const signatureWidthMax = 900
const signatureHeightMax = 450
const signatureMargin = 8
/** Gray below this is ink on white. */
const inkBelow = 160
/** Fewer dark pixels than this are dust, a larger share is no line of writing. */
const inkPixelsMin = 120
const inkShareMax = 0.6

export type ImageIssue =
  | { readonly code: 'image.unreadable' }
  | {
      readonly code: 'photo.too-small'
      readonly width: number
      readonly height: number
      readonly widthMin: number
      readonly heightMin: number
    }
  | { readonly code: 'signature.blank' }
  | { readonly code: 'signature.not-a-line' }

/** Turned upright, cut to 3:4 around its middle, and small enough to travel. */
export async function makePhoto(bytes: Uint8Array): Promise<Result<Uint8Array, ImageIssue>> {
  const upright = await decode(bytes, (it) => it.rotate().toColorspace('srgb'))
  if (upright === undefined) return fail({ code: 'image.unreadable' })
  const { width, height } = cutOf(upright.info)
  if (width < photoWidthMin || height < photoHeightMin) {
    return fail({
      code: 'photo.too-small',
      width: upright.info.width,
      height: upright.info.height,
      widthMin: photoWidthMin,
      heightMin: photoHeightMin,
    })
  }
  const target = Math.min(height, photoHeightMax)
  const cut = sharp(upright.data, { raw: upright.info })
    .flatten({ background: '#ffffff' })
    .resize({
      width: Math.round((target * 3) / 4),
      height: target,
      fit: 'cover',
      position: 'centre',
    })
  let jpeg: Buffer | undefined
  for (const quality of photoQualities) {
    jpeg = await cut.clone().jpeg({ quality, mozjpeg: true }).toBuffer()
    if (jpeg.length <= photoBytesMax) break
  }
  assert(jpeg !== undefined, 'there is a lowest quality')
  return ok(jpeg)
}

/** Strokes alone, black on a clear ground, cut to the writing. */
export async function makeSignature(bytes: Uint8Array): Promise<Result<Uint8Array, ImageIssue>> {
  const gray = await decode(bytes, (it) => it.flatten({ background: '#ffffff' }).grayscale())
  if (gray === undefined) return fail({ code: 'image.unreadable' })
  const { data, info } = gray
  const { width, height, channels } = info
  const inkAt = (i: number) => (data[i * channels] ?? 255) < inkBelow
  const bounds = { left: width, top: height, right: -1, bottom: -1 }
  let ink = 0
  for (let i = 0; i < width * height; i++) {
    if (!inkAt(i)) continue
    const [x, y] = [i % width, Math.floor(i / width)]
    ink++
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  if (ink < inkPixelsMin) return fail({ code: 'signature.blank' })
  if (ink > inkShareMax * width * height) return fail({ code: 'signature.not-a-line' })
  return ok(await strokesOf(data, info, bounds))
}

/** The darker the stroke, the less it lets through. */
async function strokesOf(
  data: Buffer,
  { width, height, channels }: OutputInfo,
  bounds: { left: number; top: number; right: number; bottom: number },
): Promise<Uint8Array> {
  const strokes = Buffer.alloc(width * height * 4)
  for (let i = 0; i < width * height; i++) strokes[i * 4 + 3] = 255 - (data[i * channels] ?? 255)
  const left = Math.max(0, bounds.left - signatureMargin)
  const top = Math.max(0, bounds.top - signatureMargin)
  const cut = {
    left,
    top,
    width: Math.min(width, bounds.right + signatureMargin + 1) - left,
    height: Math.min(height, bounds.bottom + signatureMargin + 1) - top,
  }
  return sharp(strokes, { raw: { width, height, channels: 4 } })
    .extract(cut)
    .resize({
      width: signatureWidthMax,
      height: signatureHeightMax,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/** What a camera or a pad writes; no drawing that is made of instructions. */
const formats: readonly string[] = ['jpeg', 'png', 'webp']

async function decode(bytes: Uint8Array, prepare: (picture: Sharp) => Sharp) {
  try {
    const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: pixelsMax })
    const { format } = await picture.metadata()
    if (!formats.includes(format)) return undefined
    return await prepare(picture).raw().toBuffer({ resolveWithObject: true })
  } catch {
    return undefined
  }
}

/** The largest 3:4 inside. */
function cutOf({ width, height }: { readonly width: number; readonly height: number }) {
  const byHeight = Math.floor((height * 3) / 4)
  return byHeight <= width
    ? { width: byHeight, height }
    : { width, height: Math.floor((width * 4) / 3) }
}
