// Service — the whole service as real processes in a folder of its own: started, killed, stopped.

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { readSettings, type Settings } from '../../src/cli/settings.ts'
import { isHealthy } from '../../src/cli/start/health.ts'
import { type Database, openDatabase } from '../../src/kit/node/database.ts'
import { isPortFree } from '../../src/kit/node/ports.ts'
import { findPostgres } from '../../src/kit/node/postgres.ts'
import { waitUntil } from '../../src/kit/node/process-table.ts'
import { programRoot } from '../../src/kit/node/program.ts'
import {
  dataDirOf,
  findPid,
  type Listed,
  listChildren,
  listLeft,
  type Victim,
} from './service-pids.ts'

export interface Service {
  readonly home: string
  readonly settings: Settings
  readonly officeUrl: string
  readonly centerUrl: string
  readonly env: NodeJS.ProcessEnv
  /** Everything it said since the last start. */
  said(): string
  /** Answers after how many milliseconds it was ready. */
  start(): Promise<number>
  /** Sends the signal to its whole process group, as a terminal does; answers the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** What runs of it now, to be shown to `left` later. */
  listed(): Promise<readonly Listed[]>
  left(listed: readonly Listed[]): Promise<string[]>
  /** `kill -9`; answers whether it ran. */
  kill(victim: Victim): Promise<boolean>
  healthy(): Promise<void>
  /** Runs one command of `./loket` beside it. */
  loket(...args: string[]): Promise<Ran>
  database(program: 'office' | 'center'): Promise<Database<never>>
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const readyMsMax = 180_000
const stopMsMax = 60_000
const healthyMsMax = 120_000
const outputBytesMax = 4 * 1024 * 1024
const command = [
  '--import',
  join(programRoot, 'node_modules/tsx/dist/loader.mjs'),
  join(programRoot, 'src/cli/main.ts'),
]

/** Call at the top of a test file: runs before its tests, and leaves nothing behind after them. */
export function useService(
  options: {
    /** Settings beside those of a folder and ports of its own. */
    readonly env?: (settings: Settings) => Readonly<Record<string, string>>
  } = {},
): Service {
  const service = {} as { -readonly [Name in keyof Service]: Service[Name] }
  beforeAll(async () => {
    Object.assign(service, await prepareService(options.env))
    await service.start()
  })
  afterAll(async () => {
    await service.stop?.('SIGTERM')
    if (service.home) await rm(service.home, { recursive: true, force: true })
  })
  return service
}

async function prepareService(
  envOf: (settings: Settings) => Readonly<Record<string, string>> = () => ({}),
): Promise<Service> {
  const home = await mkdtemp(join(tmpdir(), 'service-'))
  // The database servers may run as another account than the tests.
  await chmod(home, 0o755)
  const basic = await environmentOf(home)
  const env = { ...basic, ...envOf(readSettings(basic, home)) }
  const settings = readSettings(env, home)
  const running: { child: ChildProcess | undefined; said: string } = { child: undefined, said: '' }
  const pid = () => running.child?.pid ?? -1
  return {
    home,
    settings,
    env,
    officeUrl: `http://127.0.0.1:${settings.office.port}`,
    centerUrl: `http://127.0.0.1:${settings.center.port}`,
    said: () => running.said,
    start: () => start(running, settings, env),
    stop: (signal = 'SIGINT') => stop(running, signal),
    listed: () => listChildren(pid()),
    left: (listed) => listLeft(home, listed),
    async kill(victim) {
      const found = await findPid(home, pid(), victim)
      return found !== undefined && process.kill(found, 'SIGKILL')
    },
    async healthy() {
      const both = async () =>
        (await isHealthy(settings.office)) && (await isHealthy(settings.center))
      if (!(await waitUntil(both, healthyMsMax))) throw new Error(`not healthy: ${running.said}`)
    },
    loket: (...args) => runLoket(args, env),
    async database(program) {
      const postgres = await findPostgres(dataDirOf(home, program))
      if (postgres === undefined) throw new Error(`the database of ${program} does not run`)
      return openDatabase<never>({ url: postgres.url(program) })
    },
  }
}

async function start(
  running: { child: ChildProcess | undefined; said: string },
  settings: Settings,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const beganMs = performance.now()
  const child = spawn(process.execPath, [...command, 'start'], {
    env,
    // A group of its own, so that a signal can be sent as a terminal does. The channel ends it
    // also where this process is killed.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.child = child
  running.said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      running.said = (running.said + String(part)).slice(-outputBytesMax)
    })
  }
  const isReady = async () =>
    child.exitCode !== null ||
    (running.said.includes('Loket siap') && (await answers(settings.scanner.ports.first)))
  const ready = await waitUntil(isReady, readyMsMax)
  if (!ready || child.exitCode !== null) throw new Error(`did not start: ${running.said}`)
  return performance.now() - beganMs
}

async function stop(
  running: { child: ChildProcess | undefined },
  signal: NodeJS.Signals,
): Promise<number | null> {
  const { child } = running
  running.child = undefined
  if (child?.pid === undefined || child.exitCode !== null) return child?.exitCode ?? null
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, signal)
  const hurry = setTimeout(() => child.kill('SIGKILL'), stopMsMax)
  const code = await exited
  clearTimeout(hurry)
  return code
}

function runLoket(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const options = { env, cwd: tmpdir(), maxBuffer: outputBytesMax }
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    )
  })
}

/** Free ports below those that the system hands out, so that nobody takes one during a restart. */
async function environmentOf(home: string): Promise<NodeJS.ProcessEnv> {
  const [office, center, scanner] = [await freePort(), await freePort(), await freePort()]
  const isOthers = (name: string) => /^(LOKET_|VITEST|NODE_ENV$|TEST$)|_DATABASE_URL$/.test(name)
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOthers(name))),
    TSX_TSCONFIG_PATH: join(programRoot, 'tsconfig.json'),
    LOKET_HOME: home,
    LOKET_OFFICE_PORT: String(office),
    LOKET_CENTER_PORT: String(center),
    LOKET_SCANNER_PORTS: `${scanner}-${scanner}`,
  }
}

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if (await isPortFree(port)) return port
    await delay(1)
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
