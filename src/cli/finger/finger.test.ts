// Finger tests — the commands on a folder of made-up prints, as a person would type them.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { encodePng } from '#formats/png'
import { runFingerSynthetic } from '../finger-synthetic/finger-synthetic.ts'
import { runFinger } from './finger.ts'

/** Ten fingers are grown and pressed twice: seconds, and more on a machine with much to do. */
const growingMs = 240_000

let folder: string
let said: string
let complained: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-finger-'))
  quietly()
  await runFingerSynthetic(['--out', folder, '--persons', '1', '--visits', '2'])
}, growingMs)

beforeEach(quietly)

afterAll(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

function quietly(): void {
  said = ''
  complained = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text
    return true
  })
}

const path = (name: string) => join(folder, name)

describe('wrong usage ends with 2 and says so', () => {
  test.each([
    [[]],
    [['polish']],
    [['match', 'one.png']],
    [['match', 'a', 'b', 'c']],
    [['extract', 'a.png', '--dpi', 'fine']],
    [['extract', 'a.png', '--dpi', '0']],
    [['scores', '.']],
    [['eval', '--colour', '.']],
  ])('%j', async (args) => {
    expect(await runFinger(args)).toBe(2)
    expect(complained).toContain('usage:')
    expect(said).toBe('')
  })
})

test('a picture is extracted, and its template matches like the picture', async () => {
  const template = path('first.lft')
  expect(await runFinger(['extract', path('S01-1_1.png'), '-o', template, '--json'])).toBe(0)
  const { minutiae, templateBytes } = JSON.parse(said)
  expect(minutiae.length).toBeGreaterThan(15)
  expect((await readFile(template)).length).toBe(templateBytes)

  const scoreOf = async (a: string, b: string) => {
    quietly()
    expect(await runFinger(['match', a, b, '--json'])).toBe(0)
    return JSON.parse(said).score as number
  }
  const same = await scoreOf(template, path('S01-1_2.png'))
  expect(same).toBe(await scoreOf(path('S01-1_1.png'), path('S01-1_2.png')))
  expect(same).toBeGreaterThan(await scoreOf(template, path('S01-2_2.png')))
})

test('what cannot be read is trouble, not a score', async () => {
  await writeFile(path('words.txt'), 'no finger')
  await expect(runFinger(['match', path('words.txt'), path('words.txt')])).rejects.toThrow(
    'no picture',
  )
  await expect(runFinger(['extract', path('nowhere.png')])).rejects.toThrow('cannot be read')
  await expect(runFinger(['eval', path('nowhere')])).rejects.toThrow('folder')
})

test('scores lists every pair once, also those of a picture without ridges', async () => {
  const few = await mkdtemp(join(tmpdir(), 'loket-scores-'))
  const blank = { width: 300, height: 300, dpi: 500, pixels: new Uint8Array(90_000).fill(255) }
  await writeFile(join(few, 'blank_1.png'), encodePng(blank))
  for (const name of ['S01-1_1.png', 'S01-1_2.png', 'S01-2_1.png']) {
    await writeFile(join(few, name), await readFile(path(name)))
  }
  const table = join(few, 'scores.csv')
  expect(await runFinger(['scores', few, '-o', table, '--json'])).toBe(0)
  const answer = JSON.parse(said)
  expect(answer).toMatchObject({ images: 4, failures: 1 })
  for (const name of ['extractCpuMsPerImage', 'matchCpuUsPerPair', 'templateBytesMean']) {
    expect(answer[name]).toBeGreaterThan(0)
  }
  expect(complained).toContain('blank_1.png: finger.no-ridges')
  const rows = (await readFile(table, 'utf8')).trimEnd().split('\n')
  expect(rows[0]).toBe('fileA,fileB,score')
  expect(rows.slice(1).map((it) => it.split(',').slice(0, 2).join())).toEqual([
    'S01-1_1.png,S01-1_2.png',
    'S01-1_1.png,S01-2_1.png',
    'S01-1_1.png,blank_1.png',
    'S01-1_2.png,S01-2_1.png',
    'S01-1_2.png,blank_1.png',
    'S01-2_1.png,blank_1.png',
  ])
  const scores = rows.slice(1).map((it) => Number(it.split(',')[2]))
  expect(scores[2]).toBe(-12)
  expect(scores[0]).toBeGreaterThan(Math.max(scores[1]!, scores[3]!))
  await rm(few, { recursive: true })
})

