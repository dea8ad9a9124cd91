// Read prints — a folder of FINGER_VISIT.png files as visits.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodePng, pngBytesMax } from '#formats/png'
import { trouble } from '#kit/node/trouble'
import type { Visit } from './make-synthetic.ts'

const namePattern = /^(.+)_(\d{1,3})\.png$/
const printsMax = 10_000

/** The pictures of the first `visits` visits of each finger; one that cannot be read is trouble. */
export async function* readPrints(folder: string, visits: number): AsyncGenerator<Visit> {
  const names = await readdir(folder).catch(() => {
    throw trouble('prints.folder', `${folder} cannot be read as a folder`)
  })
  for (const name of names.sort().slice(0, printsMax)) {
    const [, finger, visit] = namePattern.exec(name) ?? []
    if (finger === undefined || Number(visit) > visits) continue
    const bytes = await readFile(join(folder, name))
    const image = bytes.length > pngBytesMax ? undefined : decodePng(bytes)
    if (image === undefined || !image.ok) {
      throw trouble('prints.file', `${join(folder, name)} is not a picture that can be read`)
    }
    yield { finger, visit: Number(visit), image: image.value }
  }
}
