// Postgres account — the operating system's user that the database server runs as.
//
// PostgreSQL refuses to run as root. An ordinary user runs it as himself. For root it runs as an
// unprivileged user, if that user can reach the data and the binaries; else in a user namespace,
// in which root's own files appear as an ordinary user's. The owner of the data folder remembers
// what was chosen.

import { execFile } from 'node:child_process'
import { chown, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programName } from './program.ts'
import { trouble } from './trouble.ts'

export interface PostgresAccount {
  readonly kind: 'own' | 'user' | 'namespace'
  readonly uid: number
  readonly gid: number
}

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  /** What `spawn` is to be told beside them. */
  readonly as: { readonly uid?: number; readonly gid?: number }
}

const run = promisify(execFile)
// Every system has this user, and it owns nothing.
const nobody = { uid: 65_534, gid: 65_534 }
const namespace: PostgresAccount = { kind: 'namespace', ...nobody }

/** Decides for a data folder, which need not exist yet; `binary` is the server's program file. */
export async function decideAccount(dataDir: string, binary: string): Promise<PostgresAccount> {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (own.uid !== 0) {
    const owner = await stat(dataDir).catch(() => undefined)
    if (owner && owner.uid !== own.uid) throw foreignData(dataDir, owner.uid)
    return { kind: 'own', ...own }
  }
  const owner = await stat(join(dataDir, 'PG_VERSION')).catch(() => undefined)
  if (owner && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid }
  if (owner) return demandNamespace(dataDir)
  if (!(await reaches(nobody, dataDir, binary))) return demandNamespace(dataDir)
  return { kind: 'user', ...(await provideUser()) }
}

/** The command that runs a program as the account. */
export function commandAs(
  account: PostgresAccount,
  file: string,
  args: readonly string[],
): Command {
  if (account.kind === 'own') return { file, args, as: {} }
  if (account.kind === 'user') return { file, args, as: { uid: account.uid, gid: account.gid } }
  const maps = ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`]
  return { file: 'unshare', args: [...maps, '--', file, ...args], as: {} }
}

/** Hands a file or folder to the account. */
export async function handOver(account: PostgresAccount, path: string): Promise<void> {
  if (account.kind === 'user') await chown(path, account.uid, account.gid)
}

async function reaches(user: { uid: number; gid: number }, dataDir: string, binary: string) {
  const trial = `${dataDir}.trial`
  await mkdir(trial, { recursive: true, mode: 0o700 })
  try {
    await chown(trial, user.uid, user.gid)
    const script = 'cd "$1" && "$2" --version'
    await run('/bin/sh', ['-c', script, 'sh', trial, binary], { ...user, cwd: '/' })
    return true
  } catch {
    return false
  } finally {
    await rm(trial, { recursive: true, force: true })
  }
}

async function provideUser(): Promise<{ uid: number; gid: number }> {
  const known = (await findUser(programName)) ?? (await findUser('postgres'))
  if (known) return known
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  await run('useradd', [...args, programName]).catch(() => {})
  const created = await findUser(programName)
  if (created) return created
  const message =
    'The database cannot run as root, and no user could be created for it. ' +
    `Run: useradd --system ${programName}   or start as an ordinary user.`
  throw trouble('postgres.no-user', message)
}

async function findUser(name: string) {
  const passwd = await readFile('/etc/passwd', 'utf8')
  const fields = passwd.split('\n').map((line) => line.split(':'))
  const found = fields.find(([login]) => login === name)
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : undefined
}

async function demandNamespace(dataDir: string): Promise<PostgresAccount> {
  const trial = commandAs(namespace, '/bin/sh', ['-c', 'exit 0'])
  const works = await run(trial.file, [...trial.args]).then(
    () => true,
    () => false,
  )
  if (works) return namespace
  const message =
    'The database cannot run as root, and no other user can reach ' +
    `${dataDir} or the program's folder. Start as an ordinary user, or install the program ` +
    'outside of /root and set ' +
    `${programName.toUpperCase()}_HOME to a folder that others can enter, such as /var/lib/${programName}.`
  throw trouble('postgres.unreachable', message, { folder: dataDir })
}

function foreignData(dataDir: string, uid: number) {
  const message = `The data folder ${dataDir} belongs to user ${uid}: start as that user.`
  return trouble('postgres.foreign-data', message, { folder: dataDir, uid })
}
