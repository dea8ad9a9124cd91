// Bench finger — what the engine costs on one core, and what its kernels gain.

import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import {
  extractTemplate,
  type FingerTemplate,
  matchTemplates,
  prepareProbe,
  raceKernels,
  writeTemplate,
} from '#finger'
import { rowOf, scoreOf } from '../finger/scores.ts'
import { machine } from './machine.ts'
import { folderSet, type PrintSet, syntheticSet } from './prints.ts'
import { wrongUsage } from './usage.ts'

const foldersMax = 50
/** Extractions and comparisons before the clock starts: the machine code is made by then. */
const warmUps = 12
const warmUpPairs = 3_000
/** Comparisons of one to one are timed on so many pairs of a set, evenly drawn from all. */
const oneToOnePairs = 2_000
const raceRounds = 20

export async function runBenchFinger(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args)
  if (typeof asked === 'string') return wrongUsage(asked)
  const sets: PrintSet[] = asked.scans.length === 0 ? [syntheticSet()] : []
  for (const folder of asked.scans) sets.push(await folderSet(folder))
  const before = machine()
  warmUp(sets[0]!)
  const rows = createHash('sha256')
  const measured = sets.map((it) => measure(it, (row) => rows.update(row)))
  const mean = (of: (it: Measured) => number) =>
    measured.reduce((sum, it) => sum + of(it) / measured.length, 0)
  const [a, b] = sets[0]!.prints.flatMap(({ image }) => (image === undefined ? [] : [image]))
  const answer = {
    machine: before,
    sets: measured,
    extractCpuMs: mean((it) => it.extractCpuMs),
    oneToOneCpuUs: mean((it) => it.oneToOneCpuUs),
    comparisonsPerCpuSecond: mean((it) => it.comparisonsPerCpuSecond),
    templateBytes: mean((it) => it.templateBytes),
    scoresSha256: rows.digest('hex'),
    kernels: a === undefined ? [] : raceKernels(a, b ?? a, raceRounds, cpuMs),
  }
  process.stdout.write(asked.json ? `${JSON.stringify(answer)}\n` : tell(answer))
  return 0
}

function parseAsked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { scans: { type: 'string', multiple: true }, json: { type: 'boolean' } },
    })
    const { scans = [], json = false } = values
    if (scans.length === 0 && positionals.length > 0) return 'folders are named behind --scans'
    if (scans.length + positionals.length > foldersMax) return `at most ${foldersMax} folders`
    return { scans: [...scans, ...positionals], json }
  } catch (error) {
    return (error as Error).message
  }
}

interface Measured {
  readonly set: string
  readonly images: number
  readonly failures: number
  readonly pairs: number
  readonly extractCpuMs: number
  readonly oneToOneCpuUs: number
  readonly comparisonsPerCpuSecond: number
  readonly templateBytes: number
}

function measure({ name, prints }: PrintSet, row: (row: string) => void): Measured {
  let start = cpuMs()
  const templates = prints.map(({ image }) => templateOf(image))
  const extractCpuMs = (cpuMs() - start) / prints.length

  const probes = templates.map((it) => it && prepareProbe(it))
  const scores: number[] = []
  start = cpuMs()
  for (let i = 0; i < probes.length; i++) {
    for (let k = i + 1; k < probes.length; k++) scores.push(scoreOf(probes[i], probes[k]))
  }
  const comparedMs = cpuMs() - start
  let at = 0
  for (const [i, a] of prints.entries()) {
    for (const b of prints.slice(i + 1)) row(rowOf(a.file, b.file, scores[at++]!))
  }

  const good = templates.flatMap((it) => (it === undefined ? [] : [it]))
  return {
    set: name,
    images: prints.length,
    failures: prints.length - good.length,
    pairs: scores.length,
    extractCpuMs,
    oneToOneCpuUs: oneToOne(good),
    comparisonsPerCpuSecond: (1000 * scores.length) / comparedMs,
    templateBytes:
      good.reduce((sum, it) => sum + writeTemplate(it).length, 0) / Math.max(1, good.length),
  }
}

function templateOf(image: PrintSet['prints'][number]['image']): FingerTemplate | undefined {
  const template = image && extractTemplate(image)
  return template?.ok ? template.value : undefined
}

/** Both templates made ready and compared, from pairs that lie evenly among all. */
function oneToOne(templates: readonly FingerTemplate[]): number {
  const count = templates.length
  if (count < 2) return 0
  const all = (count * (count - 1)) / 2
  const pairs = Math.min(all, oneToOnePairs)
  const drawn = Array.from({ length: pairs }, (_, k) =>
    pairAt(Math.floor((k * all) / pairs), count),
  )
  const start = cpuMs()
  for (const [i, k] of drawn) matchTemplates(templates[i]!, templates[k]!)
  return ((cpuMs() - start) * 1000) / pairs
}

/** The n-th pair in the order of all pairs. */
function pairAt(n: number, count: number): readonly [number, number] {
  let i = 0
  let rest = n
  while (rest >= count - 1 - i) {
    rest -= count - 1 - i
    i++
  }
  return [i, i + 1 + rest]
}

function warmUp({ prints }: PrintSet): void {
  const templates = prints.slice(0, warmUps).map(({ image }) => templateOf(image))
  const good = templates.flatMap((it) => (it === undefined ? [] : [it]))
  if (good.length === 0) return
  for (let k = 0; k < warmUpPairs; k++) {
    matchTemplates(good[k % good.length]!, good[(k * 7 + 1) % good.length]!)
  }
}

/** User and system CPU of this process, ms. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Answer {
  readonly machine: ReturnType<typeof machine>
  readonly sets: readonly Measured[]
  readonly extractCpuMs: number
  readonly oneToOneCpuUs: number
  readonly comparisonsPerCpuSecond: number
  readonly templateBytes: number
  readonly scoresSha256: string
  readonly kernels: ReturnType<typeof raceKernels>
}

function tell(answer: Answer): string {
  const { processor, cores, system, node, load } = answer.machine
  const line = (name: string, it: Omit<Measured, 'set' | 'images' | 'failures' | 'pairs'>) =>
    [
      name.padEnd(14),
      it.extractCpuMs.toFixed(1).padStart(12),
      it.oneToOneCpuUs.toFixed(0).padStart(14),
      it.comparisonsPerCpuSecond.toFixed(0).padStart(16),
      it.templateBytes.toFixed(0).padStart(16),
    ].join('')
  const kernels = answer.kernels.map(({ name, typescriptMs, wasmMs }) =>
    [
      name.padEnd(14),
      typescriptMs.toFixed(3).padStart(12),
      (wasmMs?.toFixed(3) ?? 'none').padStart(14),
      (wasmMs === undefined ? '' : `${(typescriptMs / wasmMs).toFixed(1)} ×`).padStart(16),
    ].join(''),
  )
  return `${[
    `${processor}, ${cores} cores, ${system}, Node ${node}, load ${load.toFixed(1)}; one core, CPU time`,
    '',
    'set            extract ms  one to one µs   comparisons/s  template bytes',
    ...answer.sets.map((it) => line(it.set, it)),
    line('mean', answer),
    '',
    'kernel         TypeScript ms      wasm ms            gain',
    ...kernels,
    '',
    `scores sha256 ${answer.scoresSha256}`,
  ].join('\n')}\n`
}
