// AFIS tests — the bench of a small gallery, and that a kept gallery is read again.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useHeardCommand } from '../../../test/support/heard-command.ts'
import { runBench } from '../bench/bench.ts'
import { runAfis } from './afis.ts'

const command = useHeardCommand('afis')

test('the bench says what a search costs and finds, and keeps its gallery', async () => {
  const args = ['afis', '--persons', '40', '--donors', '3', '--probes', '6', '--json']
  expect(await runBench(args)).toBe(0)
  const built = JSON.parse(command.said)
  expect(built).toMatchObject({ persons: 40, falsePositiveRate: 0 })
  expect(built.hitRate).toBeGreaterThan(0.6)
  for (const name of ['enrollPerSecond', 'bytesPerPerson', 'coldStartSeconds', 'builtSeconds']) {
    expect(built[name]).toBeGreaterThan(0)
  }
  for (const times of [built.search, built.singleFinger]) {
    expect(times.p95Ms).toBeGreaterThanOrEqual(times.p50Ms)
    expect(times.cpuMs).toBeGreaterThan(0)
  }
  expect((await readdir(join(command.home, 'bench'))).length).toBe(2)
  command.said = ''
  expect(await runBench(args)).toBe(0)
  const read = JSON.parse(command.said)
  expect(read.builtSeconds).toBeUndefined()
  expect(read).toMatchObject({ hitRate: built.hitRate, parametersSha256: built.parametersSha256 })
}, 60_000)

test('what was not understood is wrong usage', async () => {
  expect(await runAfis(['forget'])).toBe(2)
  expect(await runAfis(['recall'])).toBe(2)
  expect(await runAfis(['recall', '--scans', 'a/prints', 'b/prints'])).toBe(2)
  expect(await runBench(['afis', '--persons', 'many'])).toBe(2)
  expect(await runBench(['afis', '--persons', '0'])).toBe(2)
})
