// Bench tests — the figures are there, and the scores those of `finger scores`.

import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { impressionOf, syntheticPersonFinger } from '#finger'
import { encodePng } from '#formats/png'
import { runFinger } from '../finger/finger.ts'
import { runBench } from './bench.ts'

let folder: string
let said = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-bench-'))
  for (const finger of [1, 2] as const) {
    for (const visit of [1, 2]) {
      const image = impressionOf(syntheticPersonFinger('bench test', finger), `${visit}`)
      await writeFile(join(folder, `${finger}_${visit}.png`), encodePng(image))
    }
  }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})

afterAll(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

test('costs, sizes and kernels of a folder, and the digest of its scores', async () => {
  expect(await runBench(['finger', '--scans', folder, '--json'])).toBe(0)
  const told = JSON.parse(said)
  expect(told.sets).toMatchObject([{ images: 4, pairs: 6, failures: 0 }])
  for (const name of ['extractCpuMs', 'oneToOneCpuUs', 'comparisonsPerCpuSecond']) {
    expect(told[name]).toBeGreaterThan(0)
  }
  expect(told.templateBytes).toBeLessThan(450)
  expect(told.kernels.map((it: { name: string }) => it.name)).toContain('likePairs')

  const table = join(folder, 'scores.csv')
  expect(await runFinger(['scores', folder, '-o', table, '--json'])).toBe(0)
  const [, ...rows] = (await readFile(table, 'utf8')).split('\n')
  expect(told.scoresSha256).toBe(createHash('sha256').update(rows.join('\n')).digest('hex'))
})

test('a subject that is not there is wrong usage', async () => {
  const complained = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await runBench(['toes'])).toBe(2)
  expect(await runBench(['finger', 'folder'])).toBe(2)
  expect(await runBench(['center', '--packets', 'many'])).toBe(2)
  expect(complained.mock.calls.join()).toContain('usage: ./loket bench')
})
