// Trace tests — the pictures of each step, the page that tells them, and two prints side by side.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { growFinger, impressionOf } from '#finger'
import { decodePng, encodePng } from '#formats/png'
import { runFinger } from './finger.ts'
import { pageNameOf, readStepPage } from './step-pages.ts'

let folder: string
let said: string
let complained: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-trace-'))
  const finger = growFinger('traced')
  for (const visit of ['1', '2']) {
    await writeFile(path(`${visit}.png`), encodePng(impressionOf(finger, visit)))
  }
})

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

const path = (name: string) => join(folder, name)

test('every step has its picture, its page in docs/algorithm, and its place on the page', async () => {
  const out = path('steps')
  expect(await runFinger(['trace', path('1.png'), path('2.png'), '-o', out, '--json'])).toBe(0)
  const { steps } = JSON.parse(said) as { steps: string[] }
  expect(steps.slice(0, 3)).toEqual(['scale', 'normalize', 'mask'])
  expect(steps.at(-1)).toBe('score')
  expect(new Set(steps).size).toBe(steps.length)
  const html = await readFile(join(out, 'index.html'), 'utf8')
  const files = await readdir(out)
  for (const step of steps) {
    expect(await readStepPage(pageNameOf(step)), step).toBeDefined()
    expect(html).toContain(`<section id="${step}">`)
    if (step !== 'evidence') expect(files).toContain(`${step}.png`)
  }
  for (const [, file] of html.matchAll(/<img src="([^"]+)"/g)) {
    expect(decodePng(await readFile(join(out, file!))).ok).toBe(true)
  }
  expect(html).not.toMatch(/<script|https?:|url\(/)
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
  expect(links.filter((it) => !steps.includes(it.slice(1)))).toEqual([])
})

test('a picture without ridges is shown as far as it goes, with what is wrong', async () => {
  const blank = { width: 128, height: 128, dpi: 500, pixels: new Uint8Array(16_384).fill(255) }
  await writeFile(path('blank.png'), encodePng(blank))
  expect(await runFinger(['trace', path('blank.png'), '-o', path('blank')])).toBe(0)
  expect(said).toContain('no template could be made: finger.no-ridges')
  expect(await readdir(path('blank'))).toContain('normalize.png')
})

test('trace wants a folder to write, show a file that is a picture', async () => {
  expect(await runFinger(['trace', path('1.png')])).toBe(2)
  expect(await runFinger(['show', path('1.png'), path('2.png'), '-o', path('pair.pdf')])).toBe(2)
  expect(complained).toContain('usage:')
})

test('two prints are shown side by side, as a PNG and as an SVG', async () => {
  const show = async (...args: string[]) => {
    said = ''
    expect(await runFinger(['show', ...args, '--json'])).toBe(0)
    return JSON.parse(said) as { score: number; pairs: number[][] }
  }
  const ofPictures = await show(path('1.png'), path('2.png'), '-o', path('pair.png'))
  expect(ofPictures.pairs.length).toBeGreaterThan(8)
  const decoded = decodePng(await readFile(path('pair.png')))
  expect(decoded).toMatchObject({ ok: true, value: { width: 1_000, height: 560 } })

  await show(path('1.png'), path('2.png'), '-o', path('pair.svg'))
  const svg = await readFile(path('pair.svg'), 'utf8')
  expect(svg.match(/class="line"/g)).toHaveLength(ofPictures.pairs.length)
  expect(svg.match(/<image /g)).toHaveLength(2)

  for (const visit of ['1', '2']) {
    expect(await runFinger(['extract', path(`${visit}.png`), '-o', path(`${visit}.lft`)])).toBe(0)
  }
  const ofTemplates = await show(path('1.lft'), path('2.lft'), '-o', path('alone.svg'))
  expect(ofTemplates.pairs).toEqual(ofPictures.pairs)
  expect(await readFile(path('alone.svg'), 'utf8')).not.toContain('<image ')
})