test('eval counts genuine and impostor pairs of a folder', async () => {
  expect(await runFinger(['eval', folder, '--json'])).toBe(0)
  const { sets, pooled } = JSON.parse(said)
  expect(sets).toHaveLength(1)
  expect(pooled).toMatchObject({ genuinePairs: 10, impostorPairs: 180 })
  expect(pooled.eer).toBeLessThan(0.15)
})

test('eval draws what it counted', async () => {
  const plots = path('plots')
  expect(await runFinger(['eval', folder, '--plots', plots, '--json'])).toBe(0)
  const { pooled } = JSON.parse(said)
  const html = await readFile(join(plots, 'index.html'), 'utf8')
  expect(html).toContain(`<td>${(100 * pooled.eer).toFixed(2)} %</td>`)
  const files = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file!)
  expect(files).toEqual(['det.svg', 'histogram-1.svg', 'histogram-pooled.svg'])
  for (const file of files) {
    const svg = await readFile(join(plots, file), 'utf8')
    expect(svg).toMatch(/^<svg (.|\n)*<\/svg>\n$/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  }
})

test('eval splits by finger: both halves are measured with the weights of the other', async () => {
  expect(await runFinger(['eval', '--split', folder, '--json'])).toBe(0)
  const { weights, sets, pooled } = JSON.parse(said)
  expect(weights.map((it: number[]) => it.length)).toEqual([8, 8])
  expect(weights[0]).not.toEqual(weights[1])
  for (const row of [sets[0], pooled]) {
    for (const figures of [row.builtIn, row.otherHalf]) {
      expect(figures).toMatchObject({ genuinePairs: 10, impostorPairs: 80 })
      expect(figures.eer).toBeLessThan(0.2)
    }
  }
})

test('whole people are told apart', async () => {
  expect(await runFinger(['eval', '--persons', folder, '--json'])).toBe(0)
  const { rows, thresholds } = JSON.parse(said)
  const ten = rows[9]
  expect(ten).toMatchObject({ fingers: 10, genuine: 1, impostor: 9 })
  expect(ten.genuineMin).toBeGreaterThan(thresholds.personDuplicateMin)
  expect(ten.impostorMax).toBeLessThan(thresholds.personAdjudicateMin)
})

test('calibrate finds a weight for each term', async () => {
  expect(await runFinger(['calibrate', folder, '--json'])).toBe(0)
  const { bias, weights } = JSON.parse(said)
  expect(Number.isFinite(bias)).toBe(true)
  expect(weights).toHaveLength(7)
})

test('quality is told for each picture, and written beside the scores', async () => {
  const names = ['S01-1_1.png', 'S01-2_1.png'].map(path)
  expect(await runFinger(['quality', ...names, '--json'])).toBe(0)
  const pictures = JSON.parse(said)
  expect(pictures.map((it: { file: string }) => it.file)).toEqual(names)
  expect(pictures[0].quality).toBeGreaterThan(0)
  expect(pictures[0].problems).toEqual([])

  const table = path('qualities.csv')
  const scores = path('all-scores.csv')
  expect(await runFinger(['scores', folder, '-o', scores, '--quality', table])).toBe(0)
  const rows = (await readFile(table, 'utf8')).trimEnd().split('\n')
  expect(rows).toHaveLength(1 + 20)
  expect(rows.slice(0, 2)).toEqual(['file,quality', `S01-10_1.png,${rows[1]!.split(',')[1]}`])
  expect(rows).toContain(`S01-1_1.png,${pictures[0].quality}`)
})

test('eval tells how many misses are left without the worst pictures, and draws it', async () => {
  const plots = path('plots')
  expect(await runFinger(['eval', '--discard', folder, '--plots', plots, '--json'])).toBe(0)
  const { discarded, pictures, sets, pooled } = JSON.parse(said)
  expect(discarded).toEqual([0, 0.01, 0.02, 0.05, 0.1, 0.2])
  expect(pictures).toBe(20)
  expect(pooled.pairs[0]).toBe(10)
  expect(pooled.pairs.at(-1)).toBeLessThan(10)
  expect({ ...sets[0], set: 'pooled' }).toEqual(pooled)
  expect(await readFile(join(plots, 'discard.svg'), 'utf8')).toContain('</svg>')
})
