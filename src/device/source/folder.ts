// Folder — a person whose fingers are pictures in a folder: `012-7_3.png`, person 012, finger 7, visit 3.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GrayImage } from '#formats/gray-image'
import { decodePng } from '#formats/png'
import { codeOf } from '#kit/node/files'
import type { FingerSource } from './finger-source.ts'
import type { FolderPerson } from './person.ts'

/**
 * A picture that is missing is a finger that is missing; one that cannot be read is told to
 * `log` and counts as missing, too. Pressing again gives the same picture.
 */
export function folderSource(
  { dir, person, visit }: FolderPerson,
  log: (line: string) => void,
): FingerSource {
  return {
    varies: false,
    async press(position): Promise<GrayImage | undefined> {
      const name = `${person}-${position}_${visit}.png`
      const bytes = await findFile(join(dir, name))
      if (bytes === undefined) return undefined
      const decoded = decodePng(bytes)
      if (!decoded.ok) log(`scanner: ${name} is no usable picture: ${decoded.issue.code}`)
      return decoded.ok ? decoded.value : undefined
    },
  }
}

async function findFile(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}
