// Finger synthetic, tested — what it writes can be read, and matches itself as real prints do.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fuseFingers, thresholds } from '#finger'
import { decodePng } from '#formats/png'
import { present } from '#kit/assert'
import { distributionOf } from './compare.ts'
import { runFingerSynthetic } from './finger-synthetic.ts'
import { visitsOf } from './make-synthetic.ts'
import { quantileOf } from './quantile.ts'
import { readPrints } from './read-prints.ts'

async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loket-synthetic-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

it('writes ten fingers of a person, which score as prints of ten different fingers do', async () => {
  const folder = await folderForTest()
  expect(await runFingerSynthetic(['--out', folder, '--visits', '2'])).toBe(0)
  const names = await readdir(folder)
  expect(names).toHaveLength(20)
  expect(names).toContain('S01-10_2.png')
  const image = decodePng(await readFile(join(folder, 'S01-1_1.png')))
  expect(image).toMatchObject({ ok: true, value: { width: 320, height: 400, dpi: 500 } })

  const scores = await distributionOf(readPrints(folder, 2))
  expect(scores.pictures).toBe(20)
  expect(scores.genuine).toHaveLength(10)
  expect(quantileOf(scores.genuine, 0.5)).toBeGreaterThan(thresholds.fingerFmr10000)
  expect(fuseFingers(scores.genuine)).toBeGreaterThan(2 * thresholds.personDuplicateMin)
  expect(quantileOf(scores.impostor, 0.95)).toBeLessThan(thresholds.fingerFmr1000)
  expect(scores.acceptedShare).toBeGreaterThan(0.6)
})

it('gives the same name the same finger, and another name another', () => {
  const first = (person: string) => {
    const [visit] = visitsOf(person, { visits: 1, difficulty: 0.5 })
    return present(visit, 'a person has fingers')
  }
  const one = first('S01')
  expect(first('S01')).toEqual(one)
  expect(first('S02').finger).toBe('S02-1')
  expect(first('S02').image.pixels).not.toEqual(one.image.pixels)
})

it('says how it is used when it does not understand', async () => {
  expect(await runFingerSynthetic([])).toBe(2)
  expect(await runFingerSynthetic(['--out', '/tmp', '--persons', '0'])).toBe(2)
  expect(await runFingerSynthetic(['--compare', '--difficulty', '2'])).toBe(2)
  expect(await runFingerSynthetic(['--unknown'])).toBe(2)
})

it('finds the value below which a share of values lies', () => {
  expect(quantileOf([3, 1, 2, 4], 0.5)).toBe(3)
  expect(quantileOf([3, 1, 2, 4], 0)).toBe(1)
  expect(quantileOf([3, 1, 2, 4], 1)).toBe(4)
  expect(quantileOf([], 0.5)).toBeNaN()
})
