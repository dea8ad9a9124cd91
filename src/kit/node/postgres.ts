// Postgres — a PostgreSQL server of one's own: started, watched over, restarted, stopped.

import { mkdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { takePidLock } from './pid-lock.ts'
import { findFreePort, loopback } from './ports.ts'
import { decideAccount } from './postgres-account.ts'
import {
  createCluster,
  endEarlierLife,
  findPostmaster,
  listServerPids,
  postgresBinary,
  providePassword,
} from './postgres-cluster.ts'
import { keepRunning } from './postgres-keeper.ts'
import { type ServerLife, startServer } from './postgres-server.ts'
import { programName } from './program.ts'
import { trouble } from './trouble.ts'

export interface PostgresOptions {
  /** Its password and lock are kept beside it, under the same name. */
  readonly dataDir: string
  /** A free one where not said. */
  readonly port?: number
  /** Server settings that differ from the standing ones. */
  readonly settings?: Readonly<Record<string, string>>
  readonly log?: (line: string) => void
  /** Called when the server died and could not be restarted. */
  readonly onLost?: (error: Error) => void
}

export interface Postgres {
  readonly port: number
  url(database: string): string
  /** The server process; another one after a restart. Undefined while there is none. */
  pid(): number | undefined
  /** Ends the server cleanly and leaves no process behind. */
  stop(): Promise<void>
}

const startAttemptsMax = 5

/**
 * Starts the server of a data folder, which is made on first use. A server that an earlier life of
 * this program left behind is ended first; one that dies is restarted on the same port.
 *
 * @throws a trouble 'postgres.in-use' where another running program has the folder,
 *   'postgres.unreachable', 'postgres.foreign-data', 'postgres.no-user' or 'postgres.start'
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = await provideFolder(options.dataDir)
  const lock = await takePidLock(`${dataDir}.lock`)
  if (!lock.taken) {
    const message = `The data folder ${dataDir} is in use by process ${lock.holderPid}: stop that first.`
    throw trouble('postgres.in-use', message, { folder: dataDir, pid: lock.holderPid })
  }
  try {
    return await startLocked({ ...options, dataDir }, lock.release)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The URLs of the server that now runs on a data folder, for a second program; else undefined. */
export async function findPostgres(dataDir: string): Promise<Pick<Postgres, 'url'> | undefined> {
  const folder = await provideFolder(dataDir)
  const postmaster = await findPostmaster(folder)
  if (!postmaster || !(await listServerPids(folder)).includes(postmaster.pid)) return undefined
  return { url: urlOf(postmaster.port, await providePassword(folder)) }
}

async function startLocked(options: PostgresOptions, release: () => Promise<void>) {
  const { dataDir, settings = {}, log = () => {} } = options
  const account = await decideAccount(dataDir, postgresBinary('postgres'))
  await endEarlierLife(dataDir)
  await createCluster(dataDir, account)
  const password = await providePassword(dataDir)
  const startOn = (port: number) =>
    startServer({ dataDir, port, account, settings, log, url: urlOf(port, password)('postgres') })
  const { port, life } = await startOnFreePort(startOn, options.port)
  const restart = async () => {
    await endEarlierLife(dataDir)
    return startOn(port)
  }
  const keeper = keepRunning({ life, restart, log, onLost: options.onLost })
  const stop = async () => {
    await keeper.stop()
    await endEarlierLife(dataDir)
    await release()
  }
  return { port, url: urlOf(port, password), pid: keeper.pid, stop }
}

// Between finding a free port and using it another program may have taken it.
async function startOnFreePort(startOn: (port: number) => Promise<ServerLife>, wanted?: number) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await findFreePort())
    try {
      return { port, life: await startOn(port) }
    } catch (error) {
      const isTaken = String(error).includes('Address already in use')
      if (wanted !== undefined || !isTaken || attempt === startAttemptsMax) throw error
    }
  }
}

function urlOf(port: number, password: string) {
  return (database: string) =>
    `postgres://${programName}:${password}@${loopback}:${port}/${encodeURIComponent(database)}`
}

async function provideFolder(dataDir: string) {
  const parent = dirname(resolve(dataDir))
  await mkdir(parent, { recursive: true })
  return join(await realpath(parent), basename(dataDir))
}
