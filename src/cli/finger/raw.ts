// Raw — a file of nothing but gray pixels, row by row, whose sides stand in its name or are told.

import { basename } from 'node:path'
import { type GrayImage, imageSidePxMax } from '#formats/gray-image'
import { fail, ok, type Result } from '#kit/result'

/** What a file does not say of its own picture, or says wrongly. */
export interface Hints {
  readonly dpi?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
}

export type RawIssue =
  | { readonly code: 'raw.sides-unknown' }
  | { readonly code: 'raw.sides'; readonly width: number; readonly height: number }
  | { readonly code: 'raw.length'; readonly bytes: number; readonly bytesWanted: number }

export const rawBytesMax = imageSidePxMax * imageSidePxMax
const usualDpi = 500
const sidesInName = /(\d{1,5})x(\d{1,5})/g

/** Told sides overrule those in the name (`finger_388x374.raw`, the last such pair in it). */
export function decodeRaw(
  bytes: Uint8Array,
  path: string,
  { width: toldWidth, height: toldHeight, dpi = usualDpi }: Hints,
): Result<GrayImage, RawIssue> {
  const named = [...basename(path).matchAll(sidesInName)].at(-1)
  const width = toldWidth ?? (named && Number(named[1]))
  const height = toldHeight ?? (named && Number(named[2]))
  if (width === undefined || height === undefined) return fail({ code: 'raw.sides-unknown' })
  if (Math.min(width, height) < 1 || Math.max(width, height) > imageSidePxMax) {
    return fail({ code: 'raw.sides', width, height })
  }
  if (bytes.length !== width * height) {
    return fail({ code: 'raw.length', bytes: bytes.length, bytesWanted: width * height })
  }
  return ok({ width, height, pixels: Uint8Array.from(bytes), dpi })
}

export function encodeRaw({ pixels }: GrayImage): Uint8Array {
  return pixels
}
