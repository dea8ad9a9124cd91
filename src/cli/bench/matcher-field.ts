// Matcher field — a nats-server and processes that hold the gallery, of a bench's own, on this machine.

import { join } from 'node:path'
import { isHeard, natsServerPlan } from '#kit/node/nats-server'
import { findFreePort, loopback } from '#kit/node/ports'
import { signal, waitUntil } from '#kit/node/process-table'
import { findProcessUse, type ProcessUse } from '#kit/node/process-use'
import { type Processes, startProcesses } from '#kit/node/processes'
import { programRoot } from '#kit/node/program'
import { trouble } from '#kit/node/trouble'

export interface MatcherField {
  /** nats://… */
  readonly server: string
  readonly names: readonly string[]
  startMatchers(): void
  /** In order: each writes what it holds to disk. */
  stopMatchers(): Promise<void>
  /** Of all matchers, and of the nats-server where that is asked for too. */
  use(withNats: boolean): Promise<ProcessUse>
  stop(): Promise<void>
}

export interface MatcherFieldAsked {
  /** LOKET_HOME of the matchers. */
  readonly home: string
  readonly matchers: number
  /** Of each. */
  readonly threads: number
  readonly log: (line: string) => void
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const heardMsMax = 20_000
const endMsMax = 60_000

/** The database of `home` runs already. */
export async function startMatcherField(asked: MatcherFieldAsked): Promise<MatcherField> {
  const { home, matchers, threads, log } = asked
  const port = await findFreePort()
  const server = `nats://${loopback}:${port}`
  const names = Array.from({ length: matchers }, (_, k) => `m${k + 1}`)
  const nats = startProcesses({
    plans: [natsServerPlan(port, process.env.PATH ?? '')],
    log: () => {},
  })
  if (!(await waitUntil(() => isHeard(port), heardMsMax))) {
    await nats.stop()
    throw trouble('bench.nats', `nats-server does not answer on port ${port}.`)
  }
  const env = {
    TSX_TSCONFIG_PATH: join(programRoot, 'tsconfig.json'),
    ...{ LOKET_HOME: home, LOKET_NATS_SERVERS: server, CENTER_DATABASE_URL: '' },
    ...{ LOKET_NATS_CREDENTIALS: '', LOKET_NATS_TLS_CA: '', LOKET_NATS_TLS_CERT: '' },
    ...{ LOKET_NATS_TLS_KEY: '', LOKET_HOST: '', LOKET_TLS_CERT: '', LOKET_TLS_KEY: '' },
  }
  const command = [
    ...['--import', join(programRoot, 'node_modules/tsx/dist/loader.mjs')],
    ...[join(programRoot, 'src/cli/main.ts'), 'matcher', '--threads', String(threads)],
  ]
  // Matchers see that whoever started them is gone; a nats-server does not.
  const endWithIt = () => {
    const pid = nats.pid('nats-server')
    if (pid !== undefined) signal(pid, 'SIGTERM')
    process.exit(130)
  }
  for (const it of endings) process.once(it, endWithIt)
  let running: Processes | undefined
  const stopMatchers = async () => {
    await running?.stop()
    running = undefined
  }
  return {
    server,
    names,
    startMatchers() {
      const plans = names.map((name) => ({
        ...{ name, file: process.execPath, args: [...command, '--name', name] },
        ...{ env, cwd: programRoot },
      }))
      running = startProcesses({ plans, log, graceMs: endMsMax })
    },
    stopMatchers,
    async use(withNats) {
      const pids = [
        ...names.map((it) => running?.pid(it)),
        withNats ? nats.pid('nats-server') : undefined,
      ]
      return sumOf(await Promise.all(pids.filter((it) => it !== undefined).map(findProcessUse)))
    },
    async stop() {
      await stopMatchers()
      for (const it of endings) process.off(it, endWithIt)
      await nats.stop()
    },
  }
}

function sumOf(all: readonly (ProcessUse | undefined)[]): ProcessUse {
  const total = (of: (it: ProcessUse) => number) =>
    all.reduce((sum, it) => sum + (it === undefined ? 0 : of(it)), 0)
  return { cpuMs: total((it) => it.cpuMs), residentBytes: total((it) => it.residentBytes) }
}
