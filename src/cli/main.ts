// Main — the command line: one command to one file, each imported only when it is called.

import { isTrouble } from '#kit/node/trouble'

type Run = (args: readonly string[]) => Promise<number>

const commands: Readonly<
  Record<string, { readonly says: string; readonly load: () => Promise<Run> }>
> = {
  start: {
    says: 'the whole service on this machine: office, center, scanner',
    load: async () => (await import('./start/start.ts')).runStart,
  },
  office: {
    says: 'the office alone; office enroll CODE, office first-administrator',
    load: async () => (await import('./office/office.ts')).runOffice,
  },
  center: {
    says: 'the data centre alone; center office-code NAME, center pause, center status …',
    load: async () => (await import('./center/center.ts')).runCenter,
  },
  matcher: {
    says: 'a process that holds part of the gallery: matcher --name NAME',
    load: async () => (await import('./matchers/matcher.ts')).runMatcher,
  },
  matchers: {
    says: 'which matcher holds what: matchers status, wait, map, move, split …',
    load: async () => (await import('./matchers/matchers.ts')).runMatchers,
  },
  device: {
    says: 'the stand-in scanner alone',
    load: async () => (await import('./device/device.ts')).runDevice,
  },
  journey: {
    says: 'one resident through all stages, as each role in turn',
    load: async () => (await import('./journey/journey.ts')).runJourney,
  },
  finger: {
    says: 'the fingerprint engine: extract, match, convert, scores, eval, quality, synthetic',
    load: async () => (await import('./finger/finger.ts')).runFinger,
  },
  bench: {
    says: 'figures of speed and size, measured on the spot: bench finger, bench afis',
    load: async () => (await import('./bench/bench.ts')).runBench,
  },
  afis: {
    says: 'what the search of everybody is worth on real prints: afis recall',
    load: async () => (await import('./afis/afis.ts')).runAfis,
  },
  audit: {
    says: 'verify the audit log of office and center',
    load: async () => (await import('./audit/audit.ts')).runAudit,
  },
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = name === undefined ? undefined : commands[name]
  if (command === undefined) {
    const asked = name === undefined || name === 'help' || name === '--help'
    process.stderr.write(usage())
    return asked && name !== undefined ? 0 : 2
  }
  const run = await command.load()
  return run(args)
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(9)} ${says}`)
  return `usage: ./loket COMMAND …\n\n${lines.join('\n')}\n`
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // People who run the program read one sentence; anything else is a fault of ours.
  process.stderr.write(`${isTrouble(error) ? error.message : String((error as Error).stack)}\n`)
  process.exitCode = 1
}
