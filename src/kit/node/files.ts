// Files — writes that a power cut cannot tear, and JSON read back.

import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface WriteOptions {
  /** Permission bits; 0o644 where not said, 0o600 for a secret. */
  readonly mode?: number
}

/** Replaces the file whole: after a power cut it holds the old bytes or the new, never a mixture. */
export async function writeDurably(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const beside = await writeBeside(path, data, options)
  await rename(beside, path)
  await syncFolder(dirname(path))
}

/** Writes the file unless it exists; answers whether this call created it. Of many, one wins. */
export async function createDurably(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<boolean> {
  const beside = await writeBeside(path, data, options)
  try {
    await link(beside, path)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  } finally {
    await unlink(beside)
    await syncFolder(dirname(path))
  }
}

/** The file's text, or undefined where there is no such file. */
export async function findText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** The file's JSON, unchecked, or undefined where there is no such file. */
export async function findJson(path: string): Promise<unknown> {
  const text = await findText(path)
  return text === undefined ? undefined : JSON.parse(text)
}

/** Writes a value as indented JSON with a final line end. */
export async function writeJson(
  path: string,
  value: unknown,
  options: WriteOptions = {},
): Promise<void> {
  await writeDurably(path, `${JSON.stringify(value, null, 2)}\n`, options)
}

/** The system's code of an error, such as 'ENOENT'; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

async function writeBeside(path: string, data: string | Uint8Array, options: WriteOptions) {
  await mkdir(dirname(path), { recursive: true })
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  const file = await open(beside, 'wx', options.mode ?? 0o644)
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
  return beside
}

/** A new name, or a rename, is on the disk only when the folder that holds it is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
