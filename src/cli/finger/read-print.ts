// Read print — a file's picture, minutiae record or template, whatever of these it is.

import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import {
  type ExaminedFinger,
  type ExtractIssue,
  examineFinger,
  extractTemplate,
  type FingerTemplate,
  type MinutiaeIssue,
  readTemplate,
  type TemplateIssue,
  type Trace,
} from '#finger'
import type { GrayImage } from '#formats/gray-image'
import type { MinutiaeEdition, MinutiaeRecordIssue } from '#formats/iso19794-2'
import { trouble } from '#kit/node/trouble'
import { fail, ok, type Result } from '#kit/result'
import { endings, formOf, type PictureForm, type PictureIssue } from './forms.ts'
import type { Hints } from './raw.ts'
import { templateOfRecord, throughRecord } from './records.ts'

const filesMax = 20_000

export type PrintIssue =
  | PictureIssue
  | MinutiaeRecordIssue
  | MinutiaeIssue
  | TemplateIssue
  | ExtractIssue
  | { readonly code: 'print.too-many-bytes' }
  | { readonly code: 'print.no-picture' }

/** The picture in a file; `dpi`, where given, overrules what the file says. */
export async function readPicture(
  path: string,
  hints: Hints,
): Promise<Result<GrayImage, PrintIssue>> {
  const bytes = await readBytes(path)
  const form = formOf(path, bytes)
  if (form.kind !== 'picture') return fail({ code: 'print.no-picture' })
  return pictureOf(form, bytes, path, hints)
}

function pictureOf(
  form: PictureForm,
  bytes: Uint8Array,
  path: string,
  hints: Hints,
): Result<GrayImage, PrintIssue> {
  if (bytes.length > form.bytesMax) return fail({ code: 'print.too-many-bytes' })
  const decoded = form.decode(bytes, path, hints)
  if (!decoded.ok || hints.dpi === undefined) return decoded
  return ok({ ...decoded.value, dpi: hints.dpi })
}

/** What is read before it is made a template: reading it costs time that is not the engine's. */
type Print = GrayImage | FingerTemplate

async function readPrint(path: string, hints: Hints): Promise<Result<Print, PrintIssue>> {
  const bytes = await readBytes(path)
  const form = formOf(path, bytes)
  if (form.kind === 'template') return readTemplate(bytes)
  if (form.kind === 'record') return templateOfRecord(bytes)
  return pictureOf(form, bytes, path, hints)
}

function templateOf(print: Print, trace?: Trace): Result<FingerTemplate, ExtractIssue> {
  return 'pixels' in print ? extractTemplate(print, trace) : ok(print)
}

/** A file's template, and its picture where it holds one. */
export interface ShownFile {
  readonly template: FingerTemplate
  readonly image: GrayImage | undefined
}

function examinedOf(print: Print): ExaminedFinger | undefined {
  return 'pixels' in print ? examineFinger(print) : undefined
}

/** The template in a file, or of the picture in it; what gives none is trouble. */
export async function getTemplate(path: string, hints: Hints): Promise<FingerTemplate> {
  return (await getShownFile(path, hints)).template
}

/** As `getTemplate`, with the picture; `trace` sees the extraction. */
export async function getShownFile(path: string, hints: Hints, trace?: Trace): Promise<ShownFile> {
  const print = await readPrint(path, hints)
  if (!print.ok) {
    const { code } = print.issue
    throw trouble('print.unreadable', `${path} is no picture or template that can be read: ${code}`)
  }
  const template = templateOf(print.value, trace)
  const image = 'pixels' in print.value ? print.value : undefined
  if (template.ok) return { template: template.value, image }
  throw trouble('print.extract', `${path} gives no template: ${template.issue.code}`)
}

export async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw trouble('print.file', `${path} cannot be read`)
  })
}

/** A folder's prints by name, sorted, of the first form that it holds; none at all is trouble. */
export async function printsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw trouble('prints.folder', `${folder} cannot be read as a folder`)
  })
  const ofForm = (ending: string) =>
    names.filter((it) => extname(it).toLowerCase() === `.${ending}`).sort()
  const prints = endings.map(ofForm).find((it) => it.length > 0) ?? []
  if (prints.length === 0) {
    throw trouble('prints.none', `${folder} holds no print (.${endings.join(', .')})`)
  }
  if (prints.length > filesMax) {
    throw trouble('prints.many', `${folder} holds more than ${filesMax} prints`)
  }
  return prints
}

export interface FolderPrint {
  readonly file: string
  /** Undefined where nothing could be extracted. */
  readonly template: FingerTemplate | undefined
  /** 0 … 100; undefined where there is no picture, or none was asked for. */
  readonly quality?: number | undefined
}

export interface FolderPrints {
  readonly folder: string
  readonly prints: readonly FolderPrint[]
  readonly failures: number
  /** CPU of the extractions alone, and of the qualities where they were asked for, ms. */
  readonly extractCpuMs: number
}

/** What a folder's prints are taken through: the hints, and a record that each template becomes. */
export interface FolderHints extends Hints {
  readonly through?: MinutiaeEdition | undefined
  /** Whether each picture's quality is measured too. */
  readonly qualities?: boolean
}

/** All templates of a folder; `note` hears of each print that failed. */
export async function extractFolder(
  folder: string,
  hints: FolderHints,
  note: (line: string) => void,
): Promise<FolderPrints> {
  const prints: FolderPrint[] = []
  let extractCpuMs = 0
  let failures = 0
  for (const file of await printsIn(folder)) {
    const print = await readPrint(join(folder, file), hints)
    const before = process.cpuUsage()
    const examined = print.ok && hints.qualities === true ? examinedOf(print.value) : undefined
    const extracted = examined?.template ?? (print.ok ? templateOf(print.value) : print)
    extractCpuMs += cpuMsSince(before)
    const { through } = hints
    const template =
      extracted.ok && through !== undefined ? throughRecord(extracted.value, through) : extracted
    const quality = examined?.quality.score
    prints.push({ file, template: template.ok ? template.value : undefined, quality })
    if (template.ok) continue
    failures++
    note(`${join(folder, file)}: ${template.issue.code}`)
  }
  return { folder: basename(folder), prints, failures, extractCpuMs }
}

/** `101` of `101_3.png`; a file named otherwise is a finger of its own. */
export function fingerOf(file: string): string {
  return /^(.+)_\d+\.\w+$/.exec(file)?.[1] ?? file
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
