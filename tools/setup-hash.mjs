// Set-up hash — one hash of many files: it changes when a file's name or content does.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { programRoot } from './setup-run.mjs'

export function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Of every file under the folders that `isWanted`, and of the files beside. */
export function hashOfFolders(folders, files, isWanted = () => true) {
  const hash = createHash('sha256')
  const paths = [...folders.flatMap(listFiles).filter(isWanted), ...files].sort()
  for (const path of paths) {
    hash.update(`${relative(programRoot, path)}\0${hashOf(readFileSync(path))}\0`)
  }
  return hash.digest('hex')
}

function listFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return entry.isFile() ? [path] : []
  })
}
