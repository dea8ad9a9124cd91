// Scale tests — what docs/scale.md says is what the command computes from the figures kept beside it.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { present } from '#kit/assert'
import { programRoot } from '#kit/node/program'
import { useHeardCommand } from '../../../test/support/heard-command.ts'
import { runBench } from './bench.ts'
import { type Scale, scaleOf } from './scale-figures.ts'
import { type Measured, parseMeasured } from './scale-measured.ts'
import { assumedUsually } from './scale-model.ts'
import { type Simulated, simulate } from './scale-simulation.ts'

const command = useHeardCommand('scale')
const fileOf = (name: string) => join(programRoot, 'docs/measured', name)
const files = ['--afis', fileOf('afis.json'), '--matchers', fileOf('afis-matchers.json')]
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(fileOf(name), 'utf8'))

let measured: Measured
let scale: Scale
beforeAll(async () => {
  const parsed = parseMeasured(await read('afis.json'), await read('afis-matchers.json'))
  measured = present(parsed.ok ? parsed.value : undefined, 'figures of one engine')
  scale = scaleOf(measured, assumedUsually, undefined)
})

test('every table of the page is printed by the command', async () => {
  expect(await runBench(['scale', ...files])).toBe(0)
  const page = await readFile(join(programRoot, 'docs/scale.md'), 'utf8')
  const tables = command.said.trim().split('\n\n')
  expect(tables).toHaveLength(3)
  for (const it of tables) expect(page).toContain(it)
})

test('memory and work grow with the people, and nothing is promised that the cores do not have', () => {
  const [million, tenMillion, nation] = scale.rows.map((it) => present(it, 'a row'))
  expect(tenMillion!.memoryGb).toBeCloseTo(10 * million!.memoryGb)
  expect(nation!.memoryGb).toBeCloseTo(
    (211_826_747 * measured.gallery.bytesPerPerson * assumedUsually.replicas) / 1e9,
  )
  for (const it of scale.rows) {
    const { byMemory, byCores, needed } = it.machines
    expect(needed).toBe(Math.max(byMemory, byCores, assumedUsually.replicas))
    expect(it.memoryGb).toBeLessThanOrEqual(needed * assumedUsually.ramGb)
    expect(it.alone.p50Ms).toBeGreaterThan(it.searchCpuMs / it.threads)
    expect(it.busiest.p95Ms).toBeGreaterThanOrEqual(it.alone.p50Ms)
  }
})

const asked: Simulated = {
  ...{ machines: 4, threads: 16, partitions: 16, searchesPerSecond: 0, roundTripMs: 1 },
  ...{ looksCpuMs: [3_200, 320, 32], spread: [1] },
}

test('alone and without stragglers a search takes its share of the work and three round trips', () => {
  const { p50Ms, p95Ms, lastLookP95Ms } = simulate(asked)
  expect(p50Ms).toBeCloseTo(200 + 20 + 2 + 3)
  expect(p95Ms).toBeCloseTo(p50Ms)
  // One more for following the database.
  expect(lastLookP95Ms).toBeCloseTo(4)
})

test('a look waits for the slowest of its machines, and searches for each other', () => {
  const spread = [0.5, 0.75, 1, 1.25, 1.5]
  const [few, many] = [2, 16].map((machines) => simulate({ ...asked, machines, spread }))
  // The slowest of sixteen is nearly half as long again as the mean; of two, less.
  expect(many!.p50Ms).toBeGreaterThan(1.3 * 222)
  expect(few!.p50Ms).toBeLessThan(many!.p50Ms)
  const busy = simulate({ ...asked, threads: 8, searchesPerSecond: 6 })
  expect(busy.p95Ms).toBeGreaterThan(1.5 * simulate(asked).p95Ms)
  expect(busy.lastLookP95Ms).toBeGreaterThan(50)
})

test('a price is multiplied, and what is no number or no figure is said so', async () => {
  expect(await runBench(['scale', ...files, '--price', '100', '--cores', '64', '--json'])).toBe(0)
  const { rows, assumed } = JSON.parse(command.said)
  expect(assumed.cores).toBe(64)
  expect(rows[2].pricePerMonth).toBe(100 * rows[2].machines.needed)
  expect(await runBench(['scale', ...files, '--cores', 'many'])).toBe(2)
  expect(await runBench(['scale', '--afis', fileOf('afis.json')])).toBe(2)
  expect(parseMeasured({ persons: 1 }, {})).toEqual({
    ok: false,
    issue: { code: 'scale.not-measured' },
  })
  const other = { ...measured.matchers, parametersSha256: 'another' }
  expect(parseMeasured(measured.gallery, other)).toMatchObject({
    issue: { code: 'scale.other-parameters' },
  })
})
