// Calibrate — the weights of the score, fitted to the pairs of the given folders.
//
// Logistic regression by Newton's method. Each folder's genuine pairs weigh together as much as
// its impostor pairs and as much as those of any other folder, so that the outcome is a
// log-likelihood ratio that belongs to no single sensor.

import { fingerScoreTerms, prepareProbe } from '#finger'
import { parseAsked } from './asked.ts'
import { extractFolder, type FolderPrint, fingerOf, toStderr, toStdout } from './read-print.ts'
import { fitWeights, type Sample } from './regression.ts'
import { wrongUsage } from './usage.ts'

const foldersMax = 50

export async function runCalibrate(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: foldersMax })
  if (typeof asked === 'string') return wrongUsage(asked)
  const samples: Sample[] = []
  for (const path of asked.paths) {
    const { prints } = await extractFolder(path, asked, toStderr)
    for (const it of samplesOf(termPairsOf(prints))) samples.push(it)
  }
  const [bias, ...weights] = fitWeights(samples)
  if (asked.json) toStdout(JSON.stringify({ bias, weights }))
  else toStdout(`bias ${bias?.toFixed(4)}\nweights ${weights.map((it) => it.toFixed(4)).join(' ')}`)
  return 0
}

/** Two prints of a folder: what their score is weighed from, if the matcher came that far. */
export interface TermPair {
  readonly genuine: boolean
  readonly terms: readonly number[] | undefined
}

export function termPairsOf(prints: readonly FolderPrint[]): TermPair[] {
  const probes = prints.map((it) => it.template && prepareProbe(it.template))
  return probes.flatMap((a, i) =>
    probes.slice(i + 1).map((b, k) => {
      const genuine = fingerOf(prints[i]!.file) === fingerOf(prints[i + 1 + k]!.file)
      return { genuine, terms: a && b && fingerScoreTerms(a, b) }
    }),
  )
}

/** One folder's pairs, its genuine ones weighing together as much as its impostors. */
export function samplesOf(pairs: readonly TermPair[]): Sample[] {
  // Pairs that the matcher gave up early count too: passing that far already speaks for one finger.
  const genuine = pairs.reduce((sum, it) => sum + (it.genuine ? 1 : 0), 0)
  const counts = { genuine, impostor: pairs.length - genuine }
  return pairs.flatMap((it) => {
    if (it.terms === undefined) return []
    const weight = 1_000 / counts[it.genuine ? 'genuine' : 'impostor']
    return [{ terms: [1, ...it.terms], genuine: it.genuine, weight }]
  })
}
