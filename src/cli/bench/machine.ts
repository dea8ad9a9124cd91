// Machine — where a figure was measured, and what else the machine had to do meanwhile.

import { cpus, loadavg, release, type } from 'node:os'

export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly system: string
  readonly node: string
  /** Mean number of processes that wanted a core during the last minute. */
  readonly load: number
}

export function machine(): Machine {
  const [first] = cpus()
  return {
    processor: first?.model ?? 'unknown',
    cores: cpus().length,
    system: `${type()} ${release()}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
  }
}
