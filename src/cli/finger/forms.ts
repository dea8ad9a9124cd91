// Forms — the files that hold a print, by their ending: what each is, how it is read and written.

import { extname } from 'node:path'
import type { GrayImage } from '#formats/gray-image'
import type { MinutiaeEdition } from '#formats/iso19794-2'
import { decodePng, encodePng, type PngIssue, pngBytesMax } from '#formats/png'
import {
  decodeWsq,
  encodeWsq,
  standardBitsPerPixel,
  type WsqIssue,
  wsqBytesMax,
} from '#formats/wsq'
import type { Result } from '#kit/result'
import { decodeRaw, encodeRaw, type Hints, type RawIssue, rawBytesMax } from './raw.ts'

export type PictureIssue = PngIssue | RawIssue | WsqIssue

export interface PictureForm {
  readonly kind: 'picture'
  readonly bytesMax: number
  decode(bytes: Uint8Array, path: string, hints: Hints): Result<GrayImage, PictureIssue>
  encode(image: GrayImage, bitsPerPixel: number | undefined): Uint8Array
}

/** A standard's minutiae record; the edition is the one that is written. */
export interface RecordForm {
  readonly kind: 'record'
  readonly edition: MinutiaeEdition
}

/** The engine's own template. */
export interface TemplateForm {
  readonly kind: 'template'
}

export type Form = PictureForm | RecordForm | TemplateForm

const png: PictureForm = {
  kind: 'picture',
  bytesMax: pngBytesMax,
  decode: decodePng,
  encode: encodePng,
}

const wsq: PictureForm = {
  kind: 'picture',
  bytesMax: wsqBytesMax,
  decode: decodeWsq,
  encode: (image, bitsPerPixel = standardBitsPerPixel) => encodeWsq(image, bitsPerPixel),
}

const raw: PictureForm = {
  kind: 'picture',
  bytesMax: rawBytesMax,
  decode: decodeRaw,
  encode: encodeRaw,
}

const iso: RecordForm = { kind: 'record', edition: 'iso-2005' }
const ansi: RecordForm = { kind: 'record', edition: 'ansi-2004' }
const lft: TemplateForm = { kind: 'template' }

/** In the order in which a folder is looked through for prints. */
const forms = new Map<string, Form>(Object.entries({ png, wsq, raw, iso, ansi, lft }))

export const endings: readonly string[] = [...forms.keys()]

/** The form that the ending names; undefined for any other ending. */
export function findForm(path: string): Form | undefined {
  return forms.get(extname(path).slice(1).toLowerCase())
}

const beginnings: readonly { readonly magic: string; readonly form: Form }[] = [
  { magic: 'LFT', form: lft },
  { magic: 'FMR\0', form: iso },
  { magic: '\xff\xa0', form: wsq },
]

/** By the ending; a file of another ending by its first bytes, and else as a PNG. */
export function formOf(path: string, bytes: Uint8Array): Form {
  const begins = (magic: string) =>
    Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic
  return findForm(path) ?? beginnings.find((it) => begins(it.magic))?.form ?? png
}
