// Calibrate — the weights of the score, fitted to the pairs of the given folders.
//
// Logistic regression by Newton's method. Each folder's genuine pairs weigh together as much as
// its impostor pairs and as much as those of any other folder, so that the outcome is a
// log-likelihood ratio that belongs to no single sensor.

import { fingerScoreTerms, prepareProbe } from '#finger'
import { parseAsked } from './asked.ts'
import { extractFolder, type FolderPrints, fingerOf, toStderr, toStdout } from './read-print.ts'
import { fitWeights, type Sample } from './regression.ts'
import { wrongUsage } from './usage.ts'

const foldersMax = 50

export async function runCalibrate(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args, { pathsMin: 1, pathsMax: foldersMax })
  if (typeof asked === 'string') return wrongUsage(asked)
  const samples: Sample[] = []
  for (const path of asked.paths) {
    samples.push(...samplesOf(await extractFolder(path, asked, toStderr)))
  }
  const [bias, ...weights] = fitWeights(samples)
  if (asked.json) toStdout(JSON.stringify({ bias, weights }))
  else toStdout(`bias ${bias?.toFixed(4)}\nweights ${weights.map((it) => it.toFixed(4)).join(' ')}`)
  return 0
}

function samplesOf({ prints }: FolderPrints): Sample[] {
  const probes = prints.map((it) => it.template && prepareProbe(it.template))
  const counts = { genuine: 0, impostor: 0 }
  const pairs = probes.flatMap((a, i) =>
    probes.slice(i + 1).flatMap((b, k) => {
      const genuine = fingerOf(prints[i]!.file) === fingerOf(prints[i + 1 + k]!.file)
      counts[genuine ? 'genuine' : 'impostor']++
      const terms = a && b && fingerScoreTerms(a, b)
      return terms === undefined ? [] : [{ terms: [1, ...terms], genuine }]
    }),
  )
  // Pairs that the matcher gave up early count too: passing that far already speaks for one finger.
  return pairs.map((it) => ({
    ...it,
    weight: 1_000 / counts[it.genuine ? 'genuine' : 'impostor'],
  }))
}
