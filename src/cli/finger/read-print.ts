// Read print — a file's picture or template, whatever of the two it is.

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type ExtractIssue, extractTemplate, type FingerTemplate, readTemplate } from '#finger'
import type { GrayImage } from '#formats/gray-image'
import { decodePng, type PngIssue, pngBytesMax } from '#formats/png'
import { trouble } from '#kit/node/trouble'
import { fail, ok, type Result } from '#kit/result'

const templateMagic = 'LFT'
const filesMax = 20_000

export type PrintIssue = PngIssue | ExtractIssue | { readonly code: 'print.too-many-bytes' }

/** The picture in a file; `dpi`, where given, overrules what the file says. */
export async function readPicture(
  path: string,
  dpi: number | undefined,
): Promise<Result<GrayImage, PrintIssue>> {
  const bytes = await readBytes(path)
  if (bytes.length > pngBytesMax) return fail({ code: 'print.too-many-bytes' })
  const decoded = decodePng(bytes)
  if (!decoded.ok || dpi === undefined) return decoded
  return ok({ ...decoded.value, dpi })
}

/** The template in a file, or of the picture in it; what is neither is trouble. */
export async function getTemplate(path: string, dpi: number | undefined): Promise<FingerTemplate> {
  const bytes = await readBytes(path)
  if (Buffer.from(bytes.subarray(0, templateMagic.length)).toString('latin1') === templateMagic) {
    const read = readTemplate(bytes)
    if (read.ok) return read.value
    throw trouble('print.template', `${path} is no template: ${read.issue.code}`)
  }
  const picture = await readPicture(path, dpi)
  if (!picture.ok) {
    throw trouble('print.picture', `${path} is no picture that can be read: ${picture.issue.code}`)
  }
  const template = extractTemplate(picture.value)
  if (template.ok) return template.value
  throw trouble('print.extract', `${path} gives no template: ${template.issue.code}`)
}

async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw trouble('print.file', `${path} cannot be read`)
  })
}

/** A folder's pictures by name, sorted; a folder without any is trouble. */
export async function picturesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw trouble('prints.folder', `${folder} cannot be read as a folder`)
  })
  const pictures = names.filter((it) => it.toLowerCase().endsWith('.png')).sort()
  if (pictures.length === 0) throw trouble('prints.none', `${folder} holds no picture (.png)`)
  if (pictures.length > filesMax) {
    throw trouble('prints.many', `${folder} holds more than ${filesMax} pictures`)
  }
  return pictures
}

export interface FolderPrint {
  readonly file: string
  /** Undefined where nothing could be extracted. */
  readonly template: FingerTemplate | undefined
}

export interface FolderPrints {
  readonly folder: string
  readonly prints: readonly FolderPrint[]
  readonly failures: number
  /** CPU of the extractions alone, ms. */
  readonly extractCpuMs: number
}

/** All templates of a folder; `note` hears of each picture that failed. */
export async function extractFolder(
  folder: string,
  dpi: number | undefined,
  note: (line: string) => void,
): Promise<FolderPrints> {
  const prints: FolderPrint[] = []
  let extractCpuMs = 0
  let failures = 0
  for (const file of await picturesIn(folder)) {
    const picture = await readPicture(join(folder, file), dpi)
    const before = process.cpuUsage()
    const template = picture.ok ? extractTemplate(picture.value) : picture
    extractCpuMs += cpuMsSince(before)
    prints.push({ file, template: template.ok ? template.value : undefined })
    if (template.ok) continue
    failures++
    note(`${join(folder, file)}: ${template.issue.code}`)
  }
  return { folder: basename(folder), prints, failures, extractCpuMs }
}

/** `101` of `101_3.png`; a file named otherwise is a finger of its own. */
export function fingerOf(file: string): string {
  return /^(.+)_\d+\.png$/i.exec(file)?.[1] ?? file
}

/** User and system CPU of this process since `before`, ms. */
export function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export function toStderr(line: string): void {
  process.stderr.write(`${line}\n`)
}

export function toStdout(line: string): void {
  process.stdout.write(`${line}\n`)
}
