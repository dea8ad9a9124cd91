// Processes — child processes kept running together, and ended together.

import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { waitUntil } from './process-table.ts'

export interface ProcessPlan {
  /** Stands before each of its lines. */
  readonly name: string
  readonly file: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
}

export interface ProcessesOptions {
  readonly plans: readonly ProcessPlan[]
  readonly log: (line: string) => void
  /** How long a process may take to end by itself after SIGTERM. */
  readonly graceMs?: number
  /** The pause before the first restart; it doubles from one restart to the next. */
  readonly restartDelayMs?: number
}

export interface Processes {
  /** The process that now runs under a name; undefined while it is being restarted. */
  pid(name: string): number | undefined
  /** Ends when all have been stopped, or one that died too often made the others stop too. */
  readonly ended: Promise<ProcessesEnd>
  stop(): Promise<void>
}

export type ProcessesEnd = { readonly how: 'stopped' } | { readonly how: 'lost'; name: string }

const graceMsDefault = 10_000
const killMsMax = 5_000
const restartsMax = 10
const restartWindowMs = 60_000
const restartDelayMsDefault = 200
const doublingsMax = 5

/** Starts all of them. One that dies is started again, after a while that grows with each time. */
export function startProcesses(options: ProcessesOptions): Processes {
  const keepers = options.plans.map((plan) => keep(plan, options))
  let lost: string | undefined
  const stopAll = () => Promise.all(keepers.map((keeper) => keeper.stop()))
  const watch = async () => {
    await Promise.all(
      keepers.map(async (keeper) => {
        if ((await keeper.ended) !== 'lost') return
        lost ??= keeper.name
        await stopAll()
      }),
    )
    return lost === undefined
      ? ({ how: 'stopped' } as const)
      : ({ how: 'lost', name: lost } as const)
  }
  const ended = watch()
  const stop = async () => {
    await stopAll()
    await ended
  }
  return { ended, stop, pid: (name) => keepers.find((it) => it.name === name)?.pid() }
}

function keep(plan: ProcessPlan, options: ProcessesOptions) {
  const { log, graceMs = graceMsDefault, restartDelayMs = restartDelayMsDefault } = options
  const stopping = new AbortController()
  let child: ChildProcess | undefined
  const run = async () => {
    const starts: number[] = []
    while (!stopping.signal.aborted) {
      starts.push(performance.now())
      child = launch(plan, log)
      const how = await exitOf(child)
      child = undefined
      if (stopping.signal.aborted) break
      const recent = starts.filter((at) => at > performance.now() - restartWindowMs).length
      log(`${plan.name}: ended by itself (${how})${recent > restartsMax ? '' : ', restarting'}`)
      if (recent > restartsMax) return 'lost'
      const ms = restartDelayMs * 2 ** Math.min(recent - 1, doublingsMax)
      await delay(ms, undefined, { signal: stopping.signal }).catch(() => {})
    }
    return 'stopped'
  }
  const ended = run()
  const stop = async () => {
    stopping.abort()
    child?.kill('SIGTERM')
    if (!(await waitUntil(() => child === undefined, graceMs))) child?.kill('SIGKILL')
    await waitUntil(() => child === undefined, killMsMax)
    await ended
  }
  return { name: plan.name, pid: () => child?.pid, ended, stop }
}

function launch({ name, file, args, env, cwd }: ProcessPlan, log: (line: string) => void) {
  // Detached: a Ctrl-C in the terminal reaches the parent only, which ends its children in order.
  const child = spawn(file, [...args], {
    detached: true,
    // The channel is for `whenParentIsGone`: it closes however the parent ends.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
    ...(cwd ? { cwd } : {}),
  })
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => log(`${name}: ${line}`))
  }
  return child
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
}
