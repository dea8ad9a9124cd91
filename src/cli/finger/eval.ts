// Eval — error rates on folders of real prints, by the protocol of FVC with every impostor pair.

import { prepareProbe } from '#finger'
import { parseAsked } from './asked.ts'
import { type Figures, figuresOf, type Scores } from './figures.ts'
import { evalPersons } from './persons.ts'
import { extractFolder, type FolderPrints, fingerOf, toStderr, toStdout } from './read-print.ts'
import { scoreOf } from './scores.ts'
import { wrongUsage } from './usage.ts'

const foldersMax = 50

export async function runEval(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: foldersMax })
  if (typeof asked === 'string') return wrongUsage(asked)
  const folders: FolderPrints[] = []
  for (const path of asked.paths) folders.push(await extractFolder(path, asked, toStderr))
  if (asked.persons) return evalPersons(folders, asked.json)

  const each = folders.map((it) => ({ set: it.folder, scores: pairScores(it) }))
  const pooled = {
    genuine: each.flatMap((it) => it.scores.genuine),
    impostor: each.flatMap((it) => it.scores.impostor),
  }
  const rows = [...each, { set: 'pooled', scores: pooled }].map(({ set, scores }) => ({
    set,
    ...figuresOf(scores),
  }))
  if (asked.json) toStdout(JSON.stringify({ sets: rows.slice(0, -1), pooled: rows.at(-1) }))
  else print(rows)
  return 0
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

function print(rows: readonly (Figures & { readonly set: string })[]): void {
  const percent = (share: number) => (100 * share).toFixed(2).padStart(8)
  const width = Math.max(14, ...rows.map((it) => it.set.length))
  const heads = '   EER %  FMR100 FMR1000 FMR10000   at 0.1 %  at 0.01 %   pairs'
  toStdout(`${'set'.padEnd(width)}${heads}`)
  for (const it of rows) {
    const rates = [it.eer, it.fmr100, it.fmr1000, it.fmr10000].map(percent).join('')
    const thresholds = [it.thresholdFmr1000, it.thresholdFmr10000]
      .map((value) => value.toFixed(2).padStart(11))
      .join('')
    const pairs = `${it.genuinePairs} + ${it.impostorPairs}`
    toStdout(`${it.set.padEnd(width)}${rates}${thresholds}   ${pairs}`)
  }
}
