// Convert tests — one press of a finger that does not exist, through every form of file.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { impressionOf, syntheticPersonFinger } from '#finger'
import type { GrayImage } from '#formats/gray-image'
import { readMinutiaeRecord } from '#formats/iso19794-2'
import { decodePng, encodePng } from '#formats/png'
import { runFinger } from './finger.ts'

/** One finger is grown and pressed twice: seconds, and more on a machine with much to do. */
const growingMs = 120_000

let folder: string
let said = ''
let complained = ''
let image: GrayImage

const path = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-convert-'))
  const finger = syntheticPersonFinger('convert', 2)
  image = impressionOf(finger, 'visit 1', { difficulty: 0.2 })
  await writeFile(path('f_1.png'), encodePng(image))
  await writeFile(path('f_2.png'), encodePng(impressionOf(finger, 'visit 2', { difficulty: 0.2 })))
}, growingMs)

beforeEach(() => {
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
})

afterAll(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function convert(from: string, to: string, ...more: string[]): Promise<Uint8Array> {
  said = ''
  expect(await runFinger(['convert', path(from), '-o', path(to), '--json', ...more])).toBe(0)
  const bytes = await readFile(path(to))
  expect(JSON.parse(said)).toEqual({ in: path(from), out: path(to), bytes: bytes.length })
  return bytes
}

async function scoreOf(a: string, b: string): Promise<number> {
  said = ''
  expect(await runFinger(['match', path(a), path(b), '--json'])).toBe(0)
  return JSON.parse(said).score
}

describe('wrong usage ends with 2 and says so', () => {
  test.each([
    [['a.png']],
    [['a.png', '-o', 'a.gif']],
    [['a.raw', '-o', 'a.png', '--width', '0']],
    [['a.png', '-o', 'a.iso', '--bitrate', '0']],
    [['a.png', '-o', 'a.iso', '--through', 'png']],
  ])('%j', async (args) => {
    expect(await runFinger(['convert', ...args])).toBe(2)
    expect(complained).toContain('usage:')
    expect(said).toBe('')
  })
})

test('pixels stay the same from png to raw and back', async () => {
  const name = `f_${image.width}x${image.height}.raw`
  expect(await convert('f_1.png', name)).toEqual(Buffer.from(image.pixels))
  const png = await convert(name, 'again.png')
  expect(decodePng(png)).toEqual({ ok: true, value: image })
  await writeFile(path('nameless.raw'), image.pixels)
  const sides = ['--width', String(image.width), '--height', String(image.height)]
  expect(await convert('nameless.raw', 'told.png', ...sides)).toEqual(png)
})

test('a picture becomes a WSQ of the wanted bit rate and is still the same finger', async () => {
  const usual = await convert('f_1.png', 'f_1.wsq')
  const finer = await convert('f_1.png', 'finer.wsq', '--bitrate', '2.25')
  expect(finer.length).toBeGreaterThan(2 * usual.length)
  expect(decodePng(await convert('f_1.wsq', 'of-wsq.png'))).toMatchObject({
    value: { width: image.width, height: image.height, dpi: image.dpi },
  })
  const native = await scoreOf('f_1.png', 'f_2.png')
  expect(Math.abs((await scoreOf('f_1.wsq', 'f_2.png')) - native)).toBeLessThan(native / 4)
})

test('a minutiae record matches like the picture it came from', async () => {
  const iso = await convert('f_1.png', 'f_1.iso')
  expect(readMinutiaeRecord(iso)).toMatchObject({ value: { edition: 'iso-2005' } })
  const native = await scoreOf('f_1.png', 'f_2.png')
  const ofRecord = await scoreOf('f_1.iso', 'f_2.png')
  expect(Math.abs(ofRecord - native)).toBeLessThan(native / 4)
  await convert('f_1.iso', 'f_1.lft')
  expect(await scoreOf('f_1.lft', 'f_2.png')).toBe(ofRecord)
})

test('from iso to ansi and back all but the directions stay', async () => {
  const iso = await convert('f_1.png', 'there.iso')
  const ansi = await convert('there.iso', 'there.ansi')
  expect(readMinutiaeRecord(ansi)).toMatchObject({ value: { edition: 'ansi-2004' } })
  const back = await convert('there.ansi', 'back.iso')
  expect(back.length).toBe(iso.length)
  const differing = [...back.keys()].filter((i) => back[i] !== iso[i])
  expect(differing.every((i) => (i - 28) % 6 === 4)).toBe(true)
})

test('a folder of records is compared like one of pictures', async () => {
  const records = path('records')
  await mkdir(records)
  await convert('f_1.png', 'records/f_1.iso')
  await convert('f_2.png', 'records/f_2.iso')
  await writeFile(join(records, 'g_1.iso'), 'FMR')
  const table = path('scores.csv')
  said = ''
  expect(await runFinger(['scores', records, '-o', table, '--json'])).toBe(0)
  expect(JSON.parse(said)).toMatchObject({ images: 3, failures: 1 })
  expect(complained).toContain('g_1.iso: fmr.not-a-minutiae-record')
  const rows = (await readFile(table, 'utf8')).trimEnd().split('\n').slice(1)
  expect(rows.map((it) => it.split(',').slice(0, 2).join())).toEqual([
    'f_1.iso,f_2.iso',
    'f_1.iso,g_1.iso',
    'f_2.iso,g_1.iso',
  ])
  expect(Number(rows[0]!.split(',')[2])).toBeCloseTo(
    await scoreOf('records/f_1.iso', 'records/f_2.iso'),
    3,
  )

  said = ''
  expect(await runFinger(['eval', records, '--json'])).toBe(0)
  expect(JSON.parse(said).pooled).toMatchObject({ genuinePairs: 1, impostorPairs: 2 })
})

test('eval through records compares what is left of templates in them', async () => {
  const pictures = path('pictures')
  await mkdir(pictures)
  for (const name of ['f_1.png', 'f_2.png']) {
    await writeFile(join(pictures, name), await readFile(path(name)))
  }
  const thresholdOf = async (...more: string[]) => {
    said = ''
    expect(await runFinger(['eval', pictures, '--json', ...more])).toBe(0)
    return JSON.parse(said).pooled.thresholdFmr1000 as number
  }
  await convert('f_1.png', 'f_1.iso')
  await convert('f_2.png', 'f_2.iso')
  const through = await thresholdOf('--through', 'iso')
  expect(through).toBeCloseTo(await scoreOf('f_1.iso', 'f_2.iso'), 9)
  expect(through).not.toBe(await thresholdOf())
})

test('what cannot become a picture or a record is trouble', async () => {
  await convert('f_1.png', 'f_1.iso')
  const run = (from: string, to: string) => runFinger(['convert', path(from), '-o', path(to)])
  await expect(run('f_1.iso', 'f.png')).rejects.toThrow('no picture')
  await expect(run('nowhere.png', 'f.iso')).rejects.toThrow('cannot be read')
  await writeFile(path('torn.iso'), (await readFile(path('f_1.iso'))).subarray(0, 50))
  await expect(run('torn.iso', 'f.ansi')).rejects.toThrow('cut short')
  await expect(run('torn.iso', 'f.lft')).rejects.toThrow('fmr.torn')
  await writeFile(path('sides_2x3.raw'), 'seven b')
  await expect(run('sides_2x3.raw', 'f.png')).rejects.toThrow('raw.length')
  await writeFile(path('sides.raw'), 'six by')
  await expect(run('sides.raw', 'f.png')).rejects.toThrow('raw.sides-unknown')
})
