// Discard — the curve of errors over pictures thrown away, of folders of real prints.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareProbe } from '#finger'
import type { Asked } from './asked.ts'
import {
  type Compared,
  type Discard,
  discardedShares,
  discardOf,
  type GenuinePair,
  shareLeft,
} from './discard-curve.ts'
import { renderDiscardPlot } from './plots/discard-plot.ts'
import { type FolderPrints, fingerOf, toStdout } from './read-print.ts'
import { scoreOf } from './scores.ts'

export async function evalDiscard(folders: readonly FolderPrints[], asked: Asked): Promise<number> {
  const discard = discardOf(compare(folders))
  if (asked.json) toStdout(JSON.stringify({ discarded: discardedShares, ...discard }))
  else print(discard)
  if (asked.plots !== undefined) {
    await mkdir(asked.plots, { recursive: true })
    await writeFile(join(asked.plots, 'discard.svg'), renderDiscardPlot(discard))
  }
  return 0
}

export function compare(folders: readonly FolderPrints[]): Compared {
  const qualities: number[] = []
  const genuine: GenuinePair[] = []
  const impostor: number[] = []
  for (const { folder, prints } of folders) {
    const first = qualities.length
    const probes = prints.map((it) => it.template && prepareProbe(it.template))
    const fingers = prints.map((it) => fingerOf(it.file))
    for (let i = 0; i < prints.length; i++) {
      for (let k = i + 1; k < prints.length; k++) {
        const score = scoreOf(probes[i], probes[k])
        if (fingers[i] !== fingers[k]) impostor.push(score)
        else genuine.push({ set: folder, a: first + i, b: first + k, score })
      }
    }
    qualities.push(...prints.map((it) => it.quality ?? 0))
  }
  return { qualities, genuine, impostor }
}

function print({ pictures, threshold, sets, pooled }: Discard): void {
  const width = Math.max(14, ...sets.map((it) => it.set.length))
  const cells = (texts: readonly string[]) => texts.map((it) => it.padStart(14)).join('')
  const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`
  toStdout(
    `genuine pairs missed at FMR 0.1 % (one threshold, ${threshold.toFixed(2)}) when the worst of all ` +
      `${pictures} pictures by quality are thrown away:\nmissed, of those at first, rate among the pairs left`,
  )
  toStdout(`${'discarded'.padEnd(width)}${cells(discardedShares.map((it) => percent(it, 0)))}`)
  for (const curve of [...sets, pooled]) {
    const left = shareLeft(curve)
    const rows = curve.missed.map((missed, i) => {
      const rate = missed / Math.max(1, curve.pairs[i]!)
      return `${missed} ${percent(left[i]!, 0)} ${percent(rate, 2).replace(' ', '')}`
    })
    toStdout(`${curve.set.padEnd(width)}${cells(rows)}`)
  }
}
