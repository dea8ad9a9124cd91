// Minutiae records — templates of other makers, where a set of them lies beside this repository.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { figuresOf } from '../../src/cli/finger/figures.ts'
import { extractFolder } from '../../src/cli/finger/read-print.ts'
import { throughRecord } from '../../src/cli/finger/records.ts'
import { pairScores } from '../../src/cli/finger/scores.ts'
import {
  dpiOf,
  type MinutiaeEdition,
  readMinutiaeRecord,
  writeMinutiaeRecord,
} from '../../src/formats/iso19794-2/index.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const prints = join(root, 'shared/fingerprints')
const samples = join(prints, 'iso/samples')
const secugen = join(prints, 'iso/secugen-fvc2002-db1')

/** What an independent reader made of a sample. */
interface Reading {
  readonly fingerprints: readonly {
    readonly position: string
    readonly quality?: number
    readonly qrecords?: readonly { readonly quality: number }[]
    readonly width?: number
    readonly minutiae: readonly {
      readonly type: string
      readonly positionX: number
      readonly positionY: number
      readonly angle: number
      readonly quality: number
    }[]
  }[]
  readonly width?: number
}

const positions: Readonly<Record<string, number>> = { LEFT_INDEX: 7, RIGHT_INDEX: 2 }

const readings = [
  { name: 'iso19794p2v2005-sample', edition: 'iso-2005', anglesInTurn: 256 },
  { name: 'iso19794p2v2011-sample', edition: 'iso-2011', anglesInTurn: 256 },
  { name: 'ansi378v2004-sample', edition: 'ansi-2004', anglesInTurn: 180 },
] as const

test('each sample beside this repository has a reading here', () => {
  const names = existsSync(samples) ? readdirSync(samples) : []
  const named = (file: string) => readings.some(({ name }) => file.startsWith(name))
  expect(names.filter((it) => !named(it))).toEqual([])
})

if (existsSync(samples)) {
  describe('a sample is read as another reader read it', () => {
    test.each(readings)('$name', ({ name, edition, anglesInTurn }) => {
      const read = readMinutiaeRecord(readFileSync(join(samples, `${name}.dat`)))
      if (!read.ok) throw new Error(read.issue.code)
      const reading: Reading = JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8'))
      expect(read.value.edition).toBe(edition)
      const views = reading.fingerprints.map((it) => ({
        position: positions[it.position],
        quality: it.quality ?? it.qrecords?.[0]?.quality,
        widthPx: it.width ?? reading.width,
        minutiae: it.minutiae.map(({ type, positionX, positionY, angle, quality }) => ({
          kind: type.toLowerCase(),
          x: positionX,
          y: positionY,
          angleDeg: ((angle % anglesInTurn) * 360) / anglesInTurn,
          quality,
        })),
      }))
      expect(read.value.views).toMatchObject(views)
      expect(read.value.views.map(dpiOf)).toEqual([500, 500])
      const again = readMinutiaeRecord(writeMinutiaeRecord(read.value))
      expect(again).toEqual(read)
    })
  })
}

if (existsSync(secugen)) {
  test('eighty templates of another maker are written again byte by byte', () => {
    const files = readdirSync(secugen).filter((it) => it.endsWith('.iso'))
    expect(files).toHaveLength(80)
    for (const file of files) {
      const bytes = readFileSync(join(secugen, file))
      const read = readMinutiaeRecord(bytes)
      expect(read.ok && Buffer.compare(writeMinutiaeRecord(read.value), bytes), file).toBe(0)
    }
  })

  test('another maker’s templates match their own kind with an error below 2.5 %', async () => {
    const folder = await extractFolder(secugen, {}, () => {})
    expect(folder.failures).toBe(0)
    const figures = figuresOf(pairScores(folder))
    expect(figures.genuinePairs).toBe(280)
    expect(figures.eer).toBeLessThan(0.025)
    expect(figures.fmr1000).toBeLessThan(0.06)
  })
}

const ownSet = join(prints, 'fvc2004-db1')
if (existsSync(ownSet)) {
  test('through a record of ISO or ANSI hardly any accuracy is lost', async () => {
    const folder = await extractFolder(ownSet, {}, () => {})
    const missedThrough = (edition: MinutiaeEdition) => {
      const kept = folder.prints.map(({ file, template }) => {
        const again = template && throughRecord(template, edition)
        return { file, template: again?.ok ? again.value : undefined }
      })
      return figuresOf(pairScores({ ...folder, prints: kept })).fmr1000
    }
    const native = figuresOf(pairScores(folder)).fmr1000
    expect(missedThrough('iso-2005')).toBeLessThan(native + 0.015)
    expect(missedThrough('ansi-2004')).toBeLessThan(native + 0.015)
  })
}
