// AFIS — what the search of everybody is worth: one subject to one file.

import { wrongUsage } from './usage.ts'

type Run = (args: readonly string[]) => Promise<number>

const subjects: Readonly<Record<string, () => Promise<Run>>> = {
  recall: async () => (await import('./recall.ts')).runRecall,
}

/** Exit status: 0 a result, 1 a failure, 2 wrong usage. */
export async function runAfis(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  const load = name === undefined ? undefined : subjects[name]
  if (load === undefined) return wrongUsage(`there is no afis ${name ?? 'of no name'}`)
  const run = await load()
  return run(rest)
}
