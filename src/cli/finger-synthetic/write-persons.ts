// Write persons — synthetic visits as PNG files, named as collections of prints usually are.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodePng } from '#formats/png'
import type { Visit } from './make-synthetic.ts'

export async function writePersons(
  folder: string,
  visits: Iterable<Visit>,
  print: (line: string) => void,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  let count = 0
  for (const { finger, visit, image } of visits) {
    await writeFile(join(folder, `${finger}_${visit}.png`), encodePng(image))
    count++
  }
  print(`${count} pictures written to ${folder}`)
}
