// Bench — figures of speed and size, measured on the spot: one subject to one file.

import { wrongUsage } from './usage.ts'

type Run = (args: readonly string[]) => Promise<number>

const subjects: Readonly<Record<string, () => Promise<Run>>> = {
  finger: async () => (await import('./finger.ts')).runBenchFinger,
  afis: async () => (await import('./afis.ts')).runBenchAfis,
  center: async () => (await import('./center.ts')).runBenchCenter,
  scale: async () => (await import('./scale.ts')).runBenchScale,
}

/** Exit status: 0 a result, 1 a failure, 2 wrong usage. */
export async function runBench(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  const load = name === undefined ? undefined : subjects[name]
  if (load === undefined) return wrongUsage(`there is no bench ${name ?? 'of no name'}`)
  const run = await load()
  return run(rest)
}
