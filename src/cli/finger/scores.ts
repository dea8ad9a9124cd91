// Scores — every pair of a folder's pictures as rows of a table.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { matchProbes, type Probe, prepareProbe, scoreLowest, writeTemplate } from '#finger'
import { parseAsked } from './asked.ts'
import type { Scores } from './figures.ts'
import {
  cpuMsSince,
  extractFolder,
  type FolderPrints,
  fingerOf,
  toStderr,
  toStdout,
} from './read-print.ts'
import { wrongUsage } from './usage.ts'

export async function runScores(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: 1 })
  if (typeof asked === 'string') return wrongUsage(asked)
  if (asked.out === undefined) return wrongUsage('-o names the table to write')
  const { quality } = asked
  const hints = { ...asked, qualities: quality !== undefined }
  const folder = await extractFolder(asked.paths[0]!, hints, toStderr)
  if (quality !== undefined) await writeFile(quality, qualityTable(folder))
  const matchCpuMs = await writeScores(folder, asked.out)
  const images = folder.prints.length
  const pairs = (images * (images - 1)) / 2
  const sizes = folder.prints.flatMap(({ template }) =>
    template === undefined ? [] : [writeTemplate(template).length],
  )
  const answer = {
    images,
    failures: folder.failures,
    extractCpuMsPerImage: folder.extractCpuMs / images,
    matchCpuUsPerPair: pairs === 0 ? 0 : (matchCpuMs * 1000) / pairs,
    templateBytesMean: sizes.reduce((sum, it) => sum + it, 0) / Math.max(1, sizes.length),
  }
  if (asked.json) toStdout(JSON.stringify(answer))
  else for (const [name, value] of Object.entries(answer)) toStdout(`${name} ${value.toFixed(1)}`)
  return 0
}

/** A print that came as a template has no picture, and so an empty field. */
function qualityTable({ prints }: FolderPrints): string {
  const rows = prints.map(({ file, quality }) => `${file},${quality ?? ''}\n`)
  return `file,quality\n${rows.join('')}`
}

/** Answers the CPU of all comparisons, their preparation included, ms. */
async function writeScores({ prints }: FolderPrints, path: string): Promise<number> {
  const table = createWriteStream(path)
  await once(table, 'open')
  let cpuMs = 0
  let before = process.cpuUsage()
  const probes = prints.map((it) => it.template && prepareProbe(it.template))
  cpuMs += cpuMsSince(before)
  table.write('fileA,fileB,score\n')
  for (const [i, a] of prints.entries()) {
    before = process.cpuUsage()
    const rows = prints.slice(i + 1).map((b, k) => {
      return rowOf(a.file, b.file, scoreOf(probes[i], probes[i + 1 + k]))
    })
    cpuMs += cpuMsSince(before)
    if (!table.write(rows.join(''))) await once(table, 'drain')
  }
  table.end()
  await finished(table)
  return cpuMs
}

/** One row of the table. */
export function rowOf(fileA: string, fileB: string, score: number): string {
  return `${fileA},${fileB},${score.toFixed(4)}\n`
}

/** A print without a template is like no other. */
export function scoreOf(a: Probe | undefined, b: Probe | undefined): number {
  return a === undefined || b === undefined ? scoreLowest : matchProbes(a, b)
}

/** Genuine: two impressions of one finger. Impostor: two of different fingers of one folder. */
export function pairScores({ prints }: FolderPrints): Scores {
  const probes = prints.map((it) => it.template && prepareProbe(it.template))
  const fingers = prints.map((it) => fingerOf(it.file))
  const genuine: number[] = []
  const impostor: number[] = []
  for (let i = 0; i < prints.length; i++) {
    for (let k = i + 1; k < prints.length; k++) {
      const score = scoreOf(probes[i], probes[k])
      ;(fingers[i] === fingers[k] ? genuine : impostor).push(score)
    }
  }
  return { genuine, impostor }
}
