// Matchers — nats-server, matcher and center processes for tests: started, killed, stopped in their tracks.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import type { CenterDb } from '../../src/center/log/log.ts'
import { readMaps, readMatchers } from '../../src/center/matchers/store.ts'
import { assert } from '../../src/kit/assert.ts'
import { findNatsServer, isHeard } from '../../src/kit/node/nats-server.ts'
import { programRoot } from '../../src/kit/node/program.ts'
import { freePort } from './service.ts'

export interface Held {
  readonly pid: number
  readonly ended: Promise<number>
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void
  /** At once, without a word. */
  kill(): Promise<void>
}

export interface MatcherField {
  readonly port: number
  /** nats://… */
  readonly server: string
  readonly home: string
  /** All lines that processes wrote to their error output. */
  readonly said: readonly string[]
  /** With a configuration in its own words, beside its address. */
  startNats(config?: string): Promise<Held>
  /** `server` where it is not asked by the straight way, `root` where it is another program. */
  startMatcher(name: string, databaseUrl: string, other?: Other): Held
  /** A whole `./loket center`, with a folder of its own by this name. */
  startCenter(name: string, databaseUrl: string): Held
  /** A pipeline of the center alone, which asks the matchers and leaves off sooner. */
  startPipeline(databaseUrl: string, other?: Other): Held
  /** Runs a command of `./loket` to its end; answers its exit code. */
  loket(args: readonly string[], databaseUrl: string, root?: string): Promise<number>
}

interface Other {
  readonly server?: string
  readonly root?: string
}

const linesMax = 100_000

/** Call at the top of a test file: whatever was started ends after its tests. */
export function useMatchers(): MatcherField {
  const children: ChildProcess[] = []
  const said: string[] = []
  const field = { said } as unknown as {
    -readonly [Name in keyof MatcherField]: MatcherField[Name]
  }
  const start = (
    file: string,
    args: readonly string[],
    { env, root = programRoot }: { env: NodeJS.ProcessEnv; root?: string },
  ): Held => {
    const child = spawn(file, args, { env, cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    children.push(child)
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (said.length < linesMax) said.push(line)
    })
    const ended = once(child, 'exit').then(([code]) => Number(code ?? -1))
    return {
      ...{ pid: child.pid as number, ended },
      signal: (signal) => void child.kill(signal),
      async kill() {
        child.kill('SIGKILL')
        await ended
      },
    }
  }
  beforeAll(async () => {
    field.home = await mkdtemp(join(tmpdir(), 'matchers-'))
    field.port = await freePort()
    field.server = `nats://127.0.0.1:${field.port}`
    field.startNats = async (config = '') => {
      const file = join(field.home, 'nats.conf')
      await writeFile(file, `${config}\n`)
      const at = ['-a', '127.0.0.1', '-p', `${field.port}`, '-l', join(field.home, 'nats.log')]
      const server = findNatsServer(process.env.PATH ?? '')
      assert(server !== undefined, 'the set-up of the tests installs nats-server')
      // Where a passing connection has just taken the port, it is tried again.
      for (;;) {
        const held = start(server, ['-c', file, ...at], { env: process.env })
        let hasEnded = false
        void held.ended.then(() => {
          hasEnded = true
        })
        while (!hasEnded && !(await isHeard(field.port))) await delay(20)
        if (!hasEnded) return held
        await delay(100)
      }
    }
    const ports = new Map<string, number>()
    const run = (script: string, args: readonly string[], env: object, root = programRoot) =>
      start(
        process.execPath,
        ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, script), ...args],
        {
          root,
          env: {
            PATH: process.env.PATH,
            TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
            ...env,
          },
        },
      )
    field.startPipeline = (databaseUrl, { server = field.server, root } = {}) =>
      run(
        'test/support/hold-pipeline.ts',
        [join(field.home, 'center'), databaseUrl, server],
        {},
        root,
      )
    field.startMatcher = (name, databaseUrl, { server = field.server, root } = {}) =>
      run(
        'src/cli/main.ts',
        ['matcher', '--name', name, '--threads', '0'],
        {
          LOKET_HOME: field.home,
          CENTER_DATABASE_URL: databaseUrl,
          LOKET_NATS_SERVERS: server,
        },
        root,
      )
    field.loket = (args, databaseUrl, root) => {
      const env = { LOKET_HOME: field.home, CENTER_DATABASE_URL: databaseUrl }
      return run('src/cli/main.ts', args, env, root).ended
    }
    const firstPort = await freePort()
    field.startCenter = (name, databaseUrl) => {
      ports.set(name, ports.get(name) ?? firstPort + ports.size)
      return run('src/cli/main.ts', ['center'], {
        LOKET_HOME: join(field.home, name),
        LOKET_CENTER_PORT: `${ports.get(name)}`,
        CENTER_DATABASE_URL: databaseUrl,
        LOKET_NATS_SERVERS: field.server,
      })
    }
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await rm(field.home, { recursive: true, force: true })
  })
  return field
}

/** The latest map is the one that is searched by, and nothing of it is still loaded. */
export async function settled(db: CenterDb): Promise<void> {
  for (;;) {
    const maps = await readMaps(db)
    const matchers = await readMatchers(db)
    const loading = matchers.flatMap(({ report }) =>
      report.copies.filter((it) => it.state === 'loading'),
    )
    const isReady = maps.length === 1 && maps[0]?.readyAtMs !== undefined
    if (isReady && loading.length === 0) return
    await delay(100)
  }
}
