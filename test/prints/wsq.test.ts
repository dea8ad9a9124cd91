// WSQ — files of the reference encoder, where they lie beside this repository, read and matched.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decodePng } from '../../src/formats/png/index.ts'
import { decodeWsq, encodeWsq } from '../../src/formats/wsq/index.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const prints = join(root, 'shared/fingerprints')
const folder = join(prints, 'wsq')
const names = existsSync(folder) ? readdirSync(folder) : []

/** `<set>_<finger>_<impression>_<bits a pixel>.wsq`, and what the reference decoder makes of it. */
const files = names.flatMap((name) => {
  const parts = /^([^_]+)_(.+)_(\d+\.\d+)\.wsq$/.exec(name)
  if (parts === null) return []
  const [, set = '', print = '', rate = ''] = parts
  return [{ name, set, print, rate: Number(rate) }]
})

const sizeRatioMax = 1.005
const lossMaxDb = 0.5
const grayDifferenceMax = 1

/** Peak signal to noise, dB. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const squares = a.reduce((sum, it, i) => sum + (it - b[i]!) ** 2, 0)
  return 10 * Math.log10((255 * 255 * a.length) / squares)
}

function readImage(path: string, decode: typeof decodePng | typeof decodeWsq) {
  const image = decode(readFileSync(path))
  if (!image.ok) throw new Error(`${path}: ${image.issue.code}`)
  return image.value
}

test('every file that lies there is read below', () => {
  expect(files.map(({ name }) => name)).toEqual(names.filter((it) => it.endsWith('.wsq')))
})

for (const { name, set, print, rate } of files) {
  test(`${name} is decoded as by the reference, and encoded as well`, () => {
    const reference = readFileSync(join(folder, name))
    const image = readImage(join(folder, name), decodeWsq)
    const raw = names.find((it) => it.startsWith(`${name.replace('.wsq', '')}.dec_`)) ?? ''
    expect(raw).toContain(`_${image.width}x${image.height}.`)
    const wanted = readFileSync(join(folder, raw))
    const furthest = wanted.reduce(
      (max, it, i) => Math.max(max, Math.abs(it - image.pixels[i]!)),
      0,
    )
    expect(furthest).toBeLessThanOrEqual(grayDifferenceMax)

    const original = readImage(join(prints, set, `${print}.png`), decodePng)
    expect(image.dpi).toBe(original.dpi)
    const ours = encodeWsq(original, rate)
    expect(ours.length).toBeLessThanOrEqual(reference.length * sizeRatioMax)
    const again = decodeWsq(ours)
    const loss =
      likeness(image.pixels, original.pixels) -
      (again.ok ? likeness(again.value.pixels, original.pixels) : 0)
    expect(loss).toBeLessThanOrEqual(lossMaxDb)
  })
}
