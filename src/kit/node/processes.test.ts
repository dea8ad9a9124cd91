// Processes test — children that die, that refuse to end, and that never come to life.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { findBirthMark, signal, waitUntil } from './process-table.ts'
import { type Processes, type ProcessPlan, startProcesses } from './processes.ts'
import { programRoot } from './program.ts'

let processes: Processes | undefined
let lines: string[] = []
afterEach(() => processes?.stop())

function start(plans: ProcessPlan[], pace: { graceMs?: number; restartDelayMs?: number } = {}) {
  lines = []
  const log = (line: string) => void lines.push(line)
  processes = startProcesses({ plans, log, ...pace })
  return processes
}

const plan = (name: string, script: string): ProcessPlan => ({
  name,
  file: '/bin/sh',
  args: ['-c', script],
})
const says = (line: string) => waitUntil(() => lines.includes(line), 5_000)

test('lines carry the name of the process that wrote them', async () => {
  start([plan('one', 'echo hello; exec sleep 60'), plan('two', 'echo oops >&2; exec sleep 60')])
  expect(await says('one: hello')).toBe(true)
  expect(await says('two: oops')).toBe(true)
})

test('one that is killed comes back, and the others do not notice', async () => {
  const { pid } = start([plan('one', 'exec sleep 60'), plan('two', 'exec sleep 60')])
  const [first, other] = [pid('one') as number, pid('two')]
  signal(first, 'SIGKILL')
  expect(await waitUntil(() => !!pid('one') && pid('one') !== first, 5_000)).toBe(true)
  expect(pid('two')).toBe(other)
  expect(lines).toContain('one: ended by itself (SIGKILL), restarting')
})

test('a stop leaves no process, also where one does not listen', async () => {
  const stubborn = plan('stubborn', "trap '' TERM; echo ready; while :; do sleep 0.1; done")
  const { pid, stop, ended } = start([stubborn, plan('two', 'exec sleep 60')], { graceMs: 300 })
  await says('stubborn: ready')
  const pids = [pid('stubborn') as number, pid('two') as number]
  const before = performance.now()
  await stop()
  expect(performance.now() - before).toBeLessThan(3_000)
  expect(await Promise.all(pids.map(findBirthMark))).toEqual([undefined, undefined])
  expect(await ended).toEqual({ how: 'stopped' })
})

test('a stop in the pause before a restart ends the matter', async () => {
  const { stop, ended } = start([plan('one', 'exit 3')])
  expect(await says('one: ended by itself (code 3), restarting')).toBe(true)
  await stop()
  expect(await ended).toEqual({ how: 'stopped' })
})

test('one that dies again and again makes all of them end, and is named', async () => {
  const { ended, pid } = start([plan('bad', 'exit 1'), plan('good', 'exec sleep 600')], {
    restartDelayMs: 5,
  })
  const good = pid('good') as number
  expect(await ended).toEqual({ how: 'lost', name: 'bad' })
  expect(await findBirthMark(good)).toBeUndefined()
})

test('a program that does not exist is an end like any other', async () => {
  start([{ name: 'none', file: '/no/such/program', args: [] }])
  expect(await waitUntil(() => lines.some((line) => line.includes('ENOENT')), 5_000)).toBe(true)
})

test('a child that asks for it ends when its parent is killed', async () => {
  const script = join(programRoot, 'test/support/hold-processes.ts')
  const parent = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: programRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve) => {
    createInterface({ input: parent.stdout }).once('line', resolve)
  })
  const child = Number(/^child: pid (\d+)$/.exec(line)?.[1])
  expect(await findBirthMark(child)).toBeDefined()
  parent.kill('SIGKILL')
  expect(await waitUntil(async () => !(await findBirthMark(child)), 10_000)).toBe(true)
})
