// Open gallery tests — a start from the snapshot, from the database, and from a snapshot that is ahead.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useCenter } from '../../test/support/center.ts'
import { openGallery } from './open-gallery.ts'

const center = useCenter()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'))
  const office = await center.enroll('Kecamatan Contoh')
  for (const resident of ['ani', 'beni']) {
    await office.send(await office.packet({ resident, fingers: { 2: resident } }))
  }
  await center.process()
})
afterAll(() => rm(folder, { recursive: true }))

/** Opens and stops again; answers what was there, and what the center said of it. */
async function opened() {
  const said: string[] = []
  const { gallery, stop } = await openGallery(center.world.db, folder, (line) => said.push(line))
  const { peopleCount, lastSeq } = gallery
  await stop()
  return { peopleCount, lastSeq, said }
}

test('built from the database, kept on disk when it stops, and read from there', async () => {
  const built = await opened()
  expect(built).toMatchObject({ peopleCount: 2, said: [] })
  const files = await readdir(folder)
  expect(files).toContain('snapshot.json')
  expect(await opened()).toEqual(built)
  // Nothing changed, so nothing was written.
  expect(await readdir(folder)).toEqual(files)
})

test('a spoiled snapshot is built anew', async () => {
  const before = await opened()
  for (const name of await readdir(folder)) {
    if (name.endsWith('.block')) await writeFile(join(folder, name), 'spoiled')
  }
  expect(await opened()).toEqual(before)
})

test('a snapshot that is ahead of the database, which was put back, is not believed', async () => {
  const before = await opened()
  const { db } = center.world
  await db.deleteFrom('gallery').where('seq', '=', before.lastSeq).execute()
  const after = await opened()
  expect(after.peopleCount).toBe(1)
  expect(after.lastSeq).toBeLessThan(before.lastSeq)
})
