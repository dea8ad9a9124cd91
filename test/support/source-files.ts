// Source files — the repository's own files, as the tests of its tidiness read them.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../../src/kit/node/program.ts'

export interface SourceFile {
  /** From the repository's root, with slashes. */
  readonly path: string
  readonly text: string
}

const builtFolders = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', '.setup'])
const isText = /(\.(tsx?|[cm]?js|json|md|css|html|sql|ya?ml|sh|txt)|\/loket|\/run)$/
const isCode = /\.(tsx?|[cm]?js)$/
const isBuilt = /\.generated\.|(^|\/)package-lock\.json$/

/** Every file that people read and write, under a folder. */
export function listTexts(folder = ''): readonly SourceFile[] {
  return readdirSync(join(programRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return builtFolders.has(path) ? [] : listTexts(path)
    if (!entry.isFile() || !isText.test(`/${path}`) || isBuilt.test(path)) return []
    return [{ path, text: readFileSync(join(programRoot, path), 'utf8') }]
  })
}

export function isCodeFile({ path }: SourceFile): boolean {
  return isCode.test(path)
}

export function isTestFile({ path }: SourceFile): boolean {
  return /\.(test|arbitrary)\.(tsx?|mjs)$/.test(path) || path.startsWith('test/')
}

export function readRepositoryFile(path: string): string {
  return readFileSync(join(programRoot, path), 'utf8')
}
