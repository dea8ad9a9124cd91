// Postgres server — one life of the server process, from its start until it answers or dies.

import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { commandAs, type PostgresAccount } from './postgres-account.ts'
import { clusterName, postgresBinary } from './postgres-cluster.ts'
import { waitUntil } from './process-table.ts'
import { trouble } from './trouble.ts'

export interface ServerNeeds {
  readonly dataDir: string
  readonly port: number
  readonly account: PostgresAccount
  /** A URL of a database on it. */
  readonly url: string
  readonly settings: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}

export interface ServerLife {
  readonly pid: number
  readonly exited: Promise<void>
  /** Ends the server: quickly and cleanly, and with more force when that takes too long. */
  end(): Promise<void>
}

/** Recovery after a power cut replays the log: minutes on a slow disk. */
const startMsMax = 600_000
const fastShutdownMsMax = 30_000
const immediateShutdownMsMax = 10_000
const lastLinesMax = 12

/** Every commit is on the disk before it is answered; nothing of a statement enters the log. */
const standing = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '',
} as const

/** Starts the server and answers when it accepts connections. */
export async function startServer(needs: ServerNeeds): Promise<ServerLife> {
  const child = launch(needs)
  const lastLines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line)
      if (lastLines.length > lastLinesMax) lastLines.shift()
      needs.log(line)
    })
  }
  let running = true
  const exited = new Promise<void>((resolve) => {
    const ended = () => {
      running = false
      resolve()
    }
    child.once('exit', ended)
    child.once('error', ended)
  })
  const answers = await waitUntil(async () => !running || accepts(needs.url), startMsMax)
  if (!answers || !running) {
    child.kill('SIGQUIT')
    const message = `The database of ${needs.dataDir} did not start: ${lastLines.join(' | ')}`
    throw trouble('postgres.start', message, { folder: needs.dataDir, lines: lastLines })
  }
  return { pid: child.pid as number, exited, end: () => endServer(child, exited) }
}

// In a process group of its own: a Ctrl-C in the terminal is for the program, which then ends the
// server after the last transaction.
function launch({ dataDir, port, account, settings }: ServerNeeds): ChildProcess {
  const all = { ...standing, cluster_name: clusterName(dataDir), port: String(port), ...settings }
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const binary = postgresBinary('postgres')
  const { file, args, as } = commandAs(account, binary, ['-D', dataDir, ...words])
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  return spawn(file, [...args], { ...as, cwd: '/', detached: true, stdio })
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function endServer(child: ChildProcess, exited: Promise<void>) {
  for (const [name, msMax] of [
    ['SIGINT', fastShutdownMsMax],
    ['SIGQUIT', immediateShutdownMsMax],
    ['SIGKILL', immediateShutdownMsMax],
  ] as const) {
    child.kill(name)
    let ended = false
    void exited.then(() => {
      ended = true
    })
    if (await waitUntil(() => ended, msMax)) return
  }
}
