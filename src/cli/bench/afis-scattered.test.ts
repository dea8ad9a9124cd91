// AFIS scattered tests — a small gallery in two real matchers: the figures are there, and both find the same.

import { chmod } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { useHeardCommand } from '../../../test/support/heard-command.ts'
import { runBench } from './bench.ts'

const command = useHeardCommand('scattered')
// The database server may run as another account than the tests.
beforeAll(() => chmod(command.home, 0o755))

const size = ['--persons', '60', '--donors', '3', '--probes', '4']

test('in two matchers whoever comes again is found, and what that costs is told', async () => {
  expect(await runBench(['afis', ...size, '--matchers', '2', '--json'])).toBe(0)
  const told = JSON.parse(command.said)
  expect(told).toMatchObject({ persons: 60, matchers: 2, replicas: 2, partitions: 4 })
  expect(told.hitRate).toBeGreaterThan(0.6)
  const { inProcess, cost } = told
  expect(inProcess).toMatchObject({ hitRate: told.hitRate, strangers: told.strangers })
  expect(cost.isSameCandidates).toBe(true)
  for (const { search, singleFinger, lastLook, pace, bytesPerPerson } of [told, inProcess]) {
    for (const times of [search, singleFinger, lastLook, pace]) {
      expect(times.p95Ms).toBeGreaterThanOrEqual(times.p50Ms)
    }
    expect(pace.atOnce).toBe(4)
    expect(pace.searchesPerSecond).toBeGreaterThan(0)
    expect(pace.cpuMs).toBeGreaterThan(0)
    expect(bytesPerPerson).toBeGreaterThan(0)
  }
  expect(cost.throughput).toBeCloseTo(
    1 - told.pace.searchesPerSecond / inProcess.pace.searchesPerSecond,
  )
  for (const name of [
    'enrollPerSecond',
    'coldStartSeconds',
    'rebuildSeconds',
    'rowsSeconds',
    'rowBytesPerPerson',
  ]) {
    expect(told[name]).toBeGreaterThan(0)
  }
  expect(told.search.looks.map((it: { act: string }) => it.act)).toEqual([
    'quick',
    'close',
    'match',
  ])
  for (const { asks, sentBytes, receivedBytes, quantilesMs } of told.search.looks) {
    expect(Math.min(asks, sentBytes, receivedBytes)).toBeGreaterThan(0)
    expect(quantilesMs).toEqual(quantilesMs.toSorted((a: number, b: number) => a - b))
  }

  // The people are there now, and nobody who came meanwhile.
  command.said = ''
  expect(await runBench(['afis', ...size, '--matchers', '2', '--json'])).toBe(0)
  const again = JSON.parse(command.said)
  expect(again.rowsSeconds).toBeUndefined()
  expect(again.pace.candidatesSha256).toBe(told.pace.candidatesSha256)
}, 120_000)

test('the same is found in many small partitions', async () => {
  command.said = ''
  const cut = ['--partitions', '16']
  expect(await runBench(['afis', ...size, '--matchers', '2', ...cut, '--json'])).toBe(0)
  const told = JSON.parse(command.said)
  expect(told).toMatchObject({ partitions: 16, cost: { isSameCandidates: true } })
}, 120_000)

test('fewer matchers than replicas are wrong usage', async () => {
  expect(await runBench(['afis', ...size, '--matchers', '1'])).toBe(2)
})
