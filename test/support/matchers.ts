// Matchers — nats-server and matcher processes for tests: started, killed, stopped in their tracks.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import type { CenterDb } from '../../src/center/log/log.ts'
import { readMaps, readMatchers } from '../../src/center/matchers/store.ts'
import { programRoot } from '../../src/kit/node/program.ts'
import { freePort } from './service.ts'

export interface Held {
  readonly pid: number
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void
  /** At once, without a word. */
  kill(): Promise<void>
}

export interface MatcherField {
  /** nats://… */
  readonly server: string
  readonly home: string
  startNats(): Promise<Held>
  /** `server` where it is not asked by the straight way. */
  startMatcher(name: string, databaseUrl: string, server?: string): Held
  /** A pipeline of the center, which asks the matchers. */
  startPipeline(databaseUrl: string): Held
}

const debianFolder = '/usr/sbin'

/** Call at the top of a test file: whatever was started ends after its tests. */
export function useMatchers(): MatcherField {
  const children: ChildProcess[] = []
  const field = {} as { -readonly [Name in keyof MatcherField]: MatcherField[Name] }
  const start = (file: string, args: readonly string[], env: NodeJS.ProcessEnv): Held => {
    const child = spawn(file, args, {
      env,
      cwd: programRoot,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    children.push(child)
    const ended = once(child, 'exit')
    return {
      pid: child.pid as number,
      signal: (signal) => void child.kill(signal),
      async kill() {
        child.kill('SIGKILL')
        await ended
      },
    }
  }
  beforeAll(async () => {
    field.home = await mkdtemp(join(tmpdir(), 'matchers-'))
    const port = await freePort()
    field.server = `nats://127.0.0.1:${port}`
    const path = `${process.env.PATH}:${debianFolder}`
    field.startNats = async () => {
      const held = start(
        'nats-server',
        ['-a', '127.0.0.1', '-p', `${port}`, '-l', join(field.home, 'nats.log')],
        {
          ...process.env,
          PATH: path,
        },
      )
      while (!(await answers(port))) await delay(20)
      return held
    }
    const tsx = join(programRoot, 'node_modules/tsx/dist/loader.mjs')
    const common = {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: join(programRoot, 'tsconfig.json'),
    }
    field.startPipeline = (databaseUrl) => {
      const file = join(programRoot, 'test/support/hold-pipeline.ts')
      const args = ['--import', tsx, file, join(field.home, 'center'), databaseUrl, field.server]
      return start(process.execPath, args, common)
    }
    field.startMatcher = (name, databaseUrl, server = field.server) => {
      const main = join(programRoot, 'src/cli/main.ts')
      const args = ['--import', tsx, main, 'matcher', '--name', name, '--threads', '0']
      return start(process.execPath, args, {
        ...common,
        LOKET_HOME: field.home,
        CENTER_DATABASE_URL: databaseUrl,
        LOKET_NATS_SERVERS: server,
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

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
