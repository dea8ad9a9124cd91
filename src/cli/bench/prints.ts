// Prints — what the engine is measured on: folders of real prints, or synthetic ones.

import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { impressionOf, syntheticPersonFinger } from '#finger'
import type { FingerPosition } from '#formats/finger-position'
import type { GrayImage } from '#formats/gray-image'
import { trouble } from '#kit/node/trouble'
import { readPicture } from '../finger/read-print.ts'

export interface Print {
  readonly file: string
  /** Undefined where the file is no picture: such a print is like no other. */
  readonly image: GrayImage | undefined
}

export interface PrintSet {
  readonly name: string
  readonly prints: readonly Print[]
}

const fingers = 8
const impressions = 4
const filesMax = 20_000

export function syntheticSet(): PrintSet {
  const prints = Array.from({ length: fingers * impressions }, (_, i) => {
    const finger = 1 + Math.floor(i / impressions)
    const visit = 1 + (i % impressions)
    const grown = syntheticPersonFinger('bench', finger as FingerPosition)
    return { file: `${finger}_${visit}.png`, image: impressionOf(grown, `visit ${visit}`) }
  })
  return { name: 'synthetic', prints }
}

/** The folder's pictures (.png) by name, as `finger scores` takes them. */
export async function folderSet(folder: string): Promise<PrintSet> {
  const names = await readdir(folder).catch(() => {
    throw trouble('prints.folder', `${folder} cannot be read as a folder`)
  })
  const files = names.filter((it) => it.toLowerCase().endsWith('.png')).sort()
  if (files.length === 0 || files.length > filesMax) {
    throw trouble('prints.none', `${folder} holds no picture (.png), or more than ${filesMax}`)
  }
  const prints: Print[] = []
  for (const file of files) {
    const picture = await readPicture(join(folder, file), {})
    prints.push({ file, image: picture.ok ? picture.value : undefined })
  }
  return { name: basename(folder), prints }
}
