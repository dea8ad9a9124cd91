// Process use — what a process has taken of the machine: time of its cores, and memory.

import { readFile } from 'node:fs/promises'

export interface ProcessUse {
  readonly cpuMs: number
  readonly residentBytes: number
}

/** Linux counts in hundredths of a second, whatever its cores do. */
const tickMs = 10

/** Undefined where there is no such process, or no way to know. */
export async function findProcessUse(pid: number): Promise<ProcessUse | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    // The second field is the program's name in brackets, which may hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const residentKb = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1])
    const ticks = Number(fields[11]) + Number(fields[12])
    return { cpuMs: ticks * tickMs, residentBytes: residentKb * 1024 }
  } catch {
    return undefined
  }
}
