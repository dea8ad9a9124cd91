// Spool test — the file of a card lies there as long as its job waits, also after a crash.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getSampleResident } from '#resident/sample-cast'
import { demand } from '../../../test/support/captures.ts'
import { readyCase, stock } from '../../../test/support/cards.ts'
import { useOffice } from '../../../test/support/office.ts'
import { tidySpool } from './spool.ts'

const office = useOffice()
const operator = (method: 'GET' | 'POST', url: string, body?: object) =>
  office.call('operator-ktp', method, url, body)
const spoolFolder = () => office.world.settings.spoolFolder

async function printed(key: string): Promise<{ jobId: string; fileName: string }> {
  const { caseId } = await readyCase(office, getSampleResident(key).biodata)
  const reason = 'Untuk pengujian ini saja.'
  return demand(await operator('POST', `/api/printing/${caseId}`, { reason }), 201)
}

test('a job’s file is the card, for the printer alone, and goes when the card came out', async () => {
  await stock(office, 10)
  const { jobId, fileName } = await printed('siti')
  const path = join(spoolFolder(), fileName)
  const { bytes } = await operator('GET', `/api/printing/jobs/${jobId}/card.pdf`)
  expect((await readFile(path)).equals(bytes)).toBe(true)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  demand(await operator('POST', `/api/printing/jobs/${jobId}/printed`))
  expect(existsSync(path)).toBe(false)
})

test('after a crash a lost file is made again, and one that nobody waits for is removed', async () => {
  const { fileName } = await printed('budi')
  const path = join(spoolFolder(), fileName)
  const before = await readFile(path)
  await rm(path)
  const stray = join(spoolFolder(), 'card-00000000-0000-4000-8000-000000000000.pdf')
  const foreign = join(spoolFolder(), 'readme.txt')
  await writeFile(stray, 'an old card')
  await writeFile(foreign, 'not ours')
  await tidySpool(office.world)
  expect((await readFile(path)).equals(before)).toBe(true)
  expect(existsSync(stray)).toBe(false)
  expect(existsSync(foreign)).toBe(true)
  await tidySpool(office.world)
  expect((await readdir(spoolFolder())).toSorted()).toEqual([fileName, 'readme.txt'])
})

// Debian's poppler-utils; where it is not installed, the card room's own tests measure the page.
if (existsSync('/usr/bin/pdfinfo')) {
  test('the page is a card of 85.60 by 53.98 mm', async () => {
    const { fileName } = await printed('rini')
    const told = execFileSync('/usr/bin/pdfinfo', [join(spoolFolder(), fileName)]).toString()
    const [width, height] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(told)?.slice(1) ?? []
    const millimetersOf = (points: unknown) => (Number(points) * 25.4) / 72
    expect(millimetersOf(width)).toBeCloseTo(85.6, 1)
    expect(millimetersOf(height)).toBeCloseTo(53.98, 1)
    expect(told).toMatch(/Pages: +1\n/)
  })
}
