// Compare — the score distributions of synthetic prints beside those of real ones.

import { basename } from 'node:path'
import {
  examineFinger,
  matchProbes,
  type Probe,
  prepareProbe,
  qualityAccepted,
  scoreLowest,
} from '#finger'
import type { Visit } from './make-synthetic.ts'
import { quantileOf } from './quantile.ts'
import { readPrints } from './read-prints.ts'

interface Extracted {
  readonly finger: string
  /** Absent where no template could be made; such a print matches nothing. */
  readonly probe: Probe | undefined
  readonly minutiaCount: number
  readonly accepted: boolean
}

export interface Distribution {
  readonly pictures: number
  readonly acceptedShare: number
  readonly minutiae: readonly number[]
  readonly genuine: readonly number[]
  readonly impostor: readonly number[]
}

const minutiaeShares = [0.05, 0.5, 0.95]
const genuineShares = [0.01, 0.05, 0.5, 0.95, 0.99]
const impostorShares = [0.5, 0.95, 0.99, 0.999]

export async function compareWithReal(
  synthetic: Iterable<Visit>,
  asked: { readonly folders: readonly string[]; readonly visits: number },
  print: (line: string) => void,
): Promise<void> {
  print(heading())
  print(row('synthetic', await distributionOf(synthetic)))
  for (const folder of asked.folders) {
    print(row(basename(folder), await distributionOf(readPrints(folder, asked.visits))))
  }
}

/** Every pair of pictures: genuine where they are of one finger, impostor where of two. */
export async function distributionOf(
  visits: Iterable<Visit> | AsyncIterable<Visit>,
): Promise<Distribution> {
  const prints: Extracted[] = []
  for await (const visit of visits) prints.push(extractedOf(visit))
  const genuine: number[] = []
  const impostor: number[] = []
  for (const [index, a] of prints.entries()) {
    for (const b of prints.slice(index + 1)) {
      const score = a.probe && b.probe ? matchProbes(a.probe, b.probe) : scoreLowest
      ;(a.finger === b.finger ? genuine : impostor).push(score)
    }
  }
  return {
    pictures: prints.length,
    acceptedShare: prints.filter((it) => it.accepted).length / prints.length,
    minutiae: prints.map((it) => it.minutiaCount),
    genuine,
    impostor,
  }
}

function extractedOf({ finger, image }: Visit): Extracted {
  const examined = examineFinger(image)
  const template = examined.template.ok ? examined.template.value : undefined
  return {
    finger,
    probe: template && prepareProbe(template),
    minutiaCount: template?.minutiae.length ?? 0,
    accepted: examined.quality.score >= qualityAccepted,
  }
}

const cell = (text: string) => text.padStart(7)
const percent = (share: number) => cell(`${Number((100 * share).toFixed(1))}%`)

function heading(): string {
  const columns = (shares: readonly number[]) => shares.map(percent).join('')
  const parts = [
    ['minutiae at', minutiaeShares],
    ['genuine scores at', genuineShares],
    ['impostor scores at', impostorShares],
  ] as const
  const names = parts.map(([name, shares]) => name.padEnd(7 * shares.length)).join('  ')
  const shares = parts.map(([, shares]) => columns(shares)).join('  ')
  return `${''.padEnd(16)}${''.padEnd(16)}  ${names}\n${''.padEnd(16)}pictures accepted  ${shares}`
}

function row(name: string, it: Distribution): string {
  const columns = (scores: readonly number[], shares: readonly number[], digits: number) =>
    shares.map((share) => cell(quantileOf(scores, share).toFixed(digits))).join('')
  return [
    `${name.padEnd(16)}${String(it.pictures).padStart(8)} ${percent(it.acceptedShare).padStart(8)}`,
    columns(it.minutiae, minutiaeShares, 0),
    columns(it.genuine, genuineShares, 1),
    columns(it.impostor, impostorShares, 1),
  ].join('  ')
}
