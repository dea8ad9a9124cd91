// Process table — which processes run on this machine, told from those that only look as if.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

export interface RunningProcess {
  readonly pid: number
  /** The command line, its words separated by blanks. */
  readonly command: string
}

const hasProc = existsSync('/proc/self/stat')
const pollMs = 50

/** Every running process. One that has ended but was not yet collected is not running. */
export async function listProcesses(): Promise<readonly RunningProcess[]> {
  if (!hasProc) return listByPs()
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(pids.map((pid) => findProcText(pid, 'cmdline')))
  return pids.flatMap((pid, i) => {
    const command = commands[i]?.replaceAll('\0', ' ').trim()
    return command ? [{ pid: Number(pid), command }] : []
  })
}

/**
 * A mark of this very process: when the number is used again, the mark differs.
 * Undefined where no such process runs.
 */
export async function findBirthMark(pid: number): Promise<string | undefined> {
  if (!hasProc) return (await listByPs()).some((it) => it.pid === pid) ? 'running' : undefined
  const stat = await findProcText(String(pid), 'stat')
  // The second field is the program's name in brackets, which may hold blanks and brackets.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields?.[0]
  return state === undefined || state === 'Z' || state === 'X' ? undefined : fields?.[19]
}

/** Sends a signal; answers whether there was a process to receive it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

/** Waits until `condition` holds, for at most `msMax`; answers whether it came to hold. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  msMax: number,
): Promise<boolean> {
  const deadline = performance.now() + msMax
  while (!(await condition())) {
    if (performance.now() > deadline) return false
    await delay(pollMs)
  }
  return true
}

async function listByPs(): Promise<readonly RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,state=,command='], {
    maxBuffer: 16 * 1024 * 1024,
  })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return command && !state?.startsWith('Z') ? [{ pid: Number(pid), command }] : []
  })
}

async function findProcText(pid: string, name: string): Promise<string | undefined> {
  return readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => undefined)
}
