// Asked — the words of a finger command, read and checked alike for all of them.

import { parseArgs } from 'node:util'
import { imageDpiMax, imageDpiMin, imageSidePxMax } from '#formats/gray-image'
import type { MinutiaeEdition } from '#formats/iso19794-2'
import { findForm } from './forms.ts'

export interface Asked {
  readonly paths: readonly string[]
  readonly json: boolean
  readonly persons: boolean
  readonly split: boolean
  /** The curve of errors over pictures thrown away, instead of the rates. */
  readonly discard: boolean
  readonly out: string | undefined
  /** The table that the qualities are written to. */
  readonly quality: string | undefined
  /** The folder that plots are written to. */
  readonly plots: string | undefined
  /** Undefined: each file says its own resolution. */
  readonly dpi: number | undefined
  /** Sides of a raw picture whose name does not say them, px. */
  readonly width: number | undefined
  readonly height: number | undefined
  /** Of a picture that is written compressed; undefined: as its form has it. */
  readonly bitsPerPixel: number | undefined
  /** The record that each template is written to and read from before it is compared. */
  readonly through: MinutiaeEdition | undefined
}

/** More than WSQ ever needs. */
const bitsPerPixelMax = 5

/** What was asked, or one sentence that says why it cannot be understood. */
export function parseAsked(
  args: readonly string[],
  wanted: { readonly pathsMin: number; readonly pathsMax: number },
): Asked | string {
  let parsed: ReturnType<typeof parseWords>
  try {
    parsed = parseWords(args)
  } catch (error) {
    return (error as Error).message
  }
  const { values, positionals: paths } = parsed
  if (paths.length < wanted.pathsMin) return 'too few names of files or folders'
  if (paths.length > wanted.pathsMax) return `${paths[wanted.pathsMax]} is one name too many`
  const { json = false, persons = false, split = false, discard = false } = values
  const { out, quality, plots } = values
  const dpi = numberOf(values.dpi)
  if (dpi !== undefined && !(dpi >= imageDpiMin && dpi <= imageDpiMax)) {
    return `--dpi must be a number from ${imageDpiMin} to ${imageDpiMax}`
  }
  const width = numberOf(values.width)
  const height = numberOf(values.height)
  for (const side of [width, height]) {
    if (side !== undefined && !(Number.isInteger(side) && side > 0 && side <= imageSidePxMax)) {
      return `--width and --height must be whole numbers from 1 to ${imageSidePxMax}`
    }
  }
  const bitsPerPixel = numberOf(values.bitrate)
  if (bitsPerPixel !== undefined && !(bitsPerPixel > 0 && bitsPerPixel <= bitsPerPixelMax)) {
    return `--bitrate must be a number of bits per pixel, at most ${bitsPerPixelMax}`
  }
  const record = values.through === undefined ? undefined : findForm(`it.${values.through}`)
  const through = record?.kind === 'record' ? record.edition : undefined
  if (values.through !== undefined && through === undefined) {
    return '--through must be the ending of a minutiae record, iso or ansi'
  }
  const words = { json, persons, split, discard, out, quality, plots }
  return { paths, ...words, dpi, width, height, bitsPerPixel, through }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

function parseWords(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      persons: { type: 'boolean' },
      split: { type: 'boolean' },
      discard: { type: 'boolean' },
      out: { type: 'string', short: 'o' },
      quality: { type: 'string' },
      plots: { type: 'string' },
      dpi: { type: 'string' },
      width: { type: 'string' },
      height: { type: 'string' },
      bitrate: { type: 'string' },
      through: { type: 'string' },
    },
  })
}
