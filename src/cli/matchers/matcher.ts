// Matcher — runs one process that holds part of the gallery and is asked over NATS.

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { startMatcher } from '#center'
import { systemClock } from '#kit/clock'
import { readSettings } from '../settings.ts'
import { untilStopped } from '../until-stopped.ts'

const threadsMax = 256
const usage = 'usage: ./loket matcher --name NAME [--threads N]'
const log = (line: string) => process.stderr.write(`${line}\n`)

export async function runMatcher(args: readonly string[]): Promise<number> {
  const asked = parseAsked(args)
  if (asked === undefined) {
    log(usage)
    return 2
  }
  const settings = readSettings(process.env, process.cwd())
  const matcher = await startMatcher(settings.center, { ...asked, clock: systemClock, log })
  log(`matcher ${asked.name} ready`)
  return untilStopped(matcher)
}

/** Without a number of threads as many as there are cores; with 0 the process itself does the work. */
function parseAsked(args: readonly string[]): { name: string; threads: number } | undefined {
  try {
    const options = { name: { type: 'string' }, threads: { type: 'string' } } as const
    const { name, threads } = parseArgs({ args: [...args], options }).values
    const count = threads === undefined ? availableParallelism() : Number(threads)
    const isCount = Number.isInteger(count) && count >= 0 && count <= threadsMax
    return name === undefined || !isCount ? undefined : { name, threads: count }
  } catch {
    return undefined
  }
}
