// Service pids — which processes of a running service are which, told by the process table.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findPostmaster, listServerPids } from '../../src/kit/node/postgres-cluster.ts'
import { findBirthMark } from '../../src/kit/node/process-table.ts'

export type Program = 'office' | 'center' | 'device'
export type Victim = 'office' | 'center' | 'office-postgres' | 'center-postgres'

export interface Listed {
  readonly pid: number
  readonly command: string
  readonly birthMark: string | undefined
}

/** The database folders of a service; each has a server of its own. */
export function dataDirOf(home: string, program: 'office' | 'center'): string {
  return join(home, program, 'postgres')
}

/** The programs that a launcher runs now. */
export async function listChildren(launcherPid: number): Promise<readonly Listed[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,command='], {
    maxBuffer: 16 * 1024 * 1024,
  })
  const rows = stdout.split('\n').flatMap((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return command && Number(ppid) === launcherPid ? [{ pid: Number(pid), command }] : []
  })
  return Promise.all(rows.map(async (row) => ({ ...row, birthMark: await findBirthMark(row.pid) })))
}

export async function findPid(
  home: string,
  launcherPid: number,
  victim: Victim,
): Promise<number | undefined> {
  if (victim === 'office' || victim === 'center') {
    const children = await listChildren(launcherPid)
    return children.find(({ command }) => command.endsWith(`main.ts ${victim}`))?.pid
  }
  const dataDir = dataDirOf(home, victim === 'office-postgres' ? 'office' : 'center')
  const postmaster = await findPostmaster(dataDir)
  const alive = postmaster && (await listServerPids(dataDir)).includes(postmaster.pid)
  return alive ? postmaster.pid : undefined
}

/** Of those that were listed, the processes that still run; and every database server left. */
export async function listLeft(home: string, listed: readonly Listed[]): Promise<string[]> {
  const left: string[] = []
  for (const { pid, command, birthMark } of listed) {
    const mark = await findBirthMark(pid)
    if (mark !== undefined && mark === birthMark) left.push(`${pid} ${command}`)
  }
  for (const program of ['office', 'center'] as const) {
    const pids = await listServerPids(dataDirOf(home, program))
    left.push(...pids.map((pid) => `${pid} postgres of ${program}`))
  }
  return left
}
