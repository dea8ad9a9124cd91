// JPEG 2000 — gray images to lossless .jp2 files and back. ISO/IEC 15444-1.

import type { J2KDecoder, J2KEncoder } from '@cornerstonejs/codec-openjpeg'
import type { GrayImage } from '#formats/gray-image'
import { assert, present } from '#kit/assert'
import { fail, ok, type Result } from '#kit/result'
import { type Jp2FileIssue, readJp2, signatureBox, writeJp2 } from './boxes.ts'
import { withCodec } from './codec.ts'
import { type CodestreamIssue, readCodestreamHeader, startOfCodestream } from './codestream.ts'
import { jp2BytesMax } from './limits.ts'

export type Jp2Issue =
  | { readonly code: 'jp2.not-a-jp2' }
  | { readonly code: 'jp2.too-many-bytes'; readonly bytes: number; readonly bytesMax: number }
  | Jp2FileIssue
  | CodestreamIssue

/** What every finger standard asks for, and so what a silent file means. */
const defaultDpi = 500

/** A .jp2 file: the codestream by the reversible wavelet, gray, with its capture resolution. */
export async function encodeJp2(image: GrayImage): Promise<Uint8Array> {
  const { width, height, pixels } = image
  assert(pixels.length === width * height, 'the image has as many pixels as its sides say')
  const codestream = await withCodec((codec) =>
    using(new codec.J2KEncoder(), (encoder) => encodeGray(encoder, image)),
  )
  return writeJp2(present(codestream, 'a gray image can be encoded'), image)
}

/** From a .jp2 file or a bare codestream of one 8-bit component. */
export async function decodeJp2(bytes: Uint8Array): Promise<Result<GrayImage, Jp2Issue>> {
  if (bytes.length > jp2BytesMax) {
    return fail({ code: 'jp2.too-many-bytes', bytes: bytes.length, bytesMax: jp2BytesMax })
  }
  const file = openJp2(bytes)
  if (!file.ok) return file
  const header = readCodestreamHeader(file.value.codestream)
  if (!header.ok) return header
  const { width, height } = header.value
  const pixels = await withCodec((codec) =>
    using(new codec.J2KDecoder(), (decoder) => decodeGray(decoder, file.value.codestream)),
  )
  if (pixels?.length !== width * height) return fail({ code: 'jp2.broken' })
  return ok({ width, height, pixels, dpi: file.value.dpi ?? defaultDpi })
}

/** Whether the picture was compressed by the reversible wavelet; undefined where it is broken. */
export function isReversibleJp2(bytes: Uint8Array): boolean | undefined {
  const file = openJp2(bytes)
  const header = file.ok ? readCodestreamHeader(file.value.codestream) : file
  return header.ok ? header.value.isReversible : undefined
}

function openJp2(bytes: Uint8Array) {
  if (startOfCodestream.read(bytes).ok) return ok({ codestream: bytes, dpi: undefined })
  return signatureBox.read(bytes).ok ? readJp2(bytes) : fail({ code: 'jp2.not-a-jp2' as const })
}

function encodeGray(encoder: J2KEncoder, { width, height, pixels }: GrayImage): Uint8Array {
  const frame = { width, height, bitsPerSample: 8, componentCount: 1, isSigned: false }
  encoder.getDecodedBuffer({ ...frame, isUsingColorTransform: false }).set(pixels)
  encoder.setQuality(true, 0)
  encoder.setDecompositions(decompositionsOf(width, height))
  encoder.encode()
  return Uint8Array.from(encoder.getEncodedBuffer())
}

/** The usual five halvings, fewer where a side would vanish: the encoder refuses that. */
function decompositionsOf(width: number, height: number): number {
  return Math.min(5, Math.floor(Math.log2(Math.min(width, height))))
}

function decodeGray(decoder: J2KDecoder, codestream: Uint8Array): Uint8Array {
  decoder.getEncodedBuffer(codestream.length).set(codestream)
  decoder.decode()
  // A frame that the decoder gave up on has no sides, and so no pixels.
  return Uint8Array.from(decoder.getDecodedBuffer())
}

function using<It extends { delete(): void }, Value>(it: It, work: (it: It) => Value): Value {
  const value = work(it)
  // Not in a `finally`: a codec that threw is thrown away whole.
  it.delete()
  return value
}
