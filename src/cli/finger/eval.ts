// Eval — error rates on folders of real prints, by the protocol of FVC with every impostor pair.

import { parseAsked } from './asked.ts'
import { evalDiscard } from './discard.ts'
import { type Figures, figuresOf } from './figures.ts'
import { evalPersons } from './persons.ts'
import { writePlots } from './plots/plots-page.ts'
import { extractFolder, type FolderPrints, toStderr, toStdout } from './read-print.ts'
import { pairScores } from './scores.ts'
import { splitOf } from './split.ts'
import { wrongUsage } from './usage.ts'

const foldersMax = 50

export async function runEval(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: foldersMax })
  if (typeof asked === 'string') return wrongUsage(asked)
  const folders: FolderPrints[] = []
  const hints = { ...asked, qualities: asked.discard }
  for (const path of asked.paths) folders.push(await extractFolder(path, hints, toStderr))
  if (asked.discard) return evalDiscard(folders, asked)
  if (asked.persons) return evalPersons(folders, asked.json)

  if (asked.split) return evalSplit(folders, asked.json)

  const sets = folders.map((it) => ({ set: it.folder, scores: pairScores(it) }))
  const pooled = {
    set: 'pooled',
    scores: {
      genuine: sets.flatMap((it) => it.scores.genuine),
      impostor: sets.flatMap((it) => it.scores.impostor),
    },
  }
  const rows = [...sets, pooled].map(({ set, scores }) => ({ set, ...figuresOf(scores) }))
  if (asked.plots !== undefined) await writePlots(asked.plots, sets, pooled)
  if (asked.json) toStdout(JSON.stringify({ sets: rows.slice(0, -1), pooled: rows.at(-1) }))
  else print(rows)
  return 0
}

function evalSplit(folders: readonly FolderPrints[], json: boolean): number {
  const split = splitOf(folders)
  if (json) {
    toStdout(JSON.stringify(split))
    return 0
  }
  const rows = [...split.sets, split.pooled]
  toStdout('pairs within the halves, by the weights of the engine:')
  print(rows.map(({ set, builtIn }) => ({ set, ...builtIn })))
  toStdout('the same pairs, by weights fitted to the fingers of the other half:')
  print(rows.map(({ set, otherHalf }) => ({ set, ...otherHalf })))
  for (const [i, weights] of split.weights.entries()) {
    const told = weights.map((it) => it.toFixed(3)).join(' ')
    toStdout(`${i === 0 ? 'first' : 'second'} half's bias and weights: ${told}`)
  }
  return 0
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
