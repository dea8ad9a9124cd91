// Convert — a print from one form of file to another, told by the endings.

import { writeFile } from 'node:fs/promises'
import { writeTemplate } from '#finger'
import {
  inEdition,
  type MinutiaeRecord,
  type MinutiaeRecordIssue,
  minutiaeRecordWords,
  readMinutiaeRecord,
  writeMinutiaeRecord,
} from '#formats/iso19794-2'
import { wordsOf } from '#kit/issue-words'
import { trouble } from '#kit/node/trouble'
import type { Result } from '#kit/result'
import { type Asked, parseAsked } from './asked.ts'
import { endings, type Form, findForm, formOf, type RecordForm } from './forms.ts'
import { getTemplate, readBytes, readPicture, toStdout } from './read-print.ts'
import { recordOfTemplate } from './records.ts'
import { wrongUsage } from './usage.ts'

const words = wordsOf(minutiaeRecordWords)

export async function runConvert(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: 1 })
  if (typeof asked === 'string') return wrongUsage(asked)
  const { out } = asked
  if (out === undefined) return wrongUsage('-o names the file to write')
  const form = findForm(out)
  if (form === undefined) return wrongUsage(`${out} must end in .${endings.join(', .')}`)
  const from = asked.paths[0]!
  const input = await readBytes(from)
  const bytes = await convert(from, formOf(from, input), input, form, asked)
  await writeFile(out, bytes).catch(() => {
    throw trouble('print.write', `${out} cannot be written`)
  })
  if (asked.json) toStdout(JSON.stringify({ in: from, out, bytes: bytes.length }))
  else toStdout(`${out}: ${bytes.length} bytes`)
  return 0
}

async function convert(
  path: string,
  from: Form,
  input: Uint8Array,
  to: Form,
  asked: Asked,
): Promise<Uint8Array> {
  if (to.kind === 'picture') {
    if (from.kind !== 'picture') throw trouble('print.no-picture', `${path} holds no picture`)
    const picture = await readPicture(path, asked)
    if (picture.ok) return to.encode(picture.value, asked.bitsPerPixel)
    throw trouble('print.picture', `${path} cannot be read as a picture: ${picture.issue.code}`)
  }
  if (to.kind === 'record') {
    if (from.kind === 'record') return writeMinutiaeRecord(recordOf(path, input, to))
    return writeMinutiaeRecord(recordOfTemplate(await getTemplate(path, asked), to.edition))
  }
  return writeTemplate(await getTemplate(path, asked))
}

/** From record to record all views stay, and minutiae of kinds that a template does not know. */
function recordOf(path: string, input: Uint8Array, { edition }: RecordForm): MinutiaeRecord {
  const read = orTrouble(path, readMinutiaeRecord(input))
  return orTrouble(path, inEdition(read, edition))
}

function orTrouble(
  path: string,
  result: Result<MinutiaeRecord, MinutiaeRecordIssue>,
): MinutiaeRecord {
  if (result.ok) return result.value
  throw trouble('print.record', `${path}: ${words({ ...result.issue }, 'en')}`)
}
