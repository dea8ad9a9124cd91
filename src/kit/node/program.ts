// Program — what this program is called, which version it is and where it is installed.

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, without a slash at its end. */
export const programRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

const manifest: unknown = JSON.parse(readFileSync(`${programRoot}/package.json`, 'utf8'))

export const programName = text('name')
export const programVersion = text('version')

function text(field: string): string {
  const value = (manifest as Record<string, unknown>)[field]
  if (typeof value !== 'string') throw new Error(`package.json has no ${field}`)
  return value
}
