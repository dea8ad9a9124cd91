// Finger — the fingerprint engine on the command line: one subcommand to one file.

import { takePlainKernels } from '#finger'
import { wrongUsage } from './usage.ts'

type Run = (args: readonly string[]) => Promise<number>

const subcommands: Readonly<Record<string, () => Promise<Run>>> = {
  extract: async () => (await import('./extract.ts')).runExtract,
  match: async () => (await import('./match.ts')).runMatch,
  show: async () => (await import('./show.ts')).runShow,
  trace: async () => (await import('./trace.ts')).runTrace,
  scores: async () => (await import('./scores.ts')).runScores,
  eval: async () => (await import('./eval.ts')).runEval,
  convert: async () => (await import('./convert.ts')).runConvert,
  calibrate: async () => (await import('./calibrate.ts')).runCalibrate,
  quality: async () => (await import('./quality.ts')).runQuality,
  synthetic: async () =>
    (await import('../finger-synthetic/finger-synthetic.ts')).runFingerSynthetic,
}

/** `--plain` before the subcommand: without WebAssembly. Exit status: 0 a result, 1 a failure, 2 wrong usage. */
export async function runFinger(args: readonly string[]): Promise<number> {
  if (args[0] === '--plain') {
    takePlainKernels()
    return runFinger(args.slice(1))
  }
  const [name, ...rest] = args
  const load = name === undefined ? undefined : subcommands[name]
  if (load === undefined) return wrongUsage(`there is no finger ${name ?? 'command of no name'}`)
  const run = await load()
  return run(rest)
}
